import { Inject, Injectable, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { TOPICS } from '@docketwire/contracts';
import { CONFIG, ConfigModule } from '@docketwire/platform';
import type { Config } from '@docketwire/platform';
import { DeadLetters } from './dead-letters.js';
import { PRODUCER, openProducer } from './producer.js';
import type { RecordProducer } from './producer.js';
import { ensureTopics } from './topics.js';

/** Closes the producer after everything that sends has stopped (`beforeApplicationShutdown`). */
@Injectable()
class ProducerEnd implements OnApplicationShutdown {
  constructor(@Inject(PRODUCER) private readonly producer: RecordProducer) {}

  onApplicationShutdown(): Promise<void> {
    return this.producer.close();
  }
}

/** Our topics, created where they are missing, and a producer to them. */
@Module({})
export class LogModule {
  static forApp(clientId: string): DynamicModule {
    const producer = {
      provide: PRODUCER,
      inject: [CONFIG],
      useFactory: async ({ kafkaBrokers }: Config): Promise<RecordProducer> => {
        const settings = { brokers: kafkaBrokers, clientId };
        await ensureTopics(settings, TOPICS);
        return openProducer(settings);
      },
    };
    return { module: LogModule, imports: [ConfigModule], providers: [producer, ProducerEnd, DeadLetters], exports: [PRODUCER, DeadLetters] };
  }
}
