import { describe, expect, it } from 'vitest';
import { findTerm } from './index.js';
import type { Stage } from './index.js';

type Meant = readonly [place: string | null, term: string, event: string | null, refile: string | null, stage?: Stage];

const TERMS: readonly Meant[] = [
  ['US', 'nolle prosequi', 'dismissed', 'unknown'],
  ['US-NM', 'nolle prosequi', 'dismissed', 'possible'],
  ['US-NM', 'dismissed without prejudice', 'dismissed', 'possible'],
  ['US-TX', 'dismissed with prejudice', 'dismissed', 'barred'],
  ['US-TX', 'nolle prosequi', 'dismissed', 'unknown'],
  ['GB-EAW', 'discontinued', 'dismissed', 'possible'],
  ['GB-EAW', 'prosecution offered no evidence', 'acquitted', 'barred'],
  ['GB-EAW', 'charge withdrawn', 'dismissed', 'unknown'],
  ['GB-EAW', 'counts to lie on the file', 'stayed', 'unknown'],
  ['GB-EAW', 'sent for trial', 'committed', null],
  ['GB-EAW', 'remanded in custody', 'custody_changed', null],
  ['CA', 'Crown stay', 'stayed', 'possible'],
  ['CA-ON', 'stayed by the Crown', 'stayed', 'possible'],
  ['CA', 'withdrawn by the Crown', 'dismissed', 'unknown'],
  ['AU-NSW', 'withdrawn', 'dismissed', 'possible'],
  ['AU-WA', 'withdrawn', 'dismissed', 'unknown'],
  ['AU-WA', 'discontinued', 'dismissed', 'possible'],
  ['AU-NSW', 'no bill', 'dismissed', 'possible'],
  ['AU-QLD', 'nolle prosequi', 'dismissed', 'possible'],
  ['AU-NSW', 'committed for trial', 'committed', null],
  ['IN', 'withdrawal from prosecution', 'dismissed', 'possible', 'before_charge'],
  ['IN', 'withdrawal from prosecution', 'acquitted', 'barred', 'after_charge'],
  ['IN', 'withdrawal from prosecution', 'dismissed', 'unknown', 'unknown'],
  ['IN-MH', 'FIR registered', 'investigated', null],
  ['IN', 'chargesheet', 'charged', null],
  ['IN', 'charges framed', 'charged', null],
  ['IN', 'discharged', 'dismissed', 'unknown'],
  ['IN', 'FIR quashed', 'dismissed', 'barred'],
  ['IN', 'compounded', 'dismissed', 'barred'],
  ['IN', 'abated', 'abated', null],
  ['IE', 'nolle prosequi', 'dismissed', 'possible'],
  ['IE', 'struck out', 'dismissed', 'possible'],
  ['IE', 'sent forward for trial', 'committed', null],
  [null, 'withdrawn', 'dismissed', 'unknown'],
  [null, 'offered no evidence', 'dismissed', 'unknown'],
  [null, 'stayed', 'stayed', 'unknown'],
  [null, 'found not guilty', 'acquitted', 'barred'],
  ['NZ', 'discontinued', 'dismissed', 'unknown'],
];

describe('a legal term', () => {
  it.each(TERMS.map(([place, term, event, refile, stage]) => ({ place, term, event, refile, stage })))('in $place: "$term" is $event, coming back $refile ($stage)', ({ place, term, event, refile, stage }) => {
    expect(findTerm(place, term, stage)).toMatchObject({ mechanism: term, event, refile });
  });

  it('is kept as it was written, and understood with underscores and capitals', () => {
    expect(findTerm('US-NM', 'Nolle_Prosequi')).toEqual({ mechanism: 'Nolle_Prosequi', event: 'dismissed', refile: 'possible' });
  });

  it('names the year within which a Canadian charge may come back', () => {
    expect(findTerm('CA', 'crown_stay')).toMatchObject({ refileBy: { years: 1 } });
    expect(findTerm('GB-EAW', 'stayed')?.refileBy).toBeUndefined();
  });

  it('that nobody knows has no meaning', () => {
    expect(findTerm('CA', 'deferred sine die')).toBeNull();
  });
});
