import type { EndedBy, Refile } from '@docketwire/case';
import type { Finding } from './find.js';

const BARRED = /\b(?<!without )with prejudice|(?:can ?not|may not|could not|never) be (?:re-?filed|brought again|retried|re-?charged)|bars? (?:prosecutors|the state|them) from (?:re-?filing|bringing)/;
const POSSIBLE = /\bwithout prejudice|(?:can|could|may|might) (?:still |yet |later |also )?be (?:re-?filed|brought again|brought back|reinstated|revived|re-?charged)|(?:re-?fil(?:e|ing) (?:the |of )?(?:charges?|case)?|bring (?:the )?charges again)/;
const NOT_POSSIBLE = /\b(?:not|no plans?|no intention|never|cannot) (?:\w+ ){0,2}re-?fil/;
const BY_COURT = /\b(?:judge|justice|court|magistrates?|tribunal|panel|appeals?)\b/;
const BY_PROSECUTION = /\b(?:prosecutors?|prosecution|district_attorney|state_attorney|attorney|crown|da|dpp|cps|crown_prosecution_service|efcc|da's|state|government|department|withdrew|withdrawn|discontinued|nolle|dropped)\b/;

/** Whether the charge may come back, as the sentence or the next one says; null for what is no end. */
export function refileOf({ rule: { event }, clause }: Finding, next: string): Refile | null {
  if (event === 'acquitted') return 'barred';
  if (event === 'declined') return 'possible';
  if (event !== 'dismissed') return null;
  const near = `${clause.norm} ${next}`;
  if (BARRED.test(near) || NOT_POSSIBLE.test(near)) return 'barred';
  return POSSIBLE.test(near) ? 'possible' : 'unknown';
}

export function endedByOf({ rule, clause }: Finding): EndedBy | null {
  if (rule.endedBy) return rule.endedBy;
  if (rule.event !== 'dismissed' && rule.event !== 'acquitted' && rule.event !== 'stayed') return null;
  if (/\bjur(?:y|ors)\b/.test(clause.norm) && rule.event === 'acquitted') return 'jury';
  if (BY_PROSECUTION.test(clause.norm)) return 'prosecution';
  return BY_COURT.test(clause.norm) ? 'court' : 'unknown';
}
