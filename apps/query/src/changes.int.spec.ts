import { ChangePage } from '@docketwire/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '../../../test/support/database.js';
import { appendChanges, caseId, change } from '../test/case-file.js';
import { openStream } from '../test/event-stream.js';
import type { Connection } from '../test/event-stream.js';
import { openQuery } from '../test/open-query.js';
import type { OpenQuery } from '../test/open-query.js';

const A = caseId('a');
const B = caseId('b');
let query: OpenQuery;
let n = 0;
const streams: Connection[] = [];

const some = (count: number, of: string) => Array.from({ length: count }, () => change({ case: of, n: (n += 1) }));
const page = async (path: string) => ChangePage.parse(await (await fetch(`${query.url}${path}`)).json());
const seqs = ({ changes }: ChangePage) => changes.map(({ seq }) => seq);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => from + place);
const end = async () => Number((await query.db.query<{ last_seq: string }[]>('select last_seq from feed.counter'))[0]?.last_seq);

async function stream(search: string, headers: Record<string, string> = {}): Promise<Connection> {
  const connection = await openStream(`${query.url}/v1/changes/stream?${search}`, headers);
  streams.push(connection);
  return connection;
}

const numbers = ({ events }: Connection) => events.map(({ id }) => id);
const reached = (seq: number) => (events: readonly { id: number }[]) => (events.at(-1)?.id ?? 0) >= seq;

beforeAll(async () => {
  query = await openQuery(await createDatabase());
  await appendChanges(query.db, [...some(3, A), ...some(2, B)]);
  await appendChanges(query.db, some(1, A), false);
  await appendChanges(query.db, some(2, B));
}, 120_000);

afterEach(() => {
  for (const connection of streams.splice(0)) connection.cut();
});

afterAll(async () => query?.close());

describe('the feed by pages', () => {
  it('is walked by its next link, without the changes about people nobody has accused', async () => {
    const first = await page('/v1/changes?limit=4');
    expect(seqs(first)).toEqual([1, 2, 3, 4]);
    const second = await page(first.next);
    expect(seqs(second)).toEqual([5, 7, 8]);
    expect(seqs(await page(second.next))).toEqual([]);
    expect(seqs(await page('/v1/changes?includePreCharge=true'))).toEqual(range(1, 8));
  });

  it('keeps the filter in its next link', async () => {
    const first = await page(`/v1/changes?case=${A}&limit=2&includePreCharge=true`);
    expect([...seqs(first), ...seqs(await page(first.next))]).toEqual([1, 2, 3, 6]);
  });

  it.each([
    ['another-epoch:3', 'epoch'],
    ['9999', 'beyond_end'],
  ])('tells that the cursor %s is void, and where to go on', async (after, reset) => {
    const answer = await page(`/v1/changes?after=${after}`);
    expect(answer).toMatchObject({ reset, changes: [] });
    expect(await page(answer.next)).toMatchObject({ reset: null, changes: [] });
  });

  it.each(['after=-1', 'after=x:y:z', 'limit=201', 'case=7'])('refuses %s', async (search) => {
    expect((await fetch(`${query.url}/v1/changes?${search}`)).status).toBe(400);
  });
});

describe('the stream', () => {
  it('begins now, and passes on a change as soon as it is committed', async () => {
    const live = await stream('');
    expect(live.response.headers).toMatchObject({ 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
    const from = await end();
    const began = Date.now();
    await appendChanges(query.db, some(2, A));
    await live.until(reached(from + 2));
    // The fallback looks once a second: quicker than that is the notification's work.
    expect(Date.now() - began).toBeLessThan(900);
    expect(numbers(live)).toEqual([from + 1, from + 2]);
    expect(live.text()).toMatch(/^retry: 3000\n\n/);
  });

  it('passes on a change within the second where no notification comes', async () => {
    const live = await stream('');
    const from = await end();
    await query.db.transaction(async (tx) => {
      await tx.query('update feed.counter set last_seq = last_seq + 1');
      const [quiet] = some(1, B);
      await tx.query('insert into feed.change values ($1, $2, $3, $4, true, now(), $5)', [from + 1, quiet?.id, B, quiet?.kind, JSON.stringify(quiet)]);
    });
    await live.until(reached(from + 1));
    expect(numbers(live)).toEqual([from + 1]);
  });

  it('goes on after Last-Event-ID, which wins over the query', async () => {
    const last = await end();
    const resumed = await stream('lastEventId=1', { 'last-event-id': String(last - 2) });
    await resumed.until(reached(last));
    expect(numbers(resumed)).toEqual([last - 1, last]);
  });

  it('of one case has its changes alone', async () => {
    const last = await end();
    const one = await stream(`case=${A.toUpperCase()}&lastEventId=0&includePreCharge=true`);
    await appendChanges(query.db, [...some(1, B), ...some(1, A)]);
    await one.until(reached(last + 2));
    expect(one.events.every((event) => event.type === 'change' && event.change.case === A)).toBe(true);
    expect(numbers(one)).toEqual(seqs(await page(`/v1/changes?case=${A}&limit=200&includePreCharge=true`)));
  });

  it.each([
    ['lastEventId=9999999', 'beyond_end'],
    ['lastEventId=1&epoch=other', 'epoch'],
    ['lastEventId=other:1', 'epoch'],
  ])('asked for %s says reset, then goes on with what is new', async (search, reason) => {
    const last = await end();
    const follower = await stream(search);
    await follower.until((events) => events.length === 1);
    expect(follower.events[0]).toMatchObject({ id: last, type: 'reset', reset: { reason, seq: last } });
    await appendChanges(query.db, some(1, A));
    await follower.until(reached(last + 1));
    expect(numbers(follower)).toEqual([last, last + 1]);
  });

  it('keeps a quiet connection alive with comments', async () => {
    const quiet = await stream('');
    await expect.poll(() => quiet.text().endsWith(':\n\n:\n\n'), { timeout: 3_000 }).toBe(true);
  });

  it('refuses a cursor that is none', async () => {
    const response = await fetch(`${query.url}/v1/changes/stream`, { headers: { 'last-event-id': 'soon' } });
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
  });

  it('cut at random and resumed is exactly the feed', async () => {
    const from = await end();
    const total = 600;
    let random = 7;
    const below = (limit: number) => (random = (random * 48_271) % 2_147_483_647) % limit;
    const writing = (async () => {
      for (let written = 0; written < total; ) {
        const count = Math.min(1 + below(20), total - written);
        await appendChanges(query.db, some(count, below(2) ? A : B));
        written += count;
      }
    })();
    const seen: number[] = [];
    let cuts = 0;
    while ((seen.at(-1) ?? from) < from + total) {
      const connection = await stream(`lastEventId=${seen.at(-1) ?? from}`);
      const enough = Math.min(seen.length + 1 + below(60), total) - seen.length;
      await connection.until((events) => events.length >= enough);
      connection.cut();
      // What came before the cut counts, whether or not anybody waited for it.
      seen.push(...numbers(connection));
      cuts += 1;
    }
    await writing;
    expect(seen).toEqual(range(from + 1, from + total));
    expect(cuts).toBeGreaterThan(10);
  });
});

describe('the stream’s end', () => {
  it('comes by itself after the connection’s life', async () => {
    const short = await openQuery(await createDatabase(), { lifeMs: () => 300 });
    const connection = await openStream(`${short.url}/v1/changes/stream`);
    await connection.closed;
    expect(connection.response.complete).toBe(true);
    await short.close();
  });

  it('comes at once when the service stops', async () => {
    const stopping = await openQuery(await createDatabase());
    const connection = await openStream(`${stopping.url}/v1/changes/stream`);
    const began = Date.now();
    await Promise.all([stopping.close(), connection.closed]);
    expect(Date.now() - began).toBeLessThan(2_000);
  });

  it('says reset to everybody when the feed is restored under them', async () => {
    const restored = await openQuery(await createDatabase());
    await appendChanges(restored.db, some(3, A));
    const connection = await openStream(`${restored.url}/v1/changes/stream?lastEventId=0`);
    await connection.until(reached(3));
    await restored.db.query(`delete from feed.change where seq = 3`);
    await restored.db.query(`update feed.counter set epoch = 'after-restore', last_seq = 2`);
    await connection.until((events) => events.length === 4);
    expect(connection.events[3]).toMatchObject({ type: 'reset', reset: { reason: 'epoch', epoch: 'after-restore', seq: 2 } });
    connection.cut();
    await restored.close();
  });

  it('comes to a client that does not read, and to no other', async () => {
    const busy = await openQuery(await createDatabase());
    const slow = await openStream(`${busy.url}/v1/changes/stream`);
    const quick = await openStream(`${busy.url}/v1/changes/stream`);
    slow.response.pause();
    const title = 'x'.repeat(4_000);
    const heavy = some(5_000, A).map((each) => ({ ...each, cause: { ...each.cause, title } }));
    for (let from = 0; from < heavy.length; from += 250) await appendChanges(busy.db, heavy.slice(from, from + 250));
    await quick.until(reached(heavy.length));
    slow.response.resume();
    await slow.closed;
    expect(slow.response.complete).toBe(false);
    expect(numbers(slow)).toEqual(range(1, slow.events.length));
    expect(numbers(quick)).toEqual(range(1, heavy.length));
    quick.cut();
    await busy.close();
  });
});
