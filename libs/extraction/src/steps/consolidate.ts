import type { Assertion } from '@docketwire/case';
import type { PartialDate } from '@docketwire/kernel';

/** No reading of words is surer. */
const HIGHEST = 0.99;

/** Steps of which a person has one at a time: two undated tellings of one are one. */
const sameStep = (a: Assertion, b: Assertion): boolean => a.defendant === b.defendant && a.event === b.event && a.value === b.value;

/**
 * One story tells a step several times: first in short, then with its date, then again in passing. Tellings that do not
 * contradict one another become one assertion, with the quote of the one that says most.
 */
export function consolidate(told: readonly Assertion[]): Assertion[] {
  const whole = oneAct(inheritOffences(withSameCharges(withoutLooseClearing(told))));
  const out: Assertion[] = [];
  for (const assertion of whole.toSorted((a, b) => weight(b) - weight(a) || a.quote.start - b.quote.start)) {
    const at = out.findIndex((known) => sameStep(known, assertion) && offencesAgree(known, assertion) && datesAgree(known.when, assertion.when));
    const known = out[at];
    if (known) out[at] = joined(known, assertion);
    else out.push(assertion);
  }
  return out.toSorted((a, b) => a.quote.start - b.quote.start);
}

/** What says most comes first: a date, then an offence, then whether it is the step itself. */
function weight({ when, offence, party, counts }: Assertion): number {
  return (when ? 8 + when.length / 10 : 0) + (offence ? 4 : 0) + (counts ? 1 : 0) - (party ? 20 : 0);
}

function offencesAgree(a: Assertion, b: Assertion): boolean {
  return a.offence === b.offence || a.offence === null || b.offence === null;
}

function datesAgree(a: PartialDate | null, b: PartialDate | null): boolean {
  return a === null || b === null || a.startsWith(b) || b.startsWith(a);
}

function joined(known: Assertion, other: Assertion): Assertion {
  return {
    ...known,
    offence: known.offence ?? other.offence,
    counts: known.counts ?? other.counts,
    refile: moreCertain(known.refile, other.refile),
    endedBy: moreCertain(known.endedBy, other.endedBy),
    mechanism: known.mechanism ?? other.mechanism,
    realis: isUndated(known, other) ? earlierRealis(known, other) : known.realis,
    party: known.party && other.party,
    confidence: Math.min(HIGHEST, 1 - (1 - known.confidence) * (1 - other.confidence / 3)),
  };
}

const isUndated = (a: Assertion, b: Assertion): boolean => a.when === null && b.when === null;

/** `unknown` says that nobody told; what somebody told is better. */
function moreCertain<T extends string>(known: T | null, other: T | null): T | null {
  return known === null || known === 'unknown' ? (other ?? known) : known;
}

/** Of two undated tellings, what is said to be done was done. */
function earlierRealis(a: Assertion, b: Assertion): Assertion['realis'] {
  return a.realis === 'occurred' || b.realis === 'occurred' ? 'occurred' : 'announced';
}

/** No more offences are told by `the same charges`. */
const MOST_SAME = 4;
const SAME_CHARGES = /\bsame (?:\w+ )?(?:charges?|counts?|offen[cs]es?|crimes?)\b/;

/** A story tells an indictment a few times; the bound keeps a hostile text linear. */
const MOST_INDICTMENTS = 50;

/** A charge that came before the indictment is another step. */
const EARLIER = /\b(?:originally|initially|first|previously|earlier|already)\b/;

/** "Indicted ... was charged Thursday" tells one act in two words: the more specific word is meant. */
function oneAct(told: readonly Assertion[]): Assertion[] {
  const indictments = told.filter(({ event }) => event === 'indicted').slice(0, MOST_INDICTMENTS);
  return told.map((each) => {
    const indicted = each.event === 'charged' && !EARLIER.test(each.quote.text) ? indictments.find((other) => other.defendant === each.defendant && datesAgree(other.when, each.when)) : undefined;
    return indicted ? { ...each, event: 'indicted', when: each.when ?? indicted.when } : each;
  });
}

/** `cleared` is what papers also say of one whose charges were dropped: without a trial it tells no verdict. */
function withoutLooseClearing(told: readonly Assertion[]): Assertion[] {
  const dropped = new Set(told.filter(({ event }) => event === 'dismissed').map(({ defendant }) => defendant));
  const tried = new Set(told.filter(isVerdict).map(({ defendant }) => defendant));
  return told.filter((each) => !isLooseClearing(each) || !dropped.has(each.defendant) || tried.has(each.defendant));
}

const isLooseClearing = ({ rule, quote }: Assertion): boolean => rule.startsWith('acquitted.cleared') && !/\b(?:jur(?:y|ors)|trial|verdict)\b/.test(quote.text);

const isVerdict = (assertion: Assertion): boolean => /^(?:convicted|trial_started)$/.test(assertion.event) || (assertion.event === 'acquitted' && !isLooseClearing(assertion));

/** `faces the same charges`: those of the defendant spoken of before. */
function withSameCharges(told: readonly Assertion[]): Assertion[] {
  let offences: readonly (string | null)[] = [];
  let of = '';
  return told.flatMap((each) => {
    if (each.offence === null && of !== each.defendant && SAME_CHARGES.test(each.quote.text)) return offences.length ? offences.map((offence) => ({ ...each, offence })) : [each];
    if (each.offence !== null) [of, offences] = [each.defendant, of === each.defendant && offences.length < MOST_SAME ? [...new Set([...offences, each.offence])] : [each.offence]];
    return [each];
  });
}

/**
 * A step without an offence is of the one that its sentence names for the same defendant, else of the only one that
 * the article speaks of.
 */
function inheritOffences(told: readonly Assertion[]): Assertion[] {
  const bySentence = offencesBy(told, sentenceOf);
  const byDefendant = offencesBy(told, ({ defendant }) => defendant);
  return told.map((assertion) => {
    if (assertion.offence !== null || assertion.event === 'custody_changed') return assertion;
    const offences = bySentence.get(sentenceOf(assertion)) ?? byDefendant.get(assertion.defendant);
    return offences?.size === 1 ? { ...assertion, offence: [...offences][0] ?? null } : assertion;
  });
}

const sentenceOf = ({ defendant, quote }: Assertion): string => `${quote.start} ${defendant}`;

function offencesBy(told: readonly Assertion[], keyOf: (assertion: Assertion) => string): Map<string, Set<string>> {
  const offences = new Map<string, Set<string>>();
  for (const assertion of told) {
    if (assertion.offence !== null) offences.set(keyOf(assertion), (offences.get(keyOf(assertion)) ?? new Set()).add(assertion.offence));
  }
  return offences;
}
