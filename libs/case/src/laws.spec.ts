import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash, dayOf, isoOf, partialDate } from '@docketwire/kernel';
import type { PartialDate } from '@docketwire/kernel';
import { CASE } from '../test/news.js';
import { CHARGE_EVENTS, CHARGE_STATUSES, EMPTY_RECORD, applyDiff, diff, factsOf, merge, openLedger, view, winnersAt } from './index.js';
import type { Assertion, AssertionSet, CaseRecord, CaseView, ChargeView, Ledger } from './index.js';

/*
 * Laws over invented logs. Each runs twice: as it is, and with the law broken on purpose, where it must be found out.
 */
const SEED = 20_230_420;
const RUNS = 150;

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
    plea: fc.constantFrom('guilty', 'not_guilty'), part: fc.constantFrom('', '', 'n:1'), party: fc.constantFrom(false, false, false, true),
    counts: fc.constantFrom(null, 1, 2), refile: fc.constantFrom(null, 'possible', 'barred', 'unknown'), quote: fc.constantFrom(...QUOTES),
  })
  .map(({ plea, part, quote, ...said }) => ({
    ...said,
    value: said.event === 'plea_entered' ? plea : said.event === 'dismissed' ? part : '',
    endedBy: null, mechanism: null, rule: 'law@1', confidence: 1, quote: { text: quote, start: 0, end: quote.length },
  }));

const ARTICLES = ['p', 'q', 'r', 's', 't', 'u'] as const;
const ORIGINATORS = { p: 'Basin', q: 'Basin', r: 'Mesa', s: 'Dune', t: 'Mesa', u: 'Cove' } as const;

function setOf(name: (typeof ARTICLES)[number], { assignment, reported, assertions }: Readonly<{ assignment: number; reported: string; assertions: readonly Assertion[] }>): AssertionSet {
  const set = {
    article: name, assignment, kind: 'update' as const, revision: assignment, source: name, originator: ORIGINATORS[name], url: null, title: null, reported,
    defendants: [{ id: 'ada', name: `Ada ${name}`, aliases: [] }], assertions,
  };
  return { ...set, contentHash: contentHash(set) };
}

const set = fc
  .record({ name: fc.constantFrom(...ARTICLES), assignment: fc.nat(3), reported: day, assertions: fc.array(assertion, { maxLength: 3 }) })
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

/** Holds as it is; and fails, as it must, when what it is about is broken. */
function law<T, Part>(title: string, inputs: fc.Arbitrary<T>, { holds, right, broken }: { holds: (input: T, part: Part) => void; right: Part; broken: Part }) {
  const check = (part: Part) => fc.check(fc.property(inputs, (input) => void holds(input, part)), { seed: SEED, numRuns: RUNS });
  it(title, () => {
    const outcome = check(right);
    expect(outcome.failed ? fc.stringify(outcome.counterexample) : 'holds').toBe('holds');
  });
  it(`(control) finds out when not: ${title}`, () => {
    expect(check(broken).failed).toBe(true);
  });
}

describe('the record', () => {
  law('any order and any repetition give one state', delivered, {
    holds: ([sent, arrived], by) => expect(seen(arrived, by)).toEqual(seen(sent, by)),
    right: merge, broken: lastWins,
  });

  law('any split into batches gives one state', fc.tuple(log, fc.nat(10)), {
    holds: ([sets, at], by) => {
      const [first, second] = [recordOf(sets.slice(0, at), by), recordOf(sets.slice(at), by)];
      expect(view(CASE, [...second.values()].reduce(by, first).values())).toEqual(seen(sets, by));
      expect([...first.values()].reduce(by, second)).toEqual(recordOf(sets, by));
    },
    right: merge, broken: lastWins,
  });

  law('a set that does not win leaves the very same record', delivered, {
    holds: ([sent], by) => {
      const record = recordOf(sent);
      for (const each of sent) expect(by(record, each)).toBe(record);
    },
    right: merge, broken: lastWins,
  });

  const others = fc.tuple(log.map((sets) => sets.filter(({ article }) => article !== 'p')), fc.array(assertion, { maxLength: 3 }), fc.array(assertion, { minLength: 1, maxLength: 3 }));
  const p = (assignment: number, assertions: readonly Assertion[]) => setOf('p', { assignment, reported: '2023-03-01', assertions });

  law('a retraction leaves the case as if the article had never been seen', others, {
    holds: ([rest, before], by) => expect(seen([...rest, p(8, []), p(7, before)], by)).toEqual(seen(rest, by)),
    right: merge, broken: lastWins,
  });

  law('a correction leaves only the new revision', others, {
    holds: ([rest, before, after], by) => expect(seen([...rest, p(8, after), p(7, before)], by)).toEqual(seen([...rest, p(8, after)], by)),
    right: merge, broken: lastWins,
  });

  law('what was known at a time is the state of what had come by then', fc.tuple(log, fc.nat(10)), {
    holds: ([sets, time], knownBy) => {
      const known = sets.map((each, place) => ({ set: each, knownFrom: Math.floor(place / 2) }));
      expect(winnersAt(known.toReversed(), knownBy(time))).toEqual(recordOf(sets.slice(0, 2 * time + 2)));
    },
    right: (time: number) => time, broken: (time: number) => time - 1,
  });
});

describe('the view', () => {
  const total = (show: CaseView) => {
    expect(show.charges.every(({ status }) => CHARGE_STATUSES.includes(status))).toBe(true);
    expect(show.defendants.every(({ status }) => CHARGE_STATUSES.includes(status))).toBe(true);
  };
  const onSomeDay = fc.tuple(log, fc.option(fc.integer({ min: -10, max: DAYS + 300 }), { nil: undefined }));

  law('never throws, and gives every charge and defendant a status', onSomeDay, {
    holds: ([sets, on], by) => total(by(sets, on)),
    right: (sets: readonly AssertionSet[], on?: number) => view(CASE, sets, on === undefined ? {} : { on: START + on }),
    broken: (sets: readonly AssertionSet[]) => throwingView(sets),
  });

  law('does not see the order of articles, nor of assertions within one', log, {
    holds: (sets, by) => expect(by(sets.map((each) => ({ ...each, assertions: each.assertions.toReversed() })).toReversed())).toEqual(by(sets)),
    right: (sets: readonly AssertionSet[]) => view(CASE, sets),
    broken: (sets: readonly AssertionSet[]) => view(CASE, sets.slice(0, 1)),
  });

  law('loses nothing: every fact is on a charge, among the anomalies or among the notes', log, {
    holds: (sets, by) => expect(factsOf(sets).filter(({ id }) => !factsIn(by(view(CASE, sets))).has(id))).toEqual([]),
    right: (show: CaseView) => show,
    broken: (show: CaseView) => ({ ...show, anomalies: [] }),
  });
});

describe('the changes', () => {
  const step = fc.tuple(log, fc.array(set, { minLength: 1, maxLength: 4 })).map(([past, news]) => [seen(past), seen([...past, ...news])] as const);

  law('applied to the charges before, they give the charges after', step, {
    holds: ([before, after], keep) => expect(applyDiff(before.charges, keep(diff(before, after, { kind: 'update' }))).map(toldOf)).toEqual(after.charges.map(toldOf)),
    right: <T>(changes: T[]) => changes, broken: <T>(changes: T[]) => changes.slice(1),
  });

  law('are none between equal views', log, {
    holds: (sets, by) => expect(diff(seen(sets), by(sets), { kind: 'update' })).toEqual([]),
    right: (sets: readonly AssertionSet[]) => seen(sets), broken: (sets: readonly AssertionSet[]) => seen(sets.slice(1)),
  });
});

describe('the ledger', () => {
  law('shows after every set what a fold of all sets shows', log, {
    holds: (sets, open) => {
      const ledger = open();
      sets.forEach((each, place) => {
        const before = ledger.view();
        const entry = ledger.put(each);
        expect(ledger.view()).toEqual(seen(sets.slice(0, place + 1)));
        expect(entry ?? { before, after: before }).toEqual({ before, after: ledger.view() });
      });
    },
    right: (): Ledger => openLedger(CASE),
    broken: forgetful,
  });
});

/** A ledger that never takes an older revision back. */
function forgetful(): Ledger {
  const ledger = openLedger(CASE);
  return { ...ledger, put: (each) => ledger.put({ ...each, article: `${each.article} ${each.assignment}` }) };
}

function throwingView(sets: readonly AssertionSet[]): CaseView {
  if (view(CASE, sets).anomalies.length) throw new Error('Not allowed');
  return view(CASE, sets);
}

function factsIn({ charges, anomalies, notes }: CaseView): Set<string> {
  return new Set([...charges, ...anomalies, ...notes].flatMap(({ facts }) => facts));
}

/** A charge without what is not told to subscribers: quotes, fact ids. */
function toldOf({ facts: _facts, countsTold, steps, ...charge }: ChargeView) {
  return { ...charge, countsTold, steps: steps.map(({ evidence: _evidence, facts: _told, ...each }) => each) };
}
