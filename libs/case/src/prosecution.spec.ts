import { describe, expect, it } from 'vitest';
import { article, reasons, see, statusOf, told } from '../test/news.js';
import type { Assertion, AssertionSet } from './index.js';

/*
 * The course of a long prosecution of three people over one death, with every twist: enhancement dropped, dismissed by
 * announcement and filing, charged again a year later, dismissed for good during trial, an appeal begun and withdrawn;
 * beside it a trial that ends in two verdicts, and a plea.
 */
const [VESNA, CALLUM, IDA] = ['vesna', 'callum', 'ida'];
const KILLING = 'involuntary_manslaughter';
const TAMPERING = 'tampering_with_evidence';
const WEAPON = 'negligent_use_of_a_deadly_weapon';

type Detail = Partial<Omit<Assertion, 'event' | 'when' | 'quote'>>;
type Count = Readonly<{ defendant: string | undefined; offence: string }>;
const V: Count = { defendant: VESNA, offence: KILLING };
const C1: Count = { defendant: CALLUM, offence: KILLING };
const C2: Count = { defendant: CALLUM, offence: TAMPERING };
const I: Count = { defendant: IDA, offence: WEAPON };

/** When, what, of whom, told by how many agencies. */
const COURSE: readonly (readonly [on: string, event: Assertion['event'], of: readonly Count[], agencies: number, detail?: Detail])[] = [
  ['2023-01-19', 'charged', [V, C1, I], 2, { realis: 'announced' }],
  ['2023-01-19', 'plea_agreement', [I], 1],
  ['2023-01-31', 'charged', [V, C1, I], 3, { counts: 2 }],
  ['2023-02-20', 'charge_amended', [V, C1], 2],
  ['2023-02-23', 'plea_entered', [V], 3, { value: 'not_guilty' }],
  ['2023-03-31', 'plea_entered', [I], 3, { value: 'no_contest' }],
  ['2023-03-31', 'convicted', [I], 2],
  ['2023-03-31', 'sentenced', [I], 2],
  ['2023-04-20', 'dismissed', [V], 3, { realis: 'announced', refile: 'possible', endedBy: 'prosecution' }],
  ['2023-04-21', 'dismissed', [V], 3, { refile: 'possible', endedBy: 'prosecution', mechanism: 'nolle_prosequi' }],
  ['2023-06-22', 'charged', [C2], 2],
  ['2023-08-09', 'plea_entered', [C1, C2], 2, { value: 'not_guilty' }],
  ['2024-01-19', 'refiled', [V], 1],
  ['2024-01-19', 'indicted', [V], 2],
  ['2024-01-31', 'plea_entered', [V], 3, { value: 'not_guilty' }],
  ['2024-02-21', 'trial_started', [C1, C2], 1],
  ['2024-03-06', 'convicted', [C1], 2],
  ['2024-03-06', 'acquitted', [C2], 2],
  ['2024-03-29', 'motion_denied', [C1], 2],
  ['2024-04-15', 'sentenced', [C1], 3],
  ['2024-06-12', 'appeal_filed', [C1], 1],
  ['2024-07-09', 'trial_started', [V], 1],
  ['2024-07-12', 'dismissed', [V], 3, { refile: 'barred', endedBy: 'court' }],
  ['2024-09-30', 'motion_denied', [C1], 2],
  ['2024-10-24', 'motion_denied', [V], 1],
  ['2024-11', 'appeal_filed', [V], 2],
  ['2024-12-23', 'appeal_withdrawn', [V], 3],
];

const AGENCIES = ['Basin Wire', 'Mesa Press', 'Dune Daily'];

const news: readonly AssertionSet[] = COURSE.flatMap(([on, event, of, agencies, detail]) =>
  AGENCIES.slice(0, agencies).map((originator) =>
    article(of.map(({ defendant = '', offence }) => told(event, on, { defendant, offence, ...detail })), { originator, reported: on.length === 10 ? on : '2024-12-23' }),
  ),
);

/** Told months later, with a wrong year and a vague date: nothing of it may move anything. */
const recaps: readonly AssertionSet[] = [
  article([told('charged', '2023-01', { defendant: 'vesna', offence: KILLING }), told('dismissed', '2023-04', { defendant: 'vesna', offence: KILLING })], { originator: 'Late Review', reported: '2024-08-01' }),
  article([told('convicted', '2023-03-06', { defendant: 'callum', offence: KILLING })], { originator: 'Hasty Post', reported: '2024-08-22' }),
];

describe('a long prosecution', () => {
  it.each([
    ['2023-02-01', { vesna: 'charged', callum: 'charged', ida: 'charged' }],
    ['2023-03-01', { vesna: 'pleaded' }],
    ['2023-04-01', { ida: 'sentenced' }],
    ['2023-04-20', { vesna: 'dismissed' }],
    ['2023-12-31', { vesna: 'dismissed', callum: 'pleaded' }],
    ['2024-01-19', { vesna: 'indicted' }],
    ['2024-03-07', { callum: 'convicted' }],
    ['2024-04-15', { callum: 'sentenced' }],
    ['2024-07-12', { vesna: 'dismissed' }],
    ['2025-12-31', { vesna: 'dismissed', callum: 'sentenced', ida: 'sentenced' }],
  ])('stands on %s where it stood that day', (on, expected) => {
    for (const past of [news, [...news, ...recaps], [...recaps, ...news].toReversed()]) {
      const seen = see(past, on);
      expect(Object.fromEntries(Object.keys(expected).map((name) => [name, statusOf(seen, name)]))).toEqual(expected);
    }
  });

  it('is five charges, the second of Vesna’s brought a year after the first was dropped, and no contradiction', () => {
    const seen = see(news);
    expect(seen.charges.map(({ defendant, offence, n, status, refile }) => [defendant, offence, n, status, refile])).toEqual([
      ['callum', KILLING, 1, 'sentenced', null],
      ['callum', TAMPERING, 1, 'acquitted', 'barred'],
      ['ida', WEAPON, 1, 'sentenced', null],
      ['vesna', KILLING, 1, 'dismissed', 'possible'],
      ['vesna', KILLING, 2, 'dismissed', 'barred'],
    ]);
    expect(reasons(seen)).toEqual([]);
  });

  it('tells an announced charge and its filing as one step with two dates', () => {
    const first = see(news).charges.find(({ defendant, n }) => defendant === 'vesna' && n === 1);
    expect(first?.steps.filter(({ event }) => event === 'charged')).toMatchObject([{ announcedOn: '2023-01-19', occurredOn: '2023-01-31' }]);
    expect(first?.steps.filter(({ event }) => event === 'dismissed')).toMatchObject([{ announcedOn: '2023-04-20', occurredOn: '2023-04-21' }]);
  });

  it('waits for one appeal after the other was withdrawn', () => {
    expect(see(news)).toMatchObject({ state: 'on_appeal', reopened: true });
    expect(see(news).charges.map(({ appeal }) => appeal)).toEqual(['filed', 'none', 'none', 'none', 'withdrawn']);
  });

  it('keeps the wrong year of a recap in sight', () => {
    expect(see([...news, ...recaps]).anomalies).toMatchObject([{ defendant: 'callum', why: 'other_date', when: '2023-03-06' }]);
  });
});
