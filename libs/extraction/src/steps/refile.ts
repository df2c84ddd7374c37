import type { EndedBy, Refile } from '@docketwire/case';
import { NUMBER_WORDS } from '../lexicon/words.js';
import { endAt, startAt } from '../clause/units.js';
import type { Finding } from './finding.js';

const BARRED = /\b(?<!without )with prejudice|(?:can ?not|may not|could not|never) be (?:re-?filed|brought (?:again|back)|(?:filed|laid) again|retried|re-?charged)|bars? (?:prosecutors|the state|them) from (?:re-?filing|bringing)/;
const POSSIBLE = /\bwithout prejudice|(?:can|could|may|might) (?:still |yet |later |also )?be (?:re-?filed|brought again|brought back|filed again|laid again|reinstated|revived|re-?charged)|(?:re-?fil(?:e|ing) (?:the |of )?(?:charges?|case)?|(?:bring|file|lay) (?:the |any )?(?:charges?|case|them|it|@) (?:again|back))/;
const NOT_POSSIBLE = /\b(?:not|no plans?|no intention|never|cannot) (?:\w+ ){0,2}re-?fil/;
const COURT = /\b(?:judges?|justice|court|magistrates?|tribunal|panel)\b/;
const PROSECUTION = /\b(?:prosecutors?|prosecution|(?:district|state|state's|county|u\.s\.) attorney|crown|da|dpp|cps|efcc|government|police)\b/;
/** Only who brought a charge can drop it; a court dismisses it. */
const DROPPED = /\b(?:dropp?(?:ed|s|ing)?|withdr[ae]wn?|withdraws|discontinued?|abandoned|nolle|stayed)\b/;
const OF_SOME = /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) of (?:the |his |her |their )?(?:\w+ )?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|\w+)? ?(?:\w+ ){0,3}(?:charges|counts)\b/;

/** `n:1` where one of several counts is dismissed; '' where all are. */
export function partOf({ rule: { event } }: Finding, told: string): string {
  const some = event === 'dismissed' ? OF_SOME.exec(told)?.[0].split(' ')[0] : undefined;
  if (some === undefined) return /\bsome of (?:the |his |her )?(?:\w+ )?(?:charges|counts)\b/.test(told) && event === 'dismissed' ? 'some' : '';
  return `n:${NUMBER_WORDS[some] ?? some}`;
}

/** Whether the charge may come back, as the sentence or the next one says; null for what is no end. */
export function refileOf({ rule: { event }, clause }: Finding, next: string): Refile | null {
  if (event === 'acquitted') return 'barred';
  if (event === 'declined') return 'possible';
  if (event !== 'dismissed') return null;
  const near = `${clause.norm} ${next}`;
  if (BARRED.test(near) || NOT_POSSIBLE.test(near)) return 'barred';
  return POSSIBLE.test(near) ? 'possible' : 'unknown';
}

/** Who ended a charge, as the words around the step tell. */
export function endedByOf({ rule, clause: { units, sentence }, first, last }: Finding, text: string): EndedBy | null {
  if (rule.endedBy) return rule.endedBy;
  if (!/^(?:dismissed|acquitted|stayed)$/.test(rule.event)) return null;
  const [start, end] = [startAt(units, first), endAt(units, last)];
  const before = text.slice(sentence.start, start).toLowerCase();
  const after = text.slice(end, sentence.end).toLowerCase();
  if (rule.event === 'acquitted') return acquittedBy(before, after);
  if (DROPPED.test(text.slice(start, end).toLowerCase())) return 'prosecution';
  return deciderIn(agentIn(after)) ?? deciderIn(before) ?? 'unknown';
}

/** `by a judge`. */
const agentIn = (words: string): string => /\bby ([^.;,]{0,60})/.exec(words)?.[1] ?? '';

function acquittedBy(before: string, after: string): EndedBy {
  if (/\bjur(?:y|ors)\b/.test(`${before}${after}`)) return 'jury';
  return deciderIn(before) === 'court' ? 'court' : 'unknown';
}

/** The one named last before the words is who acts. */
function deciderIn(words: string): EndedBy | null {
  const at = (pattern: RegExp): number => [...words.matchAll(new RegExp(pattern, 'g'))].at(-1)?.index ?? -1;
  const [court, prosecution] = [at(COURT), at(PROSECUTION)];
  if (court < 0 && prosecution < 0) return null;
  return prosecution > court ? 'prosecution' : 'court';
}
