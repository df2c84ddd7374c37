import type { ArticleUpdateRequest } from '@docketwire/contracts';
import { problemOf } from '@docketwire/platform';
import type { Problem } from '@docketwire/platform';
import { checkUpdate, parseJson } from './body.js';
import type { Accepted } from './publisher.js';

/** What became of one line of an NDJSON body. */
export type LineResult = Readonly<{ line: number; status: 202 } & Omit<Accepted, 'status'>> | Readonly<{ line: number; status: number; problem: Problem }>;

/** A line that could be read, or what is wrong with it. */
export type ReadLine = Readonly<{ update: ArticleUpdateRequest }> | Readonly<{ problem: Problem }>;

export function readLine(text: string): ReadLine {
  try {
    return { update: checkUpdate(parseJson(text)) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** One result a line, in the order of the lines. `outcomes` are those of the readable ones, in their order. */
export function lineResults(lines: readonly ReadLine[], outcomes: readonly PromiseSettledResult<Accepted>[]): LineResult[] {
  const rest = outcomes.values();
  return lines.map((read, place) => resultOf(place + 1, 'problem' in read ? read : toldOf(rest.next().value)));
}

function toldOf(outcome: PromiseSettledResult<Accepted> | undefined): Accepted | Readonly<{ problem: Problem }> {
  if (!outcome) throw new Error('a readable line has no outcome');
  return outcome.status === 'fulfilled' ? outcome.value : { problem: problemOf(outcome.reason) };
}

function resultOf(line: number, told: Accepted | Readonly<{ problem: Problem }>): LineResult {
  if ('problem' in told) return { line, status: told.problem.status, problem: told.problem };
  const { id, article, receivedAt } = told;
  return { line, status: 202, id, article, receivedAt };
}
