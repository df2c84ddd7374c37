import type { Chain } from './chain.js';
import type { Occurrence } from './occurrence.js';
import { gapsFor, insert } from './placing.js';
import { isCustodyOnly, refusalOf } from './row.js';
import { withStep } from './spreading.js';
import type { Chains, Spread } from './spreading.js';

/**
 * Arrests that found no place as a status, since the person was already charged, as lines of the timeline. After all
 * else, so that they change nothing of where the rest was placed.
 */
export function withArrests({ chains, strays }: Spread): Spread {
  const named: Spread = { chains: new Map([...chains].map(([offence, chain]) => [offence, withOwnArrests(chain)])), strays: [] };
  return strays.reduce((done, stray) => {
    const next: Chains | null = stray.why === 'no_row' ? withStep(done.chains, stray.step, custodyPlaced) : null;
    return next ? { ...done, chains: next } : { ...done, strays: [...done.strays, stray] };
  }, named);
}

function withOwnArrests({ steps, aside }: Chain): Chain {
  return aside.reduce<Chain>((done, each) => {
    const next = each.why === 'no_place' ? custodyPlaced(done.steps, each.step) : null;
    return next ? { ...done, steps: next } : { ...done, aside: [...done.aside, each] };
  }, { steps, aside: [] });
}

/** At the earliest point of its range where the charge was already beyond an arrest; null for anything else. */
function custodyPlaced(list: readonly Occurrence[], step: Occurrence): readonly Occurrence[] | null {
  const gap = gapsFor(list, step).find(({ before }) => isCustodyOnly(before.rows.top, step) && refusalOf(before.rows.top, step) === 'not_allowed');
  return gap ? insert(list, gap) : null;
}
