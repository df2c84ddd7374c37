/*
 * The kernel: the few things that every other room needs, and nothing that knows the domain.
 *
 * - partial date: a date as precise as its source told it
 * - day: whole days since 1970-01-01
 * - error code: one entry of the one table of failures
 */
export { assertNever } from './assert-never.js';
export { DocketwireError, ERRORS, fail } from './errors.js';
export type { ErrorCode } from './errors.js';
export { foldName } from './fold-name.js';
export { canonicalJson, contentHash, uuid5 } from './ids.js';
export { FIRST_DAY, LAST_DAY, dayOf, findPartialDate, isoOf, partialDate, precisionOf, rangeOf } from './partial-date.js';
export type { DatePrecision, Day, DayRange, PartialDate } from './partial-date.js';
