import type { FactoryProvider } from '@nestjs/common';
import { CASE_ASSERTIONS, decodeEvent, parseCaseRecord } from '@docketwire/contracts';
import type { RawRecord } from '@docketwire/contracts';
import { DeadLetters } from '@docketwire/log';
import type { LogRecord } from '@docketwire/log';
import type { ApplyOnce } from '@docketwire/platform';
import { Projection, openParkOne, openProjectionOnce, projectApart } from '@docketwire/projection';
import type { Incoming } from '@docketwire/projection';
import { DataSource } from 'typeorm';
import { toPark } from './parked-record.js';

/** The fence around every batch (`ApplyOnce`): a provider, so that a test can take it away and see what it is for. */
export const APPLY_ONCE = Symbol('ApplyOnce');

export const applyOnceProvider: FactoryProvider<ApplyOnce> = { provide: APPLY_ONCE, inject: [DataSource], useFactory: openProjectionOnce };

export const PROJECTION = Symbol('Projection');

/** Takes batches of assertions; one that breaks on a record is taken apart. */
export type ProjectBatch = Projection<LogRecord>['project'];

export const projectionProvider: FactoryProvider<ProjectBatch> = {
  provide: PROJECTION,
  inject: [DataSource, APPLY_ONCE, DeadLetters],
  useFactory: (source: DataSource, applyOnce: ApplyOnce, deadLetters: DeadLetters) => {
    const decode = (record: LogRecord, known: number): Promise<Incoming | null> => deadLetters.decode(CASE_ASSERTIONS.name, record, (one) => incomingOf(one, known));
    const projection = new Projection<LogRecord>(source, applyOnce, { decode, toPark });
    return projectApart((span) => projection.project(span), openParkOne<LogRecord>(applyOnce, { decode, toPark }));
  },
};

/** Throws RECORD_UNDECODABLE or EVENT_UNKNOWN. */
export function incomingOf(record: RawRecord & Readonly<{ offset: number }>, known: number): Incoming {
  const envelope = decodeEvent(record);
  return { offset: record.offset, eventId: envelope.id, known, event: parseCaseRecord(envelope) };
}
