import type { Chain } from './chain.js';
import type { Occurrence } from './occurrence.js';
import { gapsFor, insert } from './placing.js';
import { isLine, refusalOf } from './refusal.js';
import { withStep } from './spreading.js';
import type { Chains, Spread } from './spreading.js';

/**
 * What found no place as a status and contradicts nothing either (`isLine`), as lines of the timeline. After all else, so
 * that they change nothing of where the rest was placed.
 */
export function withLines({ chains, strays }: Spread): Spread {
  const named: Spread = { chains: new Map([...chains].map(([offence, chain]) => [offence, withOwnLines(chain)])), strays: [] };
  return strays.reduce((done, stray) => {
    const next: Chains | null = stray.why === 'no_row' ? withStep(done.chains, stray.step, linePlaced) : null;
    return next ? { ...done, chains: next } : { ...done, strays: [...done.strays, stray] };
  }, named);
}

function withOwnLines({ steps, aside }: Chain): Chain {
  return aside.reduce<Chain>((done, each) => {
    const next = each.why === 'no_place' ? linePlaced(done.steps, each.step) : null;
    return next ? { ...done, steps: next } : { ...done, aside: [...done.aside, each] };
  }, { steps, aside: [] });
}

/** At the earliest point of its range where it is one; null where it is none. */
function linePlaced(list: readonly Occurrence[], step: Occurrence): readonly Occurrence[] | null {
  const gap = gapsFor(list, step).find(({ before }) => isLine(before.rows.top, step) && refusalOf(before.rows.top, step) === 'not_allowed');
  return gap ? insert(list, gap) : null;
}
