import type { Unit } from './units.js';

/** Whom a step is said of: persons, a thing (`the charges`), or nobody in this sentence. */
export type Reference =
  | Readonly<{ kind: 'persons'; units: readonly Unit[] }>
  | Readonly<{
      kind: 'thing';
      word: string;
      /** The noun as a description, for steps that only persons take. */
      unit: Unit | null;
    }>
  | Readonly<{ kind: 'none' }>;

export const NONE: Reference = { kind: 'none' };
