/*
 * The contracts room: what stands on Kafka and goes over HTTP, as schemas. Topics, the envelope (CloudEvents 1.0,
 * Kafka binary mode) and the shape of every event. It knows the words of the case room and none of its rules.
 */
export { CaseDetail, CaseId, CaseQuery } from './api-case.js';
export { CaseList, CaseListQuery, CaseSummary } from './api-cases.js';
export type { ChargeBrief, DefendantBrief, FeedPosition } from './api-cases.js';
export { FOLLOW_UP_DAYS, FollowUp, FollowUpList, FollowUpQuery } from './api-follow-ups.js';
export { CaseDiff, CaseHistory, DiffQuery, HistoryQuery } from './api-history.js';
export { ChangePage, ChangesQuery, ProblemDocument, StreamQuery, StreamReset } from './api-changes.js';
export type { ResetReason } from './api-changes.js';
export { DiscardQuery, ParkedDetail, ParkedList, ParkedPlace, ParkedQuery, RedriveRequest, Redriven } from './api-parked.js';
export type { Parked } from './api-parked.js';
export { ARTICLE_UPDATE, ArticleUpdateRequest, articleKey, articleUpdateEvent, parseArticleUpdate, problemsOf } from './article-update.js';
export type { ArticleUpdate } from './article-update.js';
export { CASE_ALIASED, EXTRACTION_RECORDED, caseAliasedEvent, extractionRecordedEvent, parseCaseRecord } from './case-records.js';
export type { CaseRecordEvent } from './case-records.js';
export { decodeEvent, encodeEvent, headerOf } from './envelope.js';
export type { Envelope, OutRecord, RawRecord } from './envelope.js';
export { partitionOf } from './partition-of.js';
export type { Statement } from './statement.js';
export { STATUS_CHANGE, StatusChange, describeChange, statusChangeEvent, summaryOf } from './status-change.js';
export type { ChangeCause, UnnumberedChange } from './status-change.js';
export { ARTICLE_UPDATES, CASE_ASSERTIONS, STATUS_CHANGES, TOPICS, deadLetters } from './topics.js';
export type { Topic } from './topics.js';
