import { isDeepStrictEqual as same } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash, dayOf, isoOf, partialDate } from '@docketwire/kernel';
import type { PartialDate } from '@docketwire/kernel';
import { CASE } from '../test/news.js';
import { CHARGE_EVENTS, CHARGE_STATUSES, EMPTY_RECORD, applyDiff, diff, factsOf, merge, openLedger, view, winnersAt } from './index.js';
import type { Assertion, AssertionSet, CaseRecord, CaseView, Change, ChargeView, Ledger, ViewOptions } from './index.js';

/*
 * Laws over invented logs. Each runs twice: as it is, and with the law broken on purpose, where it must be found out.
 */
const SEED = 20_230_420;
const RUNS = 100;

const START = dayOf('2023-01-01');
const DAYS = 90;
const QUOTES = ['he was told of it in open court by the judge herself', 'a clerk confirmed late at night what had been decided there', 'as said'];

const day = fc.nat(DAYS).map((n) => isoOf(START + n));
const when = fc.oneof(
  { weight: 5, arbitrary: day.map(partialDate) },
  { weight: 2, arbitrary: fc.constantFrom('2023-01', '2023-02', '2023-Q1', '2023').map(partialDate) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('../%', '%/..'), day).map(([form, date]) => partialDate(form.replace('%', date))) },
  { weight: 1, arbitrary: fc.constant<PartialDate | null>(null) },
);
const COMMON = ['charged', 'charged', 'plea_entered', 'dismissed', 'dismissed', 'refiled', 'indicted', 'convicted', 'sentenced', 'acquitted'] as const;

const assertion: fc.Arbitrary<Assertion> = fc
  .record({
    defendant: fc.constantFrom('ada', 'ada', 'bo'), offence: fc.constantFrom('theft', 'theft', 'fraud', null),
    event: fc.constantFrom(...CHARGE_EVENTS, ...COMMON), when, realis: fc.constantFrom('occurred', 'occurred', 'announced'),
    plea: fc.constantFrom('guilty', 'not_guilty'), part: fc.constantFrom('', '', 'n:1', 'n:2', 'some', 'c:1,3'), party: fc.constantFrom(false, false, false, true),
    counts: fc.constantFrom(null, 1, 2), refile: fc.constantFrom(null, 'possible', 'barred', 'unknown'), quote: fc.constantFrom(...QUOTES),
    mechanism: fc.constantFrom(null, null, 'nolle_prosequi', 'crown_stay'), rule: fc.constantFrom('law@1', 'law@1', 'law@1', 'editor'),
  })
  .map(({ plea, part, quote, ...said }) => ({
    ...said,
    value: said.event === 'plea_entered' ? plea : said.event === 'dismissed' ? part : '',
    endedBy: null, confidence: 1, quote: { text: quote, start: 0, end: quote.length },
  }));

const ARTICLES = ['p', 'q', 'r', 's', 't', 'u'] as const;
const ORIGINATORS = { p: 'Basin', q: 'Basin', r: 'Mesa', s: 'Dune', t: 'Mesa', u: 'Cove' } as const;

function setOf(name: (typeof ARTICLES)[number], { assignment, reported, assertions, jurisdiction = null }: Readonly<{ assignment: number; reported: string; assertions: readonly Assertion[]; jurisdiction?: string | null }>): AssertionSet {
  const set = {
    article: name, assignment, kind: 'update' as const, revision: assignment, source: name, originator: ORIGINATORS[name], url: null, title: null, jurisdiction, reported,
    defendants: [{ id: 'ada', name: `Ada ${name}`, aliases: [] }], assertions,
  };
  return { ...set, contentHash: contentHash(set) };
}

const set = fc
  .record({ name: fc.constantFrom(...ARTICLES), assignment: fc.nat(3), reported: day, jurisdiction: fc.constantFrom(null, 'US-NM', 'CA'), assertions: fc.array(assertion, { maxLength: 3 }) })
  .map(({ name, ...said }) => setOf(name, said));
const log = fc.array(set, { maxLength: 10 });
/** A log, and the same in another order with some of it delivered twice. */
const delivered = log.chain((sets) =>
  fc.tuple(fc.constant(sets), fc.shuffledSubarray(sets, { minLength: sets.length }), fc.subarray(sets)).map(([sent, order, again]) => [sent, [...order, ...again]] as const),
);

type Merge = (record: CaseRecord, set: AssertionSet) => CaseRecord;
const lastWins: Merge = (record, next) => new Map(record).set(next.article, next);
const recordOf = (sets: readonly AssertionSet[], by: Merge = merge): CaseRecord => sets.reduce(by, EMPTY_RECORD);
const seen = (sets: readonly AssertionSet[], by?: Merge): CaseView => view(CASE, recordOf(sets, by).values());

/** A law, as it is and with what it is about broken: the counterexample, or null where it holds. */
type Law = Readonly<{ asItIs: () => string | null; broken: () => string | null }>;
type Parts<T, Part> = Readonly<{ of: fc.Arbitrary<T>; holds: (input: T, part: Part) => boolean; right: Part; broken: Part }>;

function law<T, Part>({ of, holds, right, broken }: Parts<T, Part>): Law {
  const check = (part: Part): string | null => {
    const { failed, counterexample, errorInstance } = fc.check(fc.property(of, (input) => holds(input, part)), { seed: SEED, numRuns: RUNS });
    return failed ? `${errorInstance instanceof Error ? errorInstance.message : 'does not hold'}: ${fc.stringify(counterexample)}` : null;
  };
  return { asItIs: () => check(right), broken: () => check(broken) };
}

const others = fc.tuple(log.map((sets) => sets.filter(({ article }) => article !== 'p')), fc.array(assertion, { maxLength: 3 }), fc.array(assertion, { minLength: 1, maxLength: 3 }));
const p = (assignment: number, assertions: readonly Assertion[]) => setOf('p', { assignment, reported: '2023-03-01', assertions });
const ofMerge = { right: merge, broken: lastWins };
const news = fc.tuple(log, fc.array(set, { minLength: 1, maxLength: 4 })).map(([past, more]) => [seen(past), seen([...past, ...more])] as const);

const LAWS: Readonly<Record<string, Law>> = {
  'the record: any order and any repetition give one state': law({
    of: delivered, ...ofMerge,
    holds: ([sent, arrived], by) => same(seen(arrived, by), seen(sent, by)),
  }),

  'the record: any split into batches gives one state, and so does their order': law({
    of: fc.tuple(log, fc.nat(10)), ...ofMerge,
    holds: ([sets, at], by) => {
      const [first, second] = [recordOf(sets.slice(0, at), by), recordOf(sets.slice(at), by)];
      const whole = seen(sets, by);
      return same(view(CASE, [...second.values()].reduce(by, first).values()), whole) && same(view(CASE, [...first.values()].reduce(by, second).values()), whole);
    },
  }),

  'the record: a set that does not win leaves the very same record': law({
    of: log, ...ofMerge,
    holds: (sets, by) => {
      const record = recordOf(sets);
      return sets.every((each) => by(record, each) === record);
    },
  }),

  'a retraction leaves the case as if the article had never been seen': law({
    of: others, ...ofMerge,
    holds: ([rest, before], by) => same(seen([...rest, p(8, []), p(7, before)], by), seen(rest, by)),
  }),

  'a correction leaves only the new revision': law({
    of: others, ...ofMerge,
    holds: ([rest, before, after], by) => same(seen([...rest, p(8, after), p(7, before)], by), seen([...rest, p(8, after)], by)),
  }),

  'time travel: what was known at a time is the state of what had come by then': law({
    of: fc.tuple(log, fc.nat(10)),
    holds: ([sets, time], knownBy) => {
      const known = sets.map((each, place) => ({ set: each, knownFrom: Math.floor(place / 2) }));
      return same(winnersAt(known.toReversed(), knownBy(time)), recordOf(sets.slice(0, 2 * time + 2)));
    },
    right: (time: number) => time, broken: (time: number) => time - 1,
  }),

  'the view never throws, and gives every charge and defendant a status': law({
    of: fc.tuple(log, fc.option(fc.integer({ min: -10, max: DAYS + 300 }), { nil: undefined })),
    holds: ([sets, on], show) => {
      const { charges, defendants } = show(sets, on === undefined ? {} : { on: START + on });
      return [...charges, ...defendants].every(({ status }) => CHARGE_STATUSES.includes(status));
    },
    right: (sets: readonly AssertionSet[], options: ViewOptions) => view(CASE, sets, options), broken: throwingView,
  }),

  'the view does not see the order of articles, nor of assertions within one': law({
    of: log,
    holds: (sets, show) => same(show(sets.map((each) => ({ ...each, assertions: each.assertions.toReversed() })).toReversed()), show(sets)),
    right: (sets: readonly AssertionSet[]) => view(CASE, sets), broken: (sets: readonly AssertionSet[]) => view(CASE, sets.slice(0, 1)),
  }),

  'the view loses nothing: every fact is on a charge, among the anomalies or among the notes': law({
    of: log,
    holds: (sets, show) => factsOf(sets).every(({ id }) => factsIn(show(view(CASE, sets))).has(id)),
    right: (all: CaseView) => all, broken: (all: CaseView) => ({ ...all, anomalies: [] }),
  }),

  'changes applied to the charges before give the charges after': law({
    of: news,
    holds: ([before, after], heard) => same(applyDiff(before.charges, heard(diff(before, after, { kind: 'update' }))).map(toldOf), after.charges.map(toldOf)),
    right: (changes: readonly Change[]) => changes, broken: (changes: readonly Change[]) => changes.slice(1),
  }),

  'there are no changes between equal views': law({
    of: log,
    holds: (sets, again) => diff(seen(sets), again(sets), { kind: 'update' }).length === 0,
    right: (sets: readonly AssertionSet[]) => seen(sets), broken: (sets: readonly AssertionSet[]) => seen(sets.slice(1)),
  }),

  'the ledger shows after every set what a fold of all sets shows, and hands out both views': law({
    of: log,
    holds: (sets, open) => {
      const ledger = open();
      return sets.every((each, place) => {
        const before = ledger.view();
        const entry = ledger.put(each);
        const after = seen(sets.slice(0, place + 1));
        return same(ledger.view(), after) && same(entry ?? { before: after, after }, { before, after });
      });
    },
    right: (): Ledger => openLedger(CASE), broken: forgetful,
  }),
};

describe('a law', () => {
  it.each(Object.entries(LAWS))('%s', (_, { asItIs }) => {
    expect(asItIs()).toBeNull();
  });

  it.each(Object.entries(LAWS))('is found out when it is broken: %s', (_, { broken }) => {
    expect(broken()).not.toBeNull();
  });
});

/** A ledger that never takes an older revision back. */
function forgetful(): Ledger {
  const ledger = openLedger(CASE);
  return { ...ledger, put: (each) => ledger.put({ ...each, article: `${each.article} ${each.assignment}` }) };
}

/** A view that refuses what the lifecycle does not allow, as a state machine would. */
function throwingView(sets: readonly AssertionSet[], options: ViewOptions): CaseView {
  const strict = view(CASE, sets, options);
  if (strict.anomalies.length) throw new Error('Not allowed');
  return strict;
}

function factsIn({ charges, anomalies, notes }: CaseView): Set<string> {
  return new Set([...charges, ...anomalies, ...notes].flatMap(({ facts }) => facts));
}

/** A charge without what is not told to subscribers: quotes, fact ids. */
function toldOf({ facts: _facts, countsTold, steps, ...charge }: ChargeView) {
  return { ...charge, countsTold, steps: steps.map(({ evidence: _evidence, facts: _told, ...each }) => each) };
}
