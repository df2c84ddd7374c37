import { allOccurrencesOf } from './clustering.js';
import type { DatedFact } from './fact.js';
import { fold, scheduled } from './fold.js';
import type { Refused } from './fold.js';
import { listed } from './list.js';
import { isClosed, isOverlay, statusAfter } from './lifecycle.js';
import { proofOf } from './occurrence.js';
import type { Occurrence } from './occurrence.js';
import { by, placeInDay } from './order.js';
import { placed } from './placing.js';
import { ruled } from './rules.js';
import type { Rules } from './rules.js';

/** A step that takes no part: better proof stands against it, or its range has no place for it. */
export type Aside = Readonly<{ step: Occurrence; why: 'outweighed' | 'no_place' }>;

/** All that is told of one offence alleged against one defendant, in the order in which it takes effect. */
export type Chain = Readonly<{ steps: readonly Occurrence[]; aside: readonly Aside[] }>;

const BEST_PROVED_FIRST = by<Occurrence>(({ weight }) => -weight, ({ lo }) => lo, ({ hi }) => hi, ({ event }) => placeInDay(event), ({ id }) => id);

export function chainOf(facts: readonly DatedFact[], rules: Rules): Chain {
  const occurrences = allOccurrencesOf(facts).map((step) => ruled(step, rules));
  const exact = withoutOutweighed(occurrences.filter(({ vague }) => !vague));
  return occurrences.filter(({ vague }) => vague).toSorted(BEST_PROVED_FIRST).reduce(withVague, exact);
}

function withVague({ steps, aside }: Chain, step: Occurrence): Chain {
  const next = placed(steps, step);
  return next ? { steps: next, aside } : { steps, aside: [...aside, { step, why: 'no_place' }] };
}

/** A better proved later step beats a weaker ending that would forbid it. */
function withoutOutweighed(exact: readonly Occurrence[]): Chain {
  let course = scheduled(exact);
  const aside: Aside[] = [];
  for (let weaker = outweighedIn(course); weaker; weaker = outweighedIn(course)) {
    aside.push({ step: weaker, why: 'outweighed' });
    course = scheduled(course.steps.filter((step) => step !== weaker));
  }
  return { steps: course.steps, aside };
}

function outweighedIn({ steps, folded }: ReturnType<typeof scheduled>): Occurrence | null {
  for (const refused of listed(folded.refused)) {
    const ending = weakerEnding(steps, refused);
    if (ending) return ending;
  }
  return null;
}

function weakerEnding(steps: readonly Occurrence[], { step, why, blocker }: Refused): Occurrence | null {
  if (!blocker || why !== 'not_allowed' || isOverlay(step.event)) return null;
  const ending = statusAfter(blocker.event);
  if (!ending || !isClosed(ending) || proofOf(blocker.weight) >= proofOf(step.weight)) return null;
  return takesEffect(step, steps.filter((each) => each !== blocker)) ? blocker : null;
}

function takesEffect(step: Occurrence, steps: readonly Occurrence[]): boolean {
  const before = steps.indexOf(step) + 1;
  return fold(steps.slice(0, before)).refused?.last.step !== step;
}
