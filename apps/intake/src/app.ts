import { createHttpApp } from '@docketwire/platform';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readLines, readOne } from './body.js';
import type { Body } from './body.js';
import { IntakeModule } from './intake.module.js';

/** Some thirteen of the longest articles, or thousands of usual ones. */
const LINES_LIMIT_BYTES = 16 * 1024 * 1024;

export async function createIntake(): Promise<NestFastifyApplication> {
  const app = await createHttpApp(IntakeModule, {
    title: 'Docketwire intake',
    description: 'Takes article updates from publishers and puts them on the log. There is no route to read them back: see the query API.',
  });
  app.useBodyParser('application/json', {}, parserOf(readOne));
  app.useBodyParser('application/x-ndjson', { bodyLimit: LINES_LIMIT_BYTES }, parserOf(readLines));
  // Fastify brings it along; an article sent as plain text would otherwise be refused for its fields, not for its type.
  app.getHttpAdapter().getInstance().removeContentTypeParser('text/plain');
  return app;
}

type Request = Readonly<{ headers: Readonly<Record<string, string | string[] | undefined>> }>;
type Parser = (request: Request, bytes: Buffer, done: (error: Error | null, body?: Body) => void) => void;

function parserOf(read: (bytes: Uint8Array) => Body): Parser {
  return (request, bytes, done) => {
    try {
      const encoding = request.headers['content-encoding'] ?? 'identity';
      if (encoding !== 'identity') throw new UnsupportedMediaTypeException('Send the body uncompressed');
      done(null, read(bytes));
    } catch (error) {
      done(error as Error);
    }
  };
}
