import type { FactoryProvider } from '@nestjs/common';
import { CASE_ASSERTIONS, decodeEvent, parseCaseRecord } from '@docketwire/contracts';
import { DeadLetters } from '@docketwire/log';
import type { LogRecord } from '@docketwire/log';
import type { ApplyOnce } from '@docketwire/platform';
import { Projection, openProjectionOnce } from '@docketwire/projection';
import type { Incoming } from '@docketwire/projection';
import { DataSource } from 'typeorm';

/** The fence around every batch (`ApplyOnce`): a provider, so that a test can take it away and see what it is for. */
export const APPLY_ONCE = Symbol('ApplyOnce');

export const applyOnceProvider: FactoryProvider<ApplyOnce> = { provide: APPLY_ONCE, inject: [DataSource], useFactory: openProjectionOnce };

export const PROJECTION = Symbol('Projection');

export const projectionProvider: FactoryProvider<Projection<LogRecord>> = {
  provide: PROJECTION,
  inject: [DataSource, APPLY_ONCE, DeadLetters],
  useFactory: (source: DataSource, applyOnce: ApplyOnce, deadLetters: DeadLetters) =>
    new Projection<LogRecord>(source, applyOnce, {
      decode: (record, known) => deadLetters.decode(CASE_ASSERTIONS.name, record, (one) => incomingOf(one, known)),
      toPark,
    }),
};

function incomingOf(record: LogRecord, known: number): Incoming {
  const envelope = decodeEvent(record);
  return { offset: record.offset, eventId: envelope.id, known, event: parseCaseRecord(envelope) };
}

function toPark({ key, value, headers }: LogRecord) {
  const texts = Object.entries(headers).map(([name, content]) => [name, content?.toString() ?? ''] as const);
  return { key: key?.toString('base64') ?? null, value: value?.toString('base64') ?? null, headers: Object.fromEntries(texts) };
}
