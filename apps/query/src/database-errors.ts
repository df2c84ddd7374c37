import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { fail } from '@docketwire/kernel';
import { catchError, throwError } from 'rxjs';
import type { Observable } from 'rxjs';

/** Sockets that broke, and what Postgres says while it shuts down, starts, is full, or took too long (classes 08, 53, 57). */
const AWAY = /^(?:E(?:CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|AI_AGAIN)|08\w{3}|53\w{3}|57\w{3})$/;
/** pg gives these no code. */
const SAID = /connection terminated|timeout exceeded when trying to connect|not connected|client was closed/i;

/** A database that does not answer is not our failure: callers are told to come back (503). */
@Injectable()
export class DatabaseErrors implements NestInterceptor {
  intercept(_: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(catchError((error: unknown) => throwError(() => (isAway(error) ? fail('DATABASE_UNREACHABLE', {}, error) : error))));
  }
}

export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && AWAY.test(code)) return true;
  if (SAID.test(error.message)) return true;
  return error instanceof AggregateError && error.errors.some(isAway);
}
