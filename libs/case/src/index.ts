/*
 * The case room: what articles assert about a criminal case, and what follows from it. Pure: nothing here knows about
 * Kafka, Postgres, HTTP or the clock.
 *
 * - assertion: what one revision of one article says happened to one defendant
 * - set:       all assertions of one article about one case; a case is a map of articles to their winning sets
 * - fact:      equal assertions of several articles, with who says so
 * - step:      facts that tell one happening, placed in a charge's life
 * - charge:    one offence alleged against one defendant
 * - status:    where a charge stands
 * - view:      the whole case as the facts show it, on a day
 */
export type { Assertion, AssertionSet, NamedDefendant, Quote } from './assertion.js';
export type { Anomaly, CaseView, Change, ChargeView, DefendantView, Evidence, Step } from './case-view.js';
export * from './vocabulary.js';
