import { canonicalJson } from '@docketwire/kernel';
import type { ChargeView, Step } from './case-view.js';
import type { Pair } from './pairing.js';
import type { ChangeKind, NewsKind } from './vocabulary.js';

/** What made the change: the kind of news, and the facts that nobody tells any more. */
export type Because = Readonly<{ kind: NewsKind; dropped: ReadonlySet<string> }>;

/** What a subscriber hears of one charge; null where nothing that they were told has changed. */
export function changeKindOf({ before, after }: Pair, because: Because): ChangeKind | null {
  if (!before) return after && firstKind(after);
  if (!after) return lost(before, because) ? 'withdrawn' : 'amended';
  return before.status === after.status ? stillKind(before, after, because) : movedKind(before, after, because);
}

function firstKind({ splitFrom, refiles }: ChargeView): ChangeKind {
  if (splitFrom !== null) return 'split';
  return refiles === null ? 'opened' : 'refiled';
}

function stillKind(before: ChargeView, after: ChargeView, because: Because): ChangeKind | null {
  if (before.id !== after.id) return 'amended';
  if (canonicalJson(told(before)) !== canonicalJson(told(after))) return because.kind === 'correction' ? 'corrected' : 'refined';
  return canonicalJson(proof(before)) === canonicalJson(proof(after)) ? null : 'corroborated';
}

/** Only news that takes something back reverts; a status that news of older days moves is amended. */
function movedKind(before: ChargeView, after: ChargeView, because: Because): ChangeKind {
  if (because.kind === 'hold' || because.kind === 'retraction') return 'reverted';
  const back = lost(before, because) && goesBack(before, after);
  if (because.kind === 'correction') return back ? 'reverted' : 'corrected';
  if (back) return 'reverted';
  return lastMove(after) >= lastMove(before) ? 'advanced' : 'amended';
}

const lost = ({ facts }: ChargeView, { dropped }: Because): boolean => facts.some((fact) => dropped.has(fact));

/** To where the charge had been, or to nothing. */
function goesBack(before: ChargeView, after: ChargeView): boolean {
  return after.status === 'unknown' || moves(before).slice(0, -1).some(({ to }) => to === after.status);
}

const moves = ({ steps }: ChargeView): readonly Step[] => steps.filter(({ from, to }) => from !== to && to !== 'unknown');
const lastMove = (charge: ChargeView): string => moves(charge).at(-1)?.holdsFrom ?? '';

/** All that the charge says but who says it. */
function told({ facts: _facts, countsTold, steps, ...charge }: ChargeView): unknown {
  const happened = steps.map(({ evidence: _evidence, facts: _told, originators: _originators, ...step }) => step);
  return { ...charge, countsTold: Object.keys(countsTold), steps: happened };
}

const proof = ({ countsTold, steps }: ChargeView): unknown => [countsTold, steps.map(({ originators }) => originators)];
