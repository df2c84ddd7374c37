import { view } from '@docketwire/case';
import type { Assertion } from '@docketwire/case';
import type { StoredCase } from '@docketwire/projection';
import { describe, expect, it } from 'vitest';
import { article, said } from '../test/news.js';
import { followUpsIn } from './follow-ups.js';

const TODAY = '2024-03-01';
const AT = new Date('2023-04-22T10:00:00Z');

function owed(assertions: readonly Assertion[], { days = 365, includePreCharge = false, today = TODAY } = {}) {
  const seen = view('c', [article({ article: 'quay-gazette/1', reported: '2023-02-20', assertions })]);
  const stored: StoredCase = { caseId: 'c', version: 1, viewVersion: 1, aliasOf: null, lastSeq: 1, epoch: 'e', updatesPending: false, state: seen.state, accused: true, accusedDefendants: [], articles: 1, openedAt: AT, changedAt: AT, view: seen };
  return followUpsIn(stored, { today, days, includePreCharge }).map(({ charge, began, days: since, last }) => [charge.offence, charge.status, began, since, last.event]);
}

const charged = said({ event: 'charged', when: '2023-02-10' });
const ended = (event: Assertion['event'], rest: object = {}) => owed([charged, said({ event, when: '2023-02-18', ...rest })]);

describe('follow-up owed', () => {
  it('is a charge that began more than so many days ago, with what was last known of it', () => {
    const plea = said({ event: 'plea_entered', value: 'not_guilty', when: '2023-02-17' });
    expect(owed([charged, plea])).toEqual([['involuntary_manslaughter', 'pleaded', '2023-02-10', 385, 'plea_entered']]);
  });

  it('is not owed on the last of these days, but on the next', () => {
    expect(owed([charged], { days: 385 })).toEqual([]);
    expect(owed([charged], { days: 384 })).toHaveLength(1);
  });

  it.each(['dismissed', 'acquitted', 'convicted', 'stayed', 'diverted', 'abated', 'not_responsible'] as const)('is none where the charge is %s', (event) => {
    expect(ended(event)).toEqual([]);
  });

  it.each(['trial_started', 'committed', 'indicted'] as const)('is still owed after %s', (event) => {
    expect(ended(event)).toHaveLength(1);
  });

  it('is owed of the charge that brought another one again, and no more of that one', () => {
    const again = owed([charged, said({ event: 'dismissed', when: '2023-02-12' }), said({ event: 'refiled', when: '2023-02-14' })]);
    expect(again.map(([, status, began]) => [status, began])).toEqual([['charged', '2023-02-14']]);
  });

  it('is of people who were only arrested where that is asked for', () => {
    const arrested = said({ event: 'arrested', when: '2023-02-09' });
    expect(owed([arrested])).toEqual([]);
    expect(owed([arrested], { includePreCharge: true })).toMatchObject([['involuntary_manslaughter', 'arrested', '2023-02-09', 386, 'arrested']]);
  });

  it('counts from its announcement what was announced for no known day, and nothing from a day to come', () => {
    expect(owed([said({ event: 'charged', realis: 'announced' })])).toMatchObject([['involuntary_manslaughter', 'charged', '2023-02-20', 375, 'charged']]);
    expect(owed([charged], { today: '2023-02-09', days: 1 })).toEqual([]);
  });

  it('has the oldest charge of a case first', () => {
    const older = said({ event: 'charged', offence: 'arson', when: '2022-12-01' });
    expect(owed([charged, older]).map(([offence]) => offence)).toEqual(['arson', 'involuntary_manslaughter']);
  });
});
