import { Catch, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { problemOf } from '@docketwire/platform';
import { PAGE_HEADERS } from './headers.js';
import { renderError } from './render.js';

type Reply = { status(code: number): Reply; headers(headers: Readonly<Record<string, string>>): Reply; send(body: unknown): unknown };

const TITLES: Readonly<Record<number, string>> = { 400: 'That address cannot be read', 404: 'There is no such page', 503: 'Not reachable right now' };

/** Whoever asked for a page gets a page, with the status that the API would give. */
@Catch()
export class PageFilter implements ExceptionFilter {
  private readonly logger = new Logger('Page');

  catch(error: unknown, host: ArgumentsHost): void {
    const { status } = problemOf(error);
    if (status >= 500) this.logger.error({ err: error });
    const page = renderError({ status, title: TITLES[status] ?? 'The page could not be made' });
    host.switchToHttp().getResponse<Reply>().status(status).headers(PAGE_HEADERS).send(page);
  }
}
