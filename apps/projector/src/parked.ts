import { Inject, Injectable, Logger } from '@nestjs/common';
import { headerOf } from '@docketwire/contracts';
import type { ParkedPlace, Redriven } from '@docketwire/contracts';
import { DocketwireError, fail } from '@docketwire/kernel';
import { PRODUCER } from '@docketwire/log';
import type { RecordProducer } from '@docketwire/log';
import { discardParked, findParked, listParked, redriveParked, tryAgain } from '@docketwire/projection';
import type { ParkedRow, Trial } from '@docketwire/projection';
import { DataSource, QueryFailedError } from 'typeorm';
import { fromParked, redrivenRecord } from './parked-record.js';
import { incomingOf } from './projection.provider.js';

type Filter = Parameters<typeof listParked>[1];

/** Below the database's patience with a transaction that stands still (5 s): the row must still be ours after the ack. */
const ACK_WITHIN_MS = 4_000;

/** What an operator does with records that could not be applied. */
@Injectable()
export class ParkedRecords {
  private readonly logger = new Logger('Parked');

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(PRODUCER) private readonly producer: RecordProducer,
  ) {}

  list(filter: Filter): Promise<readonly ParkedRow[]> {
    return answered(listParked(this.db, filter));
  }

  /** Throws NOT_FOUND. */
  async get(place: ParkedPlace): Promise<ParkedRow> {
    return present(await answered(findParked(this.db, place)), place);
  }

  /** Publishes the record again, to be applied like a new one, and forgets that it was parked. Throws NOT_FOUND. */
  async redrive(place: ParkedPlace): Promise<Redriven> {
    const row = present(await answered(redriveParked(this.db, place, (found) => inTime(this.producer.send(found.topic, redrivenRecord(found))))), place);
    this.logger.warn({ ...nameOf(row) }, 'A parked record was published again');
    return { outcome: 'published', changes: null, reason: null };
  }

  /** What `redrive` would come to. Throws NOT_FOUND. */
  async rehearse(place: ParkedPlace): Promise<Redriven> {
    const row = await this.get(place);
    const trial = await answered(this.trial(row));
    return trial.kind === 'applies' ? { outcome: 'would_apply', changes: trial.changes, reason: null } : { outcome: 'would_break', changes: null, reason: trial.reason };
  }

  /** Throws NOT_FOUND. */
  async discard(place: ParkedPlace, why: string): Promise<void> {
    const row = present(await answered(discardParked(this.db, place)), place);
    this.logger.warn({ ...nameOf(row), why }, 'A parked record was discarded');
  }

  /** A record that this program cannot even decode breaks too. */
  private async trial({ offset, record }: ParkedRow): Promise<Trial> {
    const raw = { ...fromParked(record), offset };
    try {
      return await tryAgain(this.db, incomingOf(raw, knownOf(raw)));
    } catch (error) {
      if (error instanceof DocketwireError && !error.retryable) return { kind: 'breaks', reason: error.message };
      throw error;
    }
  }
}

function knownOf(record: Parameters<typeof headerOf>[0]): number {
  const known = Date.parse(headerOf(record, 'known') ?? '');
  return Number.isNaN(known) ? Date.now() : known;
}

function nameOf({ topic, partition, offset, eventId, caseId, reason }: ParkedRow) {
  return { topic, partition, offset, event: eventId, case: caseId, reason };
}

function present(row: ParkedRow | null, place: ParkedPlace): ParkedRow {
  if (!row) throw fail('NOT_FOUND', { parked: `${place.topic}/${place.partition}/${place.offset}` });
  return row;
}

/** SQLSTATE classes that mean a mistake of ours; everything else that a query fails with is a server that does not answer. */
const OUR_MISTAKE = /^(?:22|23|42)/;

async function answered<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DocketwireError) throw error;
    if (error instanceof QueryFailedError && OUR_MISTAKE.test(String((error.driverError as { code?: unknown }).code))) throw error;
    throw fail('DATABASE_UNREACHABLE', { reason: error instanceof Error ? error.message : String(error) }, error);
  }
}

async function inTime(ack: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(fail('BROKER_UNREACHABLE', { reason: `no acknowledgement within ${ACK_WITHIN_MS} ms` })), ACK_WITHIN_MS);
  });
  await Promise.race([ack, late]).finally(() => clearTimeout(timer));
}
