import { listFrom } from '../clause/lists.js';
import { kindAt, shapeOf } from '../clause/units.js';
import type { Clause } from '../clause/units.js';
import type { Finding } from './finding.js';

const ECHO = /^(?:so|likewise|as) (?:was|were|did|has|have|had) @/;

/** `X was charged with theft. So was Y.`: what the sentence before says last is said of Y too. */
export function withEchoes(clauses: readonly Clause[], findings: readonly (readonly Finding[])[]): Finding[][] {
  return clauses.map((clause, index) => [...(findings[index] ?? []), ...echoesOf(clause, findings[index - 1] ?? [])]);
}

function echoesOf(clause: Clause, before: readonly Finding[]): Finding[] {
  const { units } = clause;
  const last = before.at(-1);
  if (!last || !ECHO.test(shapeOf(units, 0, 3)) || kindAt(units, 2) !== 'person') return [];
  return [{ ...last, reference: { kind: 'persons', units: listFrom(units, 2) }, echo: clause }];
}
