import { describe, expect, it } from 'vitest';
import { article, charge, charges, heard, reasons, see, statusOf, told, twice } from '../test/news.js';
import type { AssertionSet } from './index.js';

const charged = article([told('charged', '2023-01-31')]);
const pleaded = article([told('plea_entered', '2023-02-23', { value: 'not_guilty' })]);
const dismissed = article([told('dismissed', '2023-04-21', { refile: 'possible', endedBy: 'prosecution', mechanism: 'nolle_prosequi' })]);
const onTrial = article([told('trial_started', '2023-09-04')]);
const convicted = article([told('convicted', '2023-09-15')]);
const sentenced = article([told('sentenced', '2023-11-02')]);

/** What subscribers hear of the news, and where Dana stands after it. */
function given(...past: readonly AssertionSet[]) {
  return { when: (...news: readonly AssertionSet[]) => [heard(past, ...news).map(([kind]) => kind), statusOf(see([...past, ...news]))] };
}

describe('the life of a charge', () => {
  it('opens with the first report, whatever step it tells', () => {
    expect(given().when(charged)).toEqual([['opened'], 'charged']);
    expect(given().when(convicted)).toEqual([['opened'], 'convicted']);
  });

  it('advances step by step to the sentence', () => {
    expect(given(charged).when(pleaded)).toEqual([['advanced'], 'pleaded']);
    expect(given(charged, pleaded).when(onTrial)).toEqual([['advanced'], 'on_trial']);
    expect(given(charged, pleaded, onTrial).when(convicted)).toEqual([['advanced'], 'convicted']);
    expect(given(charged, pleaded, onTrial, convicted).when(sentenced)).toEqual([['advanced'], 'sentenced']);
  });

  it('stays dismissed when an older step is reported late', () => {
    expect(given(charged, dismissed).when(pleaded)).toEqual([['refined'], 'dismissed']);
  });

  it('shows who ended it, how, and whether it may come back', () => {
    expect(charge(see([charged, dismissed]))).toMatchObject({ status: 'dismissed', since: '2023-04-21', refile: 'possible', endedBy: 'prosecution', mechanism: 'nolle_prosequi' });
  });

  it('is brought again as a charge of its own, and the ended one stays as it was', () => {
    const refiled = article([told('refiled', '2024-01-19'), told('indicted', '2024-01-19')]);
    expect(given(charged, dismissed).when(refiled)).toEqual([['refined', 'refiled', 'reopened'], 'indicted']);
    const seen = see([charged, dismissed, refiled]);
    expect(charges(seen)).toEqual({ 'assault 1': 'dismissed', 'assault 2': 'indicted' });
    expect(seen.charges[0]?.refiledAs).toBe(seen.charges[1]?.id);
    expect(seen.charges[1]?.refiles).toBe(seen.charges[0]?.id);
  });

  it('tells a sentence without a conviction as both, the conviction inferred', () => {
    const { steps } = charge(see([charged, sentenced]));
    expect(steps.map(({ event, inferred, originators }) => [event, inferred, originators])).toEqual([['charged', false, 1], ['convicted', true, 0], ['sentenced', false, 1]]);
  });

  it('goes back to where it stood when a stay is resumed or a conviction reinstated', () => {
    const stayed = article([told('stayed', '2023-05-01')]);
    const resumed = article([told('resumed', '2023-06-01')]);
    expect(given(charged, pleaded, stayed).when(resumed)).toEqual([['advanced'], 'pleaded']);
    const setAside = article([told('vacated', '2024-02-01')]);
    const reinstated = article([told('conviction_reinstated', '2024-05-01')]);
    expect(given(charged, convicted, sentenced, setAside).when(reinstated)).toEqual([['advanced'], 'sentenced']);
  });

  it('keeps the appeal beside the status, and the case on appeal once all is decided', () => {
    const appeal = article([told('appeal_filed', '2023-12-01')]);
    const past = [charged, convicted, sentenced];
    expect(see([...past, appeal])).toMatchObject({ state: 'on_appeal', charges: [{ status: 'sentenced', appeal: 'filed' }] });
    expect(see([...past, appeal, article([told('appeal_dismissed', '2024-06-01')])])).toMatchObject({ state: 'closed', charges: [{ appeal: 'dismissed' }] });
    expect(see([...past, appeal, article([told('appeal_allowed', '2024-06-01', { value: 'part' })])])).toMatchObject({ charges: [{ appeal: 'allowed_in_part' }] });
  });

  it('keeps every plea in its steps, and shows the latest', () => {
    const changed = article([told('plea_entered', '2023-06-30', { value: 'guilty' })]);
    const seen = charge(see([charged, pleaded, changed]));
    expect(seen).toMatchObject({ status: 'pleaded', plea: 'guilty' });
    expect(seen.steps.map(({ value }) => value)).toEqual(['', 'not_guilty', 'guilty']);
    expect(charge(see([charged, pleaded, changed, article([told('plea_withdrawn', '2023-07-30')])])).plea).toBe('withdrawn');
  });

  it('forgets the plea with a new indictment', () => {
    expect(charge(see([charged, pleaded, article([told('indicted', '2023-05-01')])]))).toMatchObject({ status: 'indicted', plea: 'none' });
  });

  it('says where the person is, and takes an arrest after the charge for nothing more', () => {
    const seen = see([charged, article([told('arrested', '2023-03-01')]), article([told('custody_changed', '2023-03-02', { value: 'on_bail' })])]);
    expect(seen).toMatchObject({ defendants: [{ status: 'charged', custody: 'on_bail' }], anomalies: [] });
    expect(see([charged, article([told('arrested', '2023-03-01', { offence: null })])])).toMatchObject({ defendants: [{ status: 'charged', custody: 'in_custody' }], anomalies: [] });
  });

  it('does not let one originator undo an outcome, and shows the attempt', () => {
    const past = [...twice(told('charged', '2023-01-31')), ...twice(told('convicted', '2023-09-15'))];
    expect(given(...past).when(article([told('acquitted', '2023-10-15')]))).toEqual([['conflict_opened'], 'convicted']);
  });

  it('sets a weak ending aside for a later step that is better proved', () => {
    const seen = see([charged, article([told('dismissed', '2023-03-01')]), ...twice(told('trial_started', '2023-03-05'))]);
    expect([statusOf(seen), reasons(seen)]).toEqual(['on_trial', ['outweighed']]);
  });

  it('leaves a closed charge closed when part of its counts is said to be dismissed', () => {
    const part = article([told('dismissed', '2023-05-01', { value: 'n:2' })]);
    expect(charge(see([article([told('charged', '2023-01-31', { counts: 5 })]), part]))).toMatchObject({ status: 'charged', counts: 3, countsDismissed: 2 });
    expect(reasons(see([charged, convicted, sentenced, article([told('dismissed', '2024-05-01', { value: 'n:2' })])]))).toEqual(['not_allowed']);
  });
});

describe('a defendant with several charges', () => {
  const both = [article([told('charged', '2023-01-31'), told('charged', '2023-01-31', { offence: 'fraud' })])];
  const after = (...more: AssertionSet[]) => see([...both, ...more]).defendants[0];

  it('is led by what is furthest on its way, and never told without the tally', () => {
    expect(after(pleaded)).toMatchObject({ status: 'pleaded', tally: { pleaded: 1, charged: 1 }, mixed: true });
  });

  it('stands convicted where another charge ended in an acquittal', () => {
    expect(after(convicted, article([told('acquitted', '2023-09-18', { offence: 'fraud' })]))).toMatchObject({ status: 'convicted', tally: { convicted: 1, acquitted: 1 } });
  });

  it('is not led by a charge of which nothing was heard since the sentence for another', () => {
    expect(after(convicted, sentenced)).toMatchObject({ status: 'sentenced', tally: { sentenced: 1, unresolved: 1 } });
  });

  it('waits for the other charge after an acquittal', () => {
    expect(after(article([told('acquitted', '2023-09-15')]))).toMatchObject({ status: 'charged', tally: { charged: 1, acquitted: 1 } });
  });
});

describe('the case as a whole', () => {
  it.each([
    ['pre_charge', [article([told('arrested', '2023-01-10')])]],
    ['open', [charged]],
    ['inactive', [charged, article([told('stayed', '2023-05-01')])]],
    ['closed', [charged, dismissed]],
    ['unknown', []],
  ] as const)('is %s', (state, past) => {
    expect(see(past).state).toBe(state);
  });
});
