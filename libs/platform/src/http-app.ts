import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { Logger } from 'nestjs-pino';
import { fail } from '@docketwire/kernel';
import { ProblemFilter } from './problem.js';

type HttpAppOptions = Readonly<{ title: string; description: string }>;

/** The longest article (200,000 characters, up to 6 bytes each as JSON escapes) and its fields. */
const BODY_LIMIT_BYTES = 1_300_000;

/**
 * A Nest application on Fastify as all ours are: JSON logs, problem documents, zod schemas in route decorators,
 * OpenAPI 3.1 at `/docs` (`/docs-json`), and an end on SIGTERM that open streams do not delay.
 */
export async function createHttpApp(module: Type, { title, description }: HttpAppOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT_BYTES, forceCloseConnections: true });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { bufferLogs: true, abortOnError: false });
  app.useLogger(app.get(Logger));
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: (issues) => fail('REQUEST_INVALID', { errors: issues.map(errorOf) }) }));
  app.enableShutdownHooks();
  const document = SwaggerModule.createDocument(app, new DocumentBuilder().setOpenAPIVersion('3.1.0').setTitle(title).setDescription(description).setVersion('1').build());
  SwaggerModule.setup('docs', app, document);
  return app;
}

/** Runs an app's `main`: a failed start is one sentence on stderr and exit code 1, never half an app. */
export async function runMain(main: () => Promise<unknown>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  }
}

type Issue = Readonly<{ message: string; path?: readonly unknown[] | undefined }>;

/** One problem of a request, its place as a JSON pointer (RFC 6901). */
function errorOf({ message, path = [] }: Issue): { pointer: string; detail: string } {
  const keys = path.map((part) => (typeof part === 'object' && part !== null && 'key' in part ? part.key : part));
  return { pointer: keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''), detail: message };
}
