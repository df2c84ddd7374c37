import { ArticleUpdateRequest, ProblemDocument } from '@docketwire/contracts';
import type { ApiBodyOptions, ApiOperationOptions, ApiResponseOptions } from '@nestjs/swagger';
import { z } from 'zod';

/*
 * How the one route of intake is told in OpenAPI 3.1. The request's schema is made from the one that checks it; JSON
 * Schema 2020-12 is what OpenAPI 3.1 speaks, but Nest's types know 3.0 only.
 */
type Schema = Extract<ApiBodyOptions, { schema: unknown }>['schema'];

export const UPDATE = schemaOf(ArticleUpdateRequest);

const Accepted = z.object({
  id: z.uuid().meta({ description: 'Of the event. The same update gives the same id, however often it is sent.' }),
  article: z.string().meta({ description: '`source/articleId`' }),
  status: z.literal('accepted'),
  receivedAt: z.iso.datetime().meta({ description: 'When it was first heard of.' }),
});
export const ACCEPTED = schemaOf(Accepted);

export const LINE_RESULT = schemaOf(
  z.union([
    Accepted.omit({ status: true }).extend({ line: z.int().min(1).meta({ description: 'Counts the lines that are not blank, from 1.' }), status: z.literal(202) }),
    z.object({ line: z.int().min(1), status: z.int().min(400), problem: ProblemDocument }),
  ]),
);

export const OPERATION: ApiOperationOptions = {
  operationId: 'publishArticleUpdates',
  summary: 'Publish an article update, or many',
  description: [
    'A JSON body is one update. It is answered with 202 when the broker has acknowledged it; until then nothing is promised.',
    'Sending the same update again is safe: it is the same event.',
    'A publisher that already knows the facts sends `statements` instead of `text`: they pass the same rules, and are shown as stated, not read.',
    'A body of type `application/x-ndjson` holds one update a line, at most 5,000 lines and 16 MiB. Each line stands for itself; the answer (207) has one result',
    'a line, in their order. Lines with status 503 are to be sent again after the seconds of `Retry-After`. Where no line could be taken because the broker or the database is',
    'away, the whole answer is 503.',
  ].join(' '),
};

export const PROBLEMS = {
  400: problem(400, 'The body is not JSON, or not UTF-8.'),
  413: problem(413, 'The body is too large.'),
  415: problem(415, 'The body is of another media type, or compressed.'),
  422: problem(422, 'The update does not match its schema; `errors` says where.'),
  503: problem(503, 'The broker or the database is away. `Retry-After` says when to send the update again.'),
} as const;

function problem(status: number, description: string): ApiResponseOptions {
  return { status, description, content: { 'application/problem+json': { schema: schemaOf(ProblemDocument) } } };
}

function schemaOf(shape: z.ZodType): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input' });
  return schema as Schema;
}
