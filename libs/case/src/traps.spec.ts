import { describe, expect, it } from 'vitest';
import { ASSAULT, article, charge, charges, heard, reasons, see, statusOf, told, twice } from '../test/news.js';
import { EMPTY_RECORD, diff, merge } from './index.js';

const accused = twice(told('charged', '2023-01-31'));
const verdict = [...accused, ...twice(told('plea_entered', '2023-08-09', { value: 'not_guilty' })), ...twice(told('trial_started', '2024-02-21')), ...twice(told('convicted', '2024-03-06'))];
const late = (...assertions: Parameters<typeof article>[0]) => article(assertions, { originator: 'Dune Daily', reported: '2024-08-22' });

describe('traps seen in real news', () => {
  describe('1: a later story gets a year, a month or a day wrong', () => {
    it.each(['2023-03-06', '2023-03', '2024-03-07'])('convicted %s is outvoted, and its date stays visible', (wrong) => {
      const news = [...verdict, late(told('convicted', wrong))];
      expect(statusOf(see(news, '2023-09-01'))).toBe('pleaded');
      expect(charge(see(news))).toMatchObject({ status: 'convicted', since: '2024-03-06' });
      expect(see(news).anomalies).toMatchObject([{ why: 'other_date', when: wrong, evidence: [{ originator: 'Dune Daily' }] }]);
    });

    it('without a second originator for the right date, two dates are two reports', () => {
      const alone = [article([told('charged', '2023-01-31')]), article([told('convicted', '2024-03-06')]), late(told('convicted', '2023-03-06'))];
      expect(charge(see(alone)).since).toBe('2023-03-06');
    });
  });

  it('2: an agreement to plead guilty is no plea, and the plea that is entered may be another', () => {
    const agreed = [...accused, article([told('plea_agreement', '2023-02-01')])];
    expect(charge(see(agreed))).toMatchObject({ status: 'charged', plea: 'none' });
    expect(charge(see([...agreed, article([told('plea_entered', '2023-03-31', { value: 'no_contest' })])]))).toMatchObject({ status: 'pleaded', plea: 'no_contest' });
  });

  it('3: an enhancement dropped and a motion denied dismiss nothing', () => {
    const seen = see([...accused, article([told('charge_amended', '2023-02-20')]), article([told('motion_denied', '2023-03-01')])]);
    expect(charge(seen).steps.map(({ event, to }) => [event, to])).toEqual([['charged', 'charged'], ['charge_amended', 'charged'], ['motion_denied', 'charged']]);
  });

  describe('4: announced on Thursday, filed on Friday', () => {
    const announced = article([told('dismissed', '2023-04-20', { realis: 'announced', refile: 'possible' }), told('dismissed', null)], { reported: '2023-04-20' });
    const filed = article([told('dismissed', '2023-04-21')]);

    it('is announced on Thursday while nobody reports the filing, although the story opens with "have been dropped"', () => {
      expect(charge(see([...accused, announced]))).toMatchObject({ status: 'dismissed', since: '2023-04-20', realis: 'announced', refile: 'possible' });
    });

    it('is one dismissal with two dates once it is filed, and the change says so', () => {
      const news = [...accused, announced, filed];
      expect(charge(see(news)).steps.filter(({ event }) => event === 'dismissed')).toMatchObject([{ realis: 'occurred', announcedOn: '2023-04-20', occurredOn: '2023-04-21', originators: 2 }]);
      expect(heard([...accused, announced], filed)).toEqual([['refined', 'dismissed']]);
    });

    it('is dismissed from Thursday on', () => {
      expect(['2023-04-19', '2023-04-20', '2023-04-21'].map((day) => statusOf(see([...accused, announced, filed], day)))).toEqual(['charged', 'dismissed', 'dismissed']);
    });

    it('is not moved by counsel who announces it: that is a note', () => {
      const counsel = article([told('dismissed', '2023-04-20', { realis: 'announced', party: true })]);
      expect(see([...accused, counsel])).toMatchObject({ charges: [{ status: 'charged' }], anomalies: [], notes: [{ event: 'dismissed', when: '2023-04-20' }] });
    });
  });

  it('5: "two counts" and "a charge" are kept per source and change no status', () => {
    const told2 = (counts: number, originator: string) => article([told('charged', '2023-01-31', { counts })], { originator });
    const seen = charge(see([told2(2, 'Basin Wire'), told2(2, 'Mesa Press'), told2(1, 'Dune Daily')]));
    expect(seen).toMatchObject({ status: 'charged', counts: 2, countsTold: { 1: 1, 2: 2 } });
    expect(seen.steps).toHaveLength(1);
  });

  describe('6: a careless recap calls it a first indictment', () => {
    const ended = [...accused, ...twice(told('dismissed', '2023-04-20', { refile: 'possible' }))];

    it('revives nothing months later', () => {
      const seen = see([...ended, late(told('charged', '2023-05-20'))]);
      expect([charges(seen), seen.reopened]).toEqual([{ 'assault 1': 'dismissed' }, false]);
    });

    it('opens a new charge where two originators tell it, or one while it is news', () => {
      const again = { 'assault 1': 'dismissed', 'assault 2': 'indicted' };
      expect(charges(see([...ended, ...twice(told('indicted', '2024-01-19'))]))).toEqual(again);
      expect(charges(see([...ended, article([told('indicted', '2024-01-19')], { reported: '2024-01-20' })]))).toEqual(again);
    });

    it('opens none against a bar on refiling, unless two tell it', () => {
      const barred = [...accused, ...twice(told('dismissed', '2023-04-20', { refile: 'barred' }))];
      const seen = see([...barred, article([told('refiled', '2024-01-19')])]);
      expect([charges(seen), reasons(seen)]).toEqual([{ 'assault 1': 'dismissed' }, ['barred']]);
      expect(charges(see([...barred, ...twice(told('refiled', '2024-01-19'))]))).toEqual({ 'assault 1': 'dismissed', 'assault 2': 'charged' });
    });
  });

  describe('7: one wire story on five sites', () => {
    const words = 'The district attorney withdrew the charge on Thursday after new tests of the lock';
    const copy = (site: string, originator: string) => article([told('dismissed', '2023-04-20', { quote: words })], { article: `${site}/1`, originator });
    const copies = ['one', 'two', 'three', 'four', 'five'].map((site) => copy(site, 'Basin Wire'));

    it('is one originator, and so is a site that prints its words without credit', () => {
      const originators = (sites: Parameters<typeof see>[0]) => charge(see(sites)).steps.at(-1)?.originators;
      expect(originators([...accused, ...copies, copy('six', 'Sixth Site')])).toBe(1);
      expect(originators([...accused, ...copies, article([told('dismissed', '2023-04-20')], { originator: 'Mesa Press' })])).toBe(2);
    });

    it('does not let a rewriting site contradict two agencies', () => {
      const seen = see([...verdict, article([told('acquitted', '2024-03-06')], { originator: 'Rewrite Hub' })]);
      expect([statusOf(seen), reasons(seen)]).toEqual(['convicted', ['contradicts']]);
    });
  });

  describe('10: corrections and retractions', () => {
    const first = article([told('charged', '2023-01-31')], { article: 'basin/9', assignment: 1 });
    const corrected = article([told('charged', '2023-01-31', { offence: 'fraud' })], { article: 'basin/9', assignment: 2, kind: 'correction' });

    it('a correction wins over its article, whichever comes first', () => {
      expect(charges(see([first, corrected]))).toEqual({ 'fraud 1': 'charged' });
      expect(charges(see([corrected, first]))).toEqual({ 'fraud 1': 'charged' });
    });

    it('a retraction of one of two supporters leaves the status with one originator', () => {
      const [one, two] = twice(told('charged', '2023-01-31'));
      const gone = article([], { article: two?.article ?? '', assignment: 2, kind: 'retraction' });
      const [before, after] = [[one, two], [one, two, gone]].map((sets) => see(sets.filter((set) => set !== undefined)));
      expect(after && charge(after)).toMatchObject({ status: 'charged', steps: [{ originators: 1 }] });
      expect(before && after && diff(before, after, { kind: 'retraction' }).map(({ kind }) => kind)).toEqual(['corroborated']);
    });

    it('an article that is held takes its status back, and its release brings it again', () => {
      const base = [...accused];
      const news = article([told('dismissed', '2023-04-20')], { article: 'mesa/4', assignment: 1 });
      const held = article([], { article: 'mesa/4', assignment: 2, kind: 'hold' });
      const released = { ...news, assignment: 3, kind: 'release' as const };
      expect(heard([...base, news], held)).toEqual([['reverted', 'charged']]);
      expect(heard([...base, news, held], released)).toEqual([['advanced', 'dismissed']]);
      expect(see([...base, news, held, released])).toEqual(see([...base, news]));
    });

    it('the retraction of all that was known withdraws the charge', () => {
      const gone = article([], { article: 'basin/9', assignment: 2, kind: 'retraction' });
      expect(heard([first], gone)).toEqual([['withdrawn', null]]);
      expect([first, gone].reduce(merge, EMPTY_RECORD).size).toBe(1);
    });
  });

  it('11: an acquittal is no dismissal, and a stay is neither', () => {
    const ending = (event: 'acquitted' | 'stayed' | 'dismissed') => charge(see([...accused, ...twice(told(event, '2023-05-01'))]));
    expect(ending('acquitted')).toMatchObject({ status: 'acquitted', refile: 'barred' });
    expect(ending('dismissed')).toMatchObject({ status: 'dismissed', refile: 'unknown' });
    expect(ending('stayed')).toMatchObject({ status: 'stayed', refile: null });
  });

  describe('12: several outcomes in one sentence', () => {
    const two = article([told('charged', '2023-01-31'), told('charged', '2023-01-31', { offence: 'fraud' })]);

    it('each count has its own', () => {
      const seen = see([two, article([told('convicted', '2024-03-06'), told('acquitted', '2024-03-06', { offence: 'fraud' })])]);
      expect([charges(seen), statusOf(seen)]).toEqual([{ 'assault 1': 'convicted', 'fraud 1': 'acquitted' }, 'convicted']);
    });

    it('which count is which is not guessed where the sentence does not say', () => {
      const seen = see([two, article([told('convicted', '2024-03-06', { offence: null }), told('acquitted', '2024-03-06', { offence: null })])]);
      expect([charges(seen), reasons(seen)]).toEqual([{ 'assault 1': 'charged', 'fraud 1': 'charged' }, ['which_charge', 'which_charge']]);
    });

    it('three defendants have three, and the case no single one', () => {
      const people = ['Imre', 'Odile', 'Tamsin'] as const;
      const seen = see([
        article(people.map((defendant) => told('charged', '2023-01-31', { defendant }))),
        article([told('convicted', '2024-03-06', { defendant: 'Imre' }), told('acquitted', '2024-03-06', { defendant: 'Odile' }), told('dismissed', '2024-03-06', { defendant: 'Tamsin' })]),
      ]);
      expect(people.map((name) => statusOf(seen, name))).toEqual(['convicted', 'acquitted', 'dismissed']);
      expect(seen.state).toBe('open');
    });
  });
});

describe('an assertion that names no offence', () => {
  const dropped = article([told('dismissed', '2023-04-20', { offence: null })]);
  const charged = (offence: string, when: string) => article([told('charged', when, { offence })]);

  it('happens to every charge that was open, also to one learned later, and to none opened after it', () => {
    expect(charges(see([dropped, charged(ASSAULT, '2023-01-31'), charged('fraud', '2023-02-05')]))).toEqual({ 'assault 1': 'dismissed', 'fraud 1': 'dismissed' });
    expect(charges(see([dropped, charged(ASSAULT, '2023-01-31'), charged('fraud', '2023-08-05')]))).toEqual({ 'assault 1': 'dismissed', 'fraud 1': 'charged' });
  });

  it('only corroborates where the same step is told with its offence', () => {
    const seen = see([charged(ASSAULT, '2023-01-31'), charged('fraud', '2023-01-31'), article([told('dismissed', '2023-04-19')]), dropped]);
    expect(charges(seen)).toEqual({ 'assault 1': 'dismissed', 'fraud 1': 'charged' });
    expect(seen.charges[0]?.steps.at(-1)?.originators).toBe(2);
  });

  it('fits none of the charges where it is an anomaly, and opens none', () => {
    expect(reasons(see([charged(ASSAULT, '2023-06-01'), dropped]))).toEqual(['no_row']);
  });

  it('makes one unspecified charge where no offence is named, which becomes that of the offence', () => {
    const unnamed = article([told('charged', '2023-01-31', { offence: null })]);
    expect(charges(see([unnamed]))).toEqual({ 'unspecified 1': 'charged' });
    const [change] = diff(see([unnamed]), see([unnamed, charged(ASSAULT, '2023-01-31')]), { kind: 'new' });
    expect(change).toMatchObject({ kind: 'amended', previousChargeId: see([unnamed]).charges[0]?.id });
  });
});
