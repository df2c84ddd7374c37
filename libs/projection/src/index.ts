/*
 * The projection room: the tables that say where every case stands, the one transaction that writes them, and how they
 * are read. It knows Postgres and the case room; it does not know Kafka.
 *
 * - feed:   the changes of all cases in commit order, numbered without holes
 * - parked: an event that could not be applied; it holds nothing back, since any arrival order gives one result
 */
export { CASE_DEFENDANT, CASE_STATE, FEED_CHANGE } from './entities.js';
export type { CaseDefendantRow, CaseStateRow, FeedChangeRow } from './entities.js';
export { findCase, findCaseHead, findSets, listCases } from './read-cases.js';
export type { CaseFilter, CaseHead, CasePlace, StoredCase } from './read-cases.js';
export { readCaseChanges, readFeed, readFeedEnd } from './read-feed.js';
export type { FeedEnd, FeedEntry, FeedFilter } from './read-feed.js';
export { listWaiting } from './read-follow-ups.js';
export { findKnownSets, findRevisedSets, readCaseRecords } from './read-history.js';
export type { RecordedChanges } from './read-history.js';
export { findMergedAt, findSetsOf, findToldBy, isSettled, listCandidates } from './read-moments.js';
export type { ToldBy } from './read-moments.js';
export { openParkOne, projectApart } from './apart.js';
export { discardParked, findParked, listParked, redriveParked } from './parked.js';
export type { ParkedRow } from './parked.js';
export { tryAgain } from './try-again.js';
export type { Trial } from './try-again.js';
export { isAccusation } from './book.js';
export { checkViewVersion } from './load-cases.js';
export { PROJECTION_OFFSETS, Projection, openProjectionOnce } from './projection.js';
export type { Incoming } from './fold-records.js';
export { relayFeed } from './feed-cursor.js';
export { PROJECTION_SCHEMA } from './schema.js';
export { FEED_CHANNEL } from './write-batch.js';
