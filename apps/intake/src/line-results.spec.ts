import { fail } from '@docketwire/kernel';
import { describe, expect, it } from 'vitest';
import { lineResults, readLine } from './line-results.js';
import type { Accepted } from './publisher.js';

const update = (articleId: string) => JSON.stringify({ source: 'harbor-courier', articleId, kind: 'new', publishedAt: '2024-03-05', text: 'A text.' });
const accepted = (id: string): PromiseSettledResult<Accepted> => ({
  status: 'fulfilled',
  value: { id, article: `harbor-courier/${id}`, status: 'accepted', receivedAt: '2024-03-05T10:00:00.000Z' },
});

describe('the results of lines', () => {
  it('stand in the order of the lines, whether read, refused or not acknowledged', () => {
    const lines = [update('1'), 'nonsense', update('2'), '{}', update('3')].map(readLine);
    const away: PromiseSettledResult<Accepted> = { status: 'rejected', reason: fail('BROKER_UNREACHABLE', {}) };
    expect(lineResults(lines, [accepted('one'), away, accepted('three')])).toMatchObject([
      { line: 1, status: 202, id: 'one' },
      { line: 2, status: 400, problem: { title: 'The request is not valid' } },
      { line: 3, status: 503, problem: { title: 'No Kafka broker answered' } },
      { line: 4, status: 422, problem: { errors: expect.arrayContaining([expect.objectContaining({ pointer: '/source' })]) } },
      { line: 5, status: 202, id: 'three' },
    ]);
  });

  it('never claim an outcome for a line that has none', () => {
    expect(() => lineResults([readLine(update('1'))], [])).toThrow('no outcome');
  });
});
