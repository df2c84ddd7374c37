import { describe, expect, it } from 'vitest';
import { article, charge, charges, heard, reasons, see, statusOf, told, twice } from '../test/news.js';
import type { Telling } from '../test/news.js';
import type { AssertionSet } from './index.js';

const charged = article([told('charged', '2023-01-31', { counts: 4 })]);
const pleaded = (value: string, when = '2023-02-23') => article([told('plea_entered', when, { value })]);
const convicted = article([told('convicted', '2023-09-15')]);
const sentenced = article([told('sentenced', '2023-11-02')]);
const only = (...news: readonly AssertionSet[]) => charge(see(news));

describe('what a conviction rests on', () => {
  const onTrial = article([told('trial_started', '2023-09-04')]);

  it.each([
    ['a verdict after a trial', [charged, onTrial, convicted], 'verdict'],
    ['a verdict after a plea of not guilty', [charged, pleaded('not_guilty'), convicted], 'verdict'],
    ['the plea, also behind an inferred conviction', [charged, pleaded('no_contest'), sentenced], 'plea'],
    ['a plea in mid-trial', [charged, onTrial, pleaded('guilty', '2023-09-10'), convicted], 'plea'],
    ['what is not told', [charged, convicted], null],
    ['what the words say', [charged, article([told('convicted', '2023-09-15', { basis: 'plea' })])], 'plea'],
  ] as const)('%s', (_, news, basis) => {
    expect(only(...news).basis).toBe(basis);
  });

  it('is nothing once it is set aside, and a plea under a verdict cannot be withdrawn', () => {
    expect(only(charged, onTrial, convicted, article([told('vacated', '2023-12-01')]))).toMatchObject({ status: 'vacated', basis: null });
    expect(reasons(see([charged, onTrial, convicted, article([told('plea_withdrawn', '2023-10-01')])]))).toEqual(['not_allowed']);
    expect(only(charged, pleaded('guilty'), convicted, article([told('plea_withdrawn', '2023-10-01')]))).toMatchObject({ status: 'pleaded', basis: null });
  });

  it('names the lesser offence, where most name the same', () => {
    const lesser = (offence: string) => article([told('convicted', '2023-09-15', { lesser: offence })]);
    expect(only(charged, lesser('affray')).lesser).toBe('affray');
    expect(only(charged, lesser('affray'), lesser('trespass')).lesser).toBeNull();
  });
});

it('a retrial is the second trial', () => {
  const trials = [article([told('trial_started', '2023-05-01')]), article([told('mistrial', '2023-05-09')]), article([told('trial_started', '2023-10-02')])];
  expect([only(charged).trialNo, only(charged, ...trials).trialNo]).toEqual([0, 2]);
});

describe('an appeal', () => {
  const filed = (by: 'defence' | 'prosecution', against: 'conviction' | 'sentence' | null = null) => article([told('appeal_filed', '2023-12-01', { by, against })]);

  it('tells who brings it and against what', () => {
    expect(only(charged, convicted, sentenced, filed('defence', 'sentence'))).toMatchObject({ status: 'sentenced', appeal: 'filed', appealBy: 'defence', appealAgainst: 'sentence' });
    expect(only(charged, convicted, sentenced, filed('defence'))).toMatchObject({ appealAgainst: null });
  });

  it('can only be against the dismissal, where the charge was dismissed', () => {
    expect(only(charged, article([told('dismissed', '2023-11-01')]), filed('prosecution'))).toMatchObject({ appealBy: 'prosecution', appealAgainst: 'dismissal' });
  });

  it('is the latest one, whoever brought the first', () => {
    const second = article([told('appeal_filed', '2024-06-01', { by: 'prosecution', against: 'sentence' })]);
    expect(only(charged, convicted, sentenced, filed('defence', 'conviction'), article([told('appeal_withdrawn', '2024-02-01')]), second)).toMatchObject({ appealBy: 'prosecution', appealAgainst: 'sentence' });
  });
});

describe('a dismissal of some of the counts', () => {
  const named = article([told('dismissed', '2023-05-01', { value: 'c:1,3', refile: 'barred' })]);

  it('splits those that it names off, and the rest goes on', () => {
    const seen = see([charged, named, convicted]);
    expect(seen.charges.map(({ part, status, counts, countsDismissed, refile }) => [part, status, counts, countsDismissed, refile])).toEqual([[null, 'convicted', 2, 2, null], ['1,3', 'dismissed', 2, 0, 'barred']]);
    expect(seen.charges[1]?.splitFrom).toBe(seen.charges[0]?.id);
    expect(seen.charges[1]?.steps.map(({ event }) => event)).toEqual(['charged', 'dismissed']);
    expect(see([charged, named]).defendants).toMatchObject([{ status: 'charged', tally: { charged: 1, dismissed: 1 }, mixed: true }]);
  });

  it('is told as a split, and the correction of it as a withdrawal of the part', () => {
    expect(heard([charged], named)).toEqual([['refined', 'charged'], ['split', 'dismissed']]);
    const gone = article([], { article: named.article, assignment: 2, kind: 'retraction' });
    expect(heard([charged, named], gone)).toEqual([['withdrawn', null], ['refined', 'charged']]);
  });

  it('is one, whether another agency tells its number, or only that there was one', () => {
    const vaguer = [article([told('dismissed', '2023-05-02', { value: 'n:2' })]), article([told('dismissed', '2023-05-01', { value: 'some' })])];
    const [main, part] = see([charged, named, ...vaguer]).charges;
    expect([main?.countsDismissed, main?.counts, part?.steps.at(-1)?.originators]).toEqual([2, 2, 3]);
  });

  it('never takes off what nobody counted, nor ends the charge', () => {
    expect(only(charged, article([told('dismissed', '2023-05-01', { value: 'some' })]))).toMatchObject({ status: 'charged', counts: 4, countsDismissed: 0 });
    expect(only(charged, article([told('dismissed', '2023-05-01', { value: 'n:2' })]))).toMatchObject({ status: 'charged', counts: 2, countsDismissed: 2 });
  });

  it('splits the same counts once, and a number without an offence fits no charge of several', () => {
    expect(see([charged, named, article([told('dismissed', '2023-08-01', { value: 'c:1,3' })])]).charges).toHaveLength(2);
    const two = article([told('charged', '2023-01-31', { offence: 'fraud' })]);
    expect(reasons(see([charged, two, article([told('dismissed', '2023-05-01', { offence: null, value: 'n:1' })])]))).toEqual(['which_charge']);
  });

  it.each(['2023-05-01', '2023-05-02', '2023-05-03', '2023-05-04', '2023-05-05'])('goes before the dismissal of the rest on the same day (%s)', (day) => {
    const seen = see([charged, article([told('dismissed', day), told('dismissed', day, { value: 'n:1' })])]);
    expect([charges(seen), reasons(seen)]).toEqual([{ 'assault 1': 'dismissed' }, []]);
  });
});

describe('a charge that is carried on', () => {
  const superseded = article([told('superseded', '2023-03-01')]);

  it('goes on in the next of its chain, moved to another court as far as it had come', () => {
    const seen = see([charged, pleaded('not_guilty'), article([told('transferred', '2023-03-01')]), convicted]);
    expect(seen.charges.map(({ n, status, plea }) => [n, status, plea])).toEqual([[1, 'transferred', 'not_guilty'], [2, 'convicted', 'not_guilty']]);
    expect(seen.charges[0]?.supersededBy).toBe(seen.charges[1]?.id);
    expect([statusOf(seen), seen.reopened]).toEqual(['convicted', false]);
  });

  it('begins its course anew where it was replaced, and is indicted where a new indictment replaced it', () => {
    expect(charges(see([charged, pleaded('guilty'), superseded]))).toEqual({ 'assault 1': 'superseded', 'assault 2': 'charged' });
    expect(charges(see([charged, article([told('indicted', '2023-03-01')]), superseded]))).toEqual({ 'assault 1': 'superseded', 'assault 2': 'indicted' });
  });

  it('is carried by the charge of another offence that was brought in those days', () => {
    const reduced = article([told('charged', '2023-03-02', { offence: 'affray' })]);
    const companion = article([told('charged', '2023-01-31', { offence: 'fraud' })]);
    const seen = see([charged, companion, superseded, reduced]);
    expect(charges(seen)).toEqual({ 'affray 1': 'charged', 'assault 1': 'superseded', 'fraud 1': 'charged' });
    expect(seen.charges.find(({ offence }) => offence === 'assault')?.supersededBy).toBe(seen.charges.find(({ offence }) => offence === 'affray')?.id);
  });

  it('is not carried by a charge brought with it, however soon it was replaced, nor by one brought long after', () => {
    const both = article([told('charged', '2023-02-27'), told('charged', '2023-02-27', { offence: 'fraud' })]);
    const later = article([told('charged', '2023-06-01', { offence: 'affray' })]);
    expect(charges(see([both, superseded, later]))).toMatchObject({ 'assault 2': 'charged' });
  });
});

describe('a report that the charge stands where it stands', () => {
  it.each([
    ['investigated', []],
    ['arrested', []],
    ['declined', []],
    ['stayed', ['charged']],
    ['diverted', ['charged']],
    ['not_responsible', ['charged']],
  ] as const)('%s, told again weeks later, is a line of the timeline and no anomaly', (event, before) => {
    const past = [...before.map((first) => article([told(first, '2023-01-31')])), article([told(event, '2023-02-10')])];
    const seen = see([...past, article([told(event, '2023-03-20')])]);
    expect([charge(seen).status, charge(seen).since, charge(seen).steps.at(-1)?.when, reasons(seen)]).toEqual([charge(see(past)).status, '2023-02-10', '2023-03-20', []]);
  });

  it('may say that somebody charged is investigated, and moves nothing', () => {
    const seen = see([charged, article([told('investigated', '2023-03-20')]), article([told('investigated', '2023-04')], { reported: '2023-05-01' })]);
    expect([charge(seen).status, charge(seen).steps.length, reasons(seen)]).toEqual(['charged', 3, []]);
  });

  it('(control) is an anomaly where it contradicts', () => {
    expect(reasons(see([charged, convicted, sentenced, article([told('declined', '2024-03-20')])]))).toEqual(['not_allowed']);
  });
});

describe('an editor’s decision', () => {
  const barred = [charged, ...twice(told('dismissed', '2023-04-20', { refile: 'barred' }))];

  it('is proof enough to bring a charge again that was barred', () => {
    const again = (rule: string) => see([...barred, article([told('refiled', '2024-01-19', { rule })], { reported: '2024-08-01' })]);
    expect([charges(again('editor')), reasons(again('editor'))]).toEqual([{ 'assault 1': 'dismissed', 'assault 2': 'charged' }, []]);
    expect(reasons(again('spec@1'))).toEqual(['barred']);
  });

  it('moves an outcome that one article does not, and does not count as two sources', () => {
    const proved = [...twice(told('charged', '2023-01-31')), ...twice(told('convicted', '2023-09-15'))];
    const seen = see([...proved, article([told('acquitted', '2023-10-15', { rule: 'editor' })])]);
    expect([charge(seen).status, charge(seen).steps.at(-1)?.originators]).toEqual(['acquitted', 1]);
  });
});

describe('the law of the place', () => {
  const stayed = (telling: Telling = {}) => [article([told('charged', '2023-01-31')]), article([told('stayed', '2023-03-01', { mechanism: 'crown_stay' })], telling)];
  const dropped = (detail: Parameters<typeof told>[2], jurisdiction: string) => charge(see([charged, article([told('dismissed', '2023-04-21', detail)], { jurisdiction })]));

  it('says whether a charge may come back, where nobody else does, and until when', () => {
    expect(charge(see(stayed({ jurisdiction: 'CA' })))).toMatchObject({ status: 'stayed', refile: 'possible', refileBy: '2024-03-01', mechanism: 'crown_stay' });
    expect(charge(see(stayed()))).toMatchObject({ status: 'stayed', refile: null, refileBy: null });
    expect(dropped({ mechanism: 'nolle_prosequi' }, 'US-NM')).toMatchObject({ refile: 'possible', refileBy: null });
    expect(dropped({ mechanism: 'nolle_prosequi' }, 'US-CA')).toMatchObject({ refile: 'unknown' });
  });

  it('holds also where others tell the step without the offence', () => {
    const told2 = [article([told('dismissed', '2023-04-21', { mechanism: 'nolle_prosequi' })], { jurisdiction: 'US-NM' }), article([told('dismissed', '2023-04-21', { offence: null })])];
    expect(charge(see([charged, ...told2])).refile).toBe('possible');
  });

  it('gives way to what is said, and moves no status', () => {
    expect(dropped({ mechanism: 'nolle_prosequi', refile: 'barred' }, 'US-NM').refile).toBe('barred');
    expect(dropped({ mechanism: 'no_evidence_offered' }, 'GB-EAW')).toMatchObject({ status: 'dismissed', refile: 'unknown' });
  });

  it('is that of the place which most originators name, told by any article of the case', () => {
    const news = [article([told('charged', '2023-01-31')], { jurisdiction: 'US-NM' }), article([told('dismissed', '2023-04-21', { mechanism: 'nolle_prosequi' })])];
    expect(charge(see(news)).refile).toBe('possible');
    expect(charge(see([...news, article([told('charged', '2023-02-01')], { jurisdiction: 'GB-EAW' })])).refile).toBe('unknown');
  });

  it('is of no use for the date of a vague stay, and of 29 February counts to the 28th', () => {
    const on = (when: string) => charge(see([charged, article([told('stayed', when, { mechanism: 'crown stay' })], { jurisdiction: 'CA', reported: '2024-06-01' })])).refileBy;
    expect([on('2024-03'), on('2024-02-29')]).toEqual([null, '2025-02-28']);
  });
});
