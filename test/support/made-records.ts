import type { Assertion, AssertionSet } from '@docketwire/case';
import { encodeEvent, extractionRecordedEvent } from '@docketwire/contracts';
import type { OutRecord } from '@docketwire/contracts';
import { contentHash, isoOf, partialDate, uuid5 } from '@docketwire/kernel';
import type { Random } from './random.ts';

/** A course that a charge may take; articles tell parts of it, rightly or wrongly, early or late. */
const STEPS = [
  ['charged', '', 10], ['plea_entered', 'not_guilty', 40], ['indicted', '', 60], ['trial_started', '', 200], ['convicted', '', 220],
  ['sentenced', '', 260], ['dismissed', '', 120], ['acquitted', '', 221], ['appeal_filed', '', 280], ['charge_amended', '', 30],
] as const;
const KINDS = ['new', 'update', 'correction', 'retraction'] as const;
const FIRST_DAY_OF_2024 = 19_723;

/** A record with its key, and the set that it carries. */
export type MadeRecord = Readonly<{ caseId: string; set: AssertionSet; record: OutRecord }>;

/**
 * Invented records about `cases` cases of two defendants: several articles each, revised, corrected, retracted, told
 * again, in an order that mixes them all.
 */
export function madeRecords(random: Random, { cases, articles, revisions }: { cases: number; articles: number; revisions: number }): MadeRecord[] {
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, place) => place);
  const all = upTo(cases).flatMap((one) =>
    upTo(articles).flatMap((article) => upTo(revisions).map((revision) => madeRecord(uuid5('made case', one), madeSet(random, { name: `wire/${one}-${article}`, assignment: revision + 1 })))),
  );
  const again = all.filter(() => random.chance(0.3));
  return random.shuffle([...all, ...again]);
}

function madeRecord(caseId: string, set: AssertionSet): MadeRecord {
  const event = extractionRecordedEvent({ caseId, set, extractorVersion: 1, movedTo: null, time: '2024-12-01T00:00:00Z' });
  return { caseId, set, record: encodeEvent(caseId, event) };
}

function madeSet(random: Random, { name, assignment }: { name: string; assignment: number }): AssertionSet {
  const kind = assignment === 1 ? 'new' : random.pick(KINDS);
  const assertions = kind === 'retraction' ? [] : Array.from({ length: 1 + random.below(3) }, () => madeAssertion(random));
  const source = `wire-${random.below(5)}`;
  const record = {
    article: name, assignment, kind, revision: assignment, source, originator: source, url: null, title: `About ${name}`, reported: isoOf(FIRST_DAY_OF_2024 + 300),
    defendants: ['d1', 'd2'].map((id) => ({ id, name: `Defendant ${id}`, aliases: [] })), assertions,
  };
  return { ...record, contentHash: contentHash(record) };
}

function madeAssertion(random: Random): Assertion {
  const [event, value, day] = random.pick(STEPS);
  const when = isoOf(FIRST_DAY_OF_2024 + day + random.below(3));
  return {
    defendant: random.pick(['d1', 'd2']), offence: random.pick(['theft', 'fraud']), event, value, when: partialDate(random.chance(0.2) ? when.slice(0, 7) : when),
    realis: random.chance(0.2) ? 'announced' : 'occurred', counts: null, refile: event === 'dismissed' ? random.pick(['possible', 'barred', 'unknown']) : null,
    endedBy: null, mechanism: null, party: false, quote: { text: `${event} ${when}`, start: 0, end: 20 }, rule: 'made', confidence: 1,
  };
}
