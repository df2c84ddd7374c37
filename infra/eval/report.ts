import type { StoryScore } from './score.js';

type Tally = Readonly<{ tp: number; fp: number; fn: number }>;

const ratio = (a: number, b: number): string => (b ? (a / b).toFixed(3) : '-');

export function reportOf(name: string, scores: readonly StoryScore[]): string {
  const multi = scores.filter(({ isMulti }) => isMulti);
  return [
    `== ${name}: ${scores.length} stories`,
    line('all', tallyOf(scores)),
    line('one defendant', tallyOf(scores.filter(({ isMulti }) => !isMulti))),
    line('several defendants', tallyOf(multi)),
    `dates exact ${share(scores, ({ date }) => [date[0], date[1]])} · wrong ${share(scores, ({ date }) => [date[3], date[1]])}`,
    `charges overlap ${share(scores, ({ charge }) => charge)}`,
    `non-asserted leaked ${share(scores, ({ leaked }) => leaked)}`,
    '-- per status',
    ...perStatus(scores),
    '-- per source',
    ...[...Map.groupBy(scores, ({ source }) => source)].map(([source, of]) => line(source.slice(0, 24), tallyOf(of))),
    '',
  ].join('\n');
}

function tallyOf(scores: readonly StoryScore[]): Tally {
  const sum = (pick: (score: StoryScore) => readonly string[]): number => scores.reduce((total, score) => total + pick(score).length, 0);
  return { tp: sum(({ hits }) => hits), fp: sum(({ extras }) => extras), fn: sum(({ misses }) => misses) };
}

function line(name: string, { tp, fp, fn }: Tally): string {
  return `${name.padEnd(24)} P ${ratio(tp, tp + fp)} R ${ratio(tp, tp + fn)} F1 ${ratio(2 * tp, 2 * tp + fp + fn)}  (tp ${tp} fp ${fp} fn ${fn})`;
}

function share(scores: readonly StoryScore[], pick: (score: StoryScore) => readonly [number, number]): string {
  const [part, whole] = scores.map(pick).reduce<[number, number]>(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  return `${part}/${whole} = ${ratio(part, whole)}`;
}

function perStatus(scores: readonly StoryScore[]): string[] {
  const statusOf = (key: string): string => key.split('|')[1] ?? '';
  const statuses = new Set(scores.flatMap(({ hits, misses, extras }) => [...hits, ...misses, ...extras].map(statusOf)));
  const only = (keys: readonly string[], status: string): string[] => keys.filter((key) => statusOf(key) === status);
  return [...statuses].toSorted().map((status) =>
    line(status, tallyOf(scores.map((score) => ({ ...score, hits: only(score.hits, status), misses: only(score.misses, status), extras: only(score.extras, status) })))));
}
