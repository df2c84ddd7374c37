import type { FactoryProvider } from '@nestjs/common';
import { TOPICS } from '@docketwire/contracts';
import { ensureTopics, openProducer } from '@docketwire/log';
import type { RecordProducer } from '@docketwire/log';
import { CONFIG } from '@docketwire/platform';
import type { Config } from '@docketwire/platform';

export const PRODUCER = Symbol('RecordProducer');

/** The app's one producer; the topics are there before it. */
export const producerProvider: FactoryProvider<Promise<RecordProducer>> = {
  provide: PRODUCER,
  inject: [CONFIG],
  useFactory: async ({ kafkaBrokers }: Config) => {
    const settings = { brokers: kafkaBrokers, clientId: 'extractor' };
    await ensureTopics(settings, TOPICS);
    return openProducer(settings);
  },
};
