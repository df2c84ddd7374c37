import { openLedger } from '@docketwire/case';
import type { AssertionSet } from '@docketwire/case';
import { extract } from '@docketwire/extraction';
import { madeRecords } from '../../test/support/made-records.ts';
import { openRandom } from '../../test/support/random.ts';
import { article } from './article.ts';
import { median, perSecond } from './row.ts';
import type { Row } from './row.ts';
import type { Servers } from './servers.ts';
import type { Sizes } from './sizes.ts';

/** A set of the invented records has about two assertions; so many cases have more than enough for any size. */
const ARTICLES = 10;
const REVISIONS = 3;
const ASSERTIONS_A_CASE = 60;
/** What Node compiles hottest is compiled by then. */
const WARM_UP_SHARE = 0.2;

/** What needs no server: assertions to cases, and texts to assertions. */
export async function measurePure(_: Servers, { pure }: Sizes): Promise<Row[]> {
  const cases = casesOf(pure.assertions);
  const articles = Array.from({ length: pure.articles }, (_, n) => article(n));
  const assertions = countOf(cases.flat());
  foldAll(cases.slice(0, cases.length * WARM_UP_SHARE));
  replay(cases.slice(0, cases.length * WARM_UP_SHARE));
  articles.slice(0, articles.length * WARM_UP_SHARE).forEach((each) => extract(each));
  const rounds = Array.from({ length: pure.rounds }, () => ({
    fold: rateOf(assertions, () => foldAll(cases)),
    replay: rateOf(assertions, () => replay(cases)),
    read: rateOf(articles.length, () => articles.forEach((each) => extract(each))),
  }));
  const folded = median(rounds.map(({ fold }) => fold));
  const words = median(articles.map(({ text }) => text.split(/\s+/).length));
  return [
    {
      what: 'assertions folded into cases, one core', ours: perSecond(folded), beside: '', figure: { value: folded, unit: '/s' }, goal: { atLeast: 100_000 },
      how: `${assertions.toLocaleString('en-GB')} assertions of ${cases.length.toLocaleString('en-GB')} invented cases, mixed courses and dates, corrections and retractions: all sets of a case gathered, one view at the end, as a rebuild does.`,
    },
    {
      what: 'assertions folded with a view after each record', ours: perSecond(median(rounds.map(({ replay: rate }) => rate))), beside: '', figure: null, goal: null,
      how: 'the same, with the case’s view before and after every record, as the projector needs it to tell changes.',
    },
    {
      what: 'articles read', ours: perSecond(median(rounds.map(({ read }) => read))), beside: '', figure: null, goal: null,
      how: `\`extract\` on ${pure.articles} invented articles of about ${words} words.`,
    },
  ];
}

function casesOf(assertions: number): AssertionSet[][] {
  const made = madeRecords(openRandom(7), { cases: Math.ceil(assertions / ASSERTIONS_A_CASE), articles: ARTICLES, revisions: REVISIONS });
  const byCase = [...Map.groupBy(made, ({ caseId }) => caseId).values()].map((records) => records.map(({ set }) => set));
  let counted = 0;
  return byCase.filter((sets) => (counted += countOf(sets)) <= assertions);
}

const countOf = (sets: readonly AssertionSet[]): number => sets.reduce((sum, { assertions }) => sum + assertions.length, 0);

function foldAll(cases: readonly AssertionSet[][]): void {
  for (const [n, sets] of cases.entries()) openLedger(`case-${n}`, sets).view();
}

function replay(cases: readonly AssertionSet[][]): void {
  for (const [n, sets] of cases.entries()) {
    const ledger = openLedger(`case-${n}`);
    for (const set of sets) ledger.put(set);
  }
}

function rateOf(items: number, work: () => void): number {
  const start = performance.now();
  work();
  return (items / (performance.now() - start)) * 1_000;
}
