import { describe, expect, it } from 'vitest';
import { article, charge, reasons, see, told, twice } from '../test/news.js';

const accused = twice(told('charged', '2023-01-31'));
const ended = [...accused, ...twice(told('dismissed', '2023-04-20', { refile: 'barred' }))];

describe('the view of a day', () => {
  it('does not show a conflict before it was reported, nor one of a later day', () => {
    const recap = article([told('dismissed', '2023-03-01')], { reported: '2024-08-01' });
    const again = article([told('refiled', '2024-01-19')], { reported: '2024-01-20' });
    const on = (day?: string) => reasons(see([...ended, recap, again], day));
    expect([on('2023-06-01'), on('2024-01-19'), on('2024-01-20'), on('2024-08-01'), on()]).toEqual([[], [], ['barred'], ['other_date', 'barred'], ['other_date', 'barred']]);
  });

  it('does not show a conflict before its day, though it was announced', () => {
    const ahead = article([told('declined', '2024-01-19', { offence: null })], { reported: '2024-01-10' });
    expect(['2024-01-12', '2024-01-19'].map((day) => reasons(see([...ended, ahead], day)))).toEqual([[], ['no_row']]);
  });

  it('does not show what a party says before it was said', () => {
    const counsel = article([told('dismissed', '2023-03-10', { party: true })], { reported: '2023-03-11' });
    const on = (day: string) => see([...accused, counsel], day).notes.length;
    expect([on('2023-03-09'), on('2023-03-10'), on('2023-03-11')]).toEqual([0, 0, 1]);
  });

  it('does not name a defendant of whom nothing had happened yet', () => {
    const later = article([told('arrested', '2023-05-01', { defendant: 'bo' })]);
    const on = (day: string) => see([...accused, later], day).defendants.map(({ id }) => id);
    expect([on('2023-01-01'), on('2023-02-01'), on('2023-05-01')]).toEqual([[], ['dana'], ['bo', 'dana']]);
  });
});

describe('one dismissal, announced by one agency and filed by another', () => {
  const announced = article([told('dismissed', '2023-04-20', { realis: 'announced' })], { originator: 'Basin Wire' });
  const filed = article([told('dismissed', '2023-04-21')], { originator: 'Mesa Press' });
  const recap = (when: string, reported = '2024-08-01') => article([told('dismissed', when)], { originator: 'Late Review', reported });

  it.each(['2023-03-01', '2023-03', '2023-06-15'])('is not a second one where a lone recap dates it %s', (wrong) => {
    const seen = see([...accused, announced, filed, recap(wrong)]);
    expect(charge(seen).steps.map(({ event, announcedOn, occurredOn }) => [event, announcedOn, occurredOn])).toEqual([['charged', null, '2023-01-31'], ['dismissed', '2023-04-20', '2023-04-21']]);
    expect(seen.anomalies).toMatchObject([{ why: 'other_date', when: wrong }]);
  });

  it('(control) is another where the other date was told while it was news', () => {
    expect(charge(see([...accused, announced, filed, recap('2023-03-01', '2023-03-02')])).steps).toHaveLength(3);
  });
});
