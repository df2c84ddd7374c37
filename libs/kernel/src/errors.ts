/**
 * Every way an operation can fail, in one table, so that a code cannot exist twice. A story that we cannot
 * read is not here: that is an outcome. `status` is what an HTTP edge answers.
 */
export const ERRORS = {
  UPDATE_MALFORMED: { status: 422, retryable: false, says: 'The article update does not match its schema' },
  RECORD_UNDECODABLE: { status: 422, retryable: false, says: 'The Kafka record could not be decoded' },
  EVENT_UNKNOWN: { status: 422, retryable: false, says: 'The event has a type or version that this program does not know' },
  REQUEST_INVALID: { status: 400, retryable: false, says: 'The request is not valid' },
  BODY_TOO_LARGE: { status: 413, retryable: false, says: 'The request body is too large' },
  NOT_FOUND: { status: 404, retryable: false, says: 'There is no such thing here' },
  CURSOR_INVALID: { status: 400, retryable: false, says: 'The cursor was not made by this server' },
  RECORD_TOO_LARGE: { status: 413, retryable: false, says: 'The record is larger than the broker takes' },
  BROKER_UNREACHABLE: { status: 503, retryable: true, says: 'No Kafka broker answered' },
  DATABASE_UNREACHABLE: { status: 503, retryable: true, says: 'Postgres did not answer' },
  OFFSET_MOVED_ON: { status: 500, retryable: true, says: 'Another owner of the partition has applied these records' },
  LOG_GAP: { status: 500, retryable: true, says: 'The log has a gap before this record' },
  LOG_REPLACED: { status: 500, retryable: false, says: 'The stored offset does not belong to this Kafka cluster or lies outside its log' },
  VIEW_OUTDATED: { status: 500, retryable: false, says: 'The projection was built by another version of the rules' },
  EXTRACTOR_OUTDATED: { status: 500, retryable: false, says: 'A newer extractor has already recorded this article' },
  CONFIG_INVALID: { status: 500, retryable: false, says: 'A setting is missing or wrong' },
} as const;

export type ErrorCode = keyof typeof ERRORS;

export class DocketwireError extends Error {
  override readonly name = 'DocketwireError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
  readonly retryable: boolean;

  constructor(code: ErrorCode, details: Readonly<Record<string, unknown>>, options?: ErrorOptions) {
    super(`${ERRORS[code].says}${tellOf(details)}`, options);
    this.code = code;
    this.details = details;
    this.retryable = ERRORS[code].retryable;
  }
}

/** `throw fail('LOG_GAP', { topic, partition, offset }, cause)` */
export function fail(code: ErrorCode, details: Record<string, unknown>, cause?: unknown): DocketwireError {
  return new DocketwireError(code, details, cause === undefined ? undefined : { cause });
}

function tellOf(details: Readonly<Record<string, unknown>>): string {
  const told = Object.entries(details).map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return told.length ? ` (${told.join(', ')})` : '';
}
