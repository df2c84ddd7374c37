import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOf } from '@docketwire/kernel';
import { article, charge, charges, reasons, see, statusOf, told, twice } from '../test/news.js';
import { CHARGE_EVENTS } from './index.js';
import type { AssertionSet } from './index.js';

const accused = twice(told('charged', '2023-01-31'));
const dropped = twice(told('dismissed', '2023-04-20'));
const barred = twice(told('dismissed', '2023-04-20', { refile: 'barred' }));
const once = (...assertions: Parameters<typeof article>[0]) => article(assertions, { originator: 'Lone Star' });

describe('two reports of one kind', () => {
  it('are two happenings where another one lies between them, however near they are', () => {
    const again = [...accused, ...dropped, ...twice(told('refiled', '2023-04-22')), ...twice(told('dismissed', '2023-04-24'))];
    expect(charges(see(again))).toEqual({ 'assault 1': 'dismissed', 'assault 2': 'dismissed' });
    expect(reasons(see(again))).toEqual([]);
  });

  it('are one happening a week apart, and the other date stays in sight', () => {
    const seen = see([...accused, ...dropped, once(told('dismissed', '2023-04-27'))]);
    expect([charge(seen).steps.length, reasons(seen)]).toEqual([2, ['other_date']]);
  });
});

describe('an unsaid refiling', () => {
  it('is not inferred where the step is better proved than the ending: the ending is doubtful', () => {
    const seen = see([...accused, once(told('dismissed', '2023-03-01')), ...twice(told('indicted', '2023-03-05'))]);
    expect([charges(seen), reasons(seen)]).toEqual([{ 'assault 1': 'indicted' }, ['outweighed']]);
  });

  it('is not inferred from one originator against a bar, fresh as the report may be', () => {
    const seen = see([...accused, ...barred, once(told('indicted', '2024-01-19'))]);
    expect([charges(seen), reasons(seen)]).toEqual([{ 'assault 1': 'dismissed' }, ['not_allowed']]);
  });

  it('is not inferred from a trial within a week of the ending: that is the old charge, reported late', () => {
    expect(charges(see([...accused, ...dropped, ...twice(told('trial_started', '2023-04-24'))]))).toEqual({ 'assault 1': 'dismissed' });
    expect(charges(see([...accused, ...dropped, ...twice(told('trial_started', '2023-05-24'))]))).toEqual({ 'assault 1': 'dismissed', 'assault 2': 'on_trial' });
  });
});

describe('a dismissal with prejudice', () => {
  it('is not unsaid by a later report that is silent on refiling', () => {
    expect(charge(see([...accused, ...barred, ...twice(told('dismissed', '2023-06-20'))])).refile).toBe('barred');
  });

  it('ends with its reversal, and goes back to where the charge stood', () => {
    expect(charge(see([...accused, ...barred, once(told('dismissal_reversed', '2023-09-01'))]))).toMatchObject({ status: 'charged', refile: null });
    expect(reasons(see([...accused, ...barred, once(told('resumed', '2023-09-01'))]))).toEqual(['barred']);
  });
});

describe('a vague report', () => {
  it.each(['2023-02-24', '2023-06-01'])('is placed where no exact step loses effect, nor seems to be of a new charge (reported on %s)', (reported) => {
    const plea = article([told('plea_entered', '2023-02-23', { value: 'not_guilty' })], { reported });
    const news = [...accused, plea, article([told('dismissed', '2023')], { reported: '2023-12-31' })];
    expect(charge(see(news)).steps.map(({ event }) => event)).toEqual(['charged', 'plea_entered', 'dismissed']);
  });

  it('does not split a course in two to find its place', () => {
    const news = [once(told('charged', '2023-01-31')), once(told('convicted', '2023-06-01')), article([told('stayed', '2023')], { reported: '2024-01-31' })];
    expect([charges(see(news)), reasons(see(news))]).toEqual([{ 'assault 1': 'convicted' }, ['no_place']]);
  });

  it('of an arrest after the charge says only where the person is', () => {
    expect(see([...accused, once(told('arrested', '2023-03'))])).toMatchObject({ defendants: [{ status: 'charged', custody: 'in_custody' }], anomalies: [] });
  });
});

it('an offence-less charge opens nothing before the first step that is told with the offence', () => {
  const seen = see([once(told('indicted', '2023-06-01')), article([told('charged', '2023-01-10', { offence: null })])]);
  expect([charge(seen).steps.map(({ event }) => event), reasons(seen)]).toEqual([['indicted'], ['no_row']]);
});

it('a mistrial is not forgotten when another charge is sentenced: it may be tried again', () => {
  const both = article([told('charged', '2023-01-31'), told('charged', '2023-01-31', { offence: 'fraud' })]);
  const seen = see([both, once(told('mistrial', '2023-05-01', { offence: 'fraud' })), once(told('convicted', '2023-09-15')), once(told('sentenced', '2023-11-02'))]);
  expect(seen.defendants).toMatchObject([{ status: 'mistrial', tally: { sentenced: 1, mistrial: 1 } }]);
});

describe('an outcome told by two agencies', () => {
  const FIRST_OF_2023 = 19_358;
  const date = (day: number) => isoOf(FIRST_OF_2023 + day);
  const course = fc
    .record({ end: fc.constantFrom('convicted', 'acquitted', 'dismissed'), plea: fc.integer({ min: 20, max: 40 }), trial: fc.boolean(), ended: fc.integer({ min: 60, max: 90 }) } as const)
    .map(({ end, plea, trial, ended }) => [
      ...twice(told('charged', date(10))),
      ...twice(told('plea_entered', date(plea), { value: 'not_guilty' })),
      ...(trial ? twice(told('trial_started', date(50))) : []),
      ...twice(told(end, date(ended))),
    ]);
  const report = fc.record({
    event: fc.constantFrom(...CHARGE_EVENTS.filter((event) => !['refiled', 'sentenced'].includes(event))),
    when: fc.constantFrom('2023-01', '2023-02', '2023-03', '2023-04', '2023-Q1', '2023', '2023-02-01/..', null),
    offence: fc.constantFrom('assault', null),
  });

  /** How often the status moves when `by` tell something else with a vague date. */
  function moved(by: (assertion: ReturnType<typeof told>) => readonly AssertionSet[]) {
    return fc.check(
      fc.property(course, report, (past, { event, when, offence }) => statusOf(see([...past, ...by(told(event, when, { offence }))])) === statusOf(see(past))),
      { seed: 1_923, numRuns: 200 },
    ).counterexample;
  }

  it('is never moved by one originator with a vague date, offence named or not', () => {
    expect(moved((assertion) => [article([assertion], { originator: 'Lone Star', reported: '2024-12-31' })])).toBeNull();
  });

  it('(control) may be moved by two', () => {
    expect(moved((assertion) => ['Cove', 'Ridge'].map((originator) => article([assertion], { originator, reported: '2024-12-31' })))).not.toBeNull();
  });
});
