/*
 * The case room: what articles assert about a criminal case, and what follows from it. Pure: nothing here knows about
 * Kafka, Postgres, HTTP or the clock, nor which text an assertion was read from, nor whose turn it is to be told.
 *
 * - assertion:  what one revision of one article says happened to one defendant
 * - set:        all assertions of one article about one case; a case is a map of articles to their winning sets
 * - originator: who is behind the words of an article; copies of one wire have one
 * - fact:       equal assertions of several articles, with who says so
 * - occurrence: facts that tell one happening, perhaps with different dates
 * - chain:      the occurrences of one offence of one defendant, in the order in which they take effect
 * - step:       an occurrence in a charge's life
 * - charge:     one offence alleged against one defendant, until it ends; brought again, it is the next of its chain
 * - status:     where a charge stands
 * - anomaly:    a report that the lifecycle or better proof did not let take effect
 * - view:       the whole case as the facts show it, on a day
 *
 *   const record = sets.reduce(merge, EMPTY_RECORD);      // in any order, with any repetition
 *   const now = view(caseId, record.values());
 *   diff(before, now, { kind: 'correction' });
 */
export { ANOMALIES } from './anomalies.js';
export type { Assertion, AssertionSet, NamedDefendant, Quote } from './assertion.js';
export type { Anomaly, AnomalyReason, CaseView, Change, ChargeView, DefendantView, Evidence, Note, Step } from './case-view.js';
export { findCausingQuote } from './cause.js';
export { UNSPECIFIED } from './defendant.js';
export { applyDiff, diff } from './diff.js';
export type { Fact } from './fact.js';
export { MAX_EVIDENCE, MAX_VOICES, factsOf, gather } from './gathering.js';
export type { Gathered } from './gathering.js';
export { findTerm } from './jurisdictions.js';
export type { Stage, TermMeaning } from './jurisdictions.js';
export { openLedger } from './ledger.js';
export type { Entry, Ledger } from './ledger.js';
export { PENDING, STATUS, TRANSITIONS, classOf } from './lifecycle.js';
export type { RowStatus, Standing, StatusClass, Target, Transition } from './lifecycle.js';
export { EMPTY_RECORD, merge, outranks, winnersAt } from './merge.js';
export type { CaseRecord, KnownSet } from './merge.js';
export type { Person } from './people.js';
export { VIEW_VERSION, view } from './view.js';
export type { ViewOptions } from './view.js';
export * from './vocabulary.js';
export { independentOriginators } from './voices.js';
export type { Voice } from './voices.js';
