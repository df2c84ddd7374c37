import { Catch, HttpException, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { DocketwireError, ERRORS } from '@docketwire/kernel';

/** RFC 9457. `type` is a tag URI: the code is the documentation's key, not an address that rots. */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  detail?: string;
  instance?: string;
  errors?: readonly { pointer?: string; parameter?: string; detail: string }[];
}>;

/** What the filter needs of Fastify's request and reply. */
type Request = Readonly<{ originalUrl?: string; url?: string }>;
type Reply = { status(code: number): Reply; header(name: string, value: string): Reply; send(body: unknown): unknown };

/** Seconds after which a caller may try again when a server of ours is away: a broker election takes about ten. */
const RETRY_AFTER_S = '5';

/** Answers every failure of an HTTP edge as `application/problem+json`; what is not a known failure is logged whole and told as 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const { originalUrl, url } = http.getRequest<Request>();
    const problem = { ...problemOf(error), instance: (originalUrl ?? url ?? '').split('?')[0] ?? '' };
    if (problem.status >= 500) this.logger.error({ err: error, problem });
    const reply = http.getResponse<Reply>().status(problem.status);
    if (problem.status === 503) reply.header('retry-after', RETRY_AFTER_S);
    reply.header('content-type', 'application/problem+json').header('cache-control', 'no-store').send(JSON.stringify(problem));
  }
}

export function problemOf(error: unknown): Problem {
  if (error instanceof DocketwireError) return fromCode(error);
  if (error instanceof HttpException) return fromNest(error);
  if (isFastifyError(error)) return { type: 'about:blank', title: error.message, status: error.statusCode };
  return { type: 'about:blank', title: 'The server failed', status: 500 };
}

function fromCode(error: DocketwireError): Problem {
  const { status, says } = ERRORS[error.code];
  const { errors, ...rest } = error.details;
  const type = `tag:docketwire,2026:${error.code.toLowerCase().replaceAll('_', '-')}`;
  const detail = Object.entries(rest).map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(', ');
  return { type, title: says, status, ...(detail ? { detail } : {}), ...(Array.isArray(errors) ? { errors: errors as NonNullable<Problem['errors']> } : {}) };
}

/** Nest's own: no such route, a body that is not JSON, a schema that does not fit. */
function fromNest(error: HttpException): Problem {
  const status = error.getStatus();
  const body = error.getResponse();
  const said = typeof body === 'string' ? body : (body as { message?: string | string[] }).message;
  const errors = Array.isArray(said) ? said.map((detail) => ({ detail })) : undefined;
  return { type: 'about:blank', title: error.message, status, ...(errors ? { errors } : {}) };
}

function isFastifyError(error: unknown): error is { statusCode: number; message: string } {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return error instanceof Error && typeof status === 'number' && status >= 400 && status < 500;
}
