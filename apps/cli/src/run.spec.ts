import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pc from 'picocolors';
import { afterEach, describe, expect, it } from 'vitest';
import { serverUrls } from './context.js';
import type { Context } from './context.js';
import { EXIT } from './exit.js';
import { run } from './run.js';

type Handler = (request: IncomingMessage & { text: string }, response: ServerResponse) => void;
type Seen = { method: string; url: string; type: string; lastEventId: string; body: string };
type Said = { code: number; out: string[]; talk: string[]; seen: Seen[] };

const CASE = '4f0c7d5e-6f0a-5d0e-9a51-0d4f5f5b7c11';
const ID = '0f8fad5b-d9cb-569f-a165-70867728950e';
const TEXT = ['--source', 'harbor-courier', '--id', 'a-1', '--published', '2024-03-05'];

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function serve(handler: Handler): Promise<{ url: string; seen: Seen[]; server: Server }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      seen.push({ method: request.method ?? '', url: request.url ?? '', type: request.headers['content-type'] ?? '', lastEventId: String(request.headers['last-event-id'] ?? ''), body: text });
      handler(Object.assign(request, { text }), response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => new Promise((closed) => (server.closeAllConnections(), server.close(closed))));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, server };
}

type Given = { handler?: Handler; stdin?: string[]; interactive?: boolean; interrupt?: AbortController; onOut?: (line: string) => void; url?: string };

async function docketwire(args: string[], { handler = () => undefined, stdin = [], interactive = false, interrupt = new AbortController(), onOut, url }: Given = {}): Promise<Said> {
  const server = await serve(handler);
  const at = url ?? server.url;
  const out: string[] = [];
  const talk: string[] = [];
  const context: Context = {
    out: (line) => (out.push(line), onOut?.(line)),
    talk: (line) => talk.push(line),
    progress: () => undefined,
    stdin: (async function* () {
      for (const chunk of stdin) yield new TextEncoder().encode(chunk);
    })(),
    colors: pc.createColors(false),
    interactive,
    signal: interrupt.signal,
    intakeUrl: at,
    queryUrl: at,
    projectorUrl: at,
  };
  return { code: await run(args, context), out, talk, seen: server.seen };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Handler => (_, response) =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const accepted = json(202, { id: ID, article: 'harbor-courier/a-1', status: 'accepted' });
const problem = (status: number, title: string, headers = {}) => json(status, { type: 'about:blank', title, status, errors: [{ pointer: '/text', detail: 'is too long' }] }, headers);

/** Answers in turn; the last answer stays. */
function inTurn(...handlers: Handler[]): Handler {
  let turn = 0;
  return (request, response) => handlers[Math.min(turn++, handlers.length - 1)]?.(request, response);
}

async function file(name: string, content: string | Buffer): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'docketwire-cli-'));
  closing.push(() => rm(dir, { recursive: true }));
  await writeFile(join(dir, name), content);
  return join(dir, name);
}

describe('docketwire publish', () => {
  it('sends a text with what the options say, and prints the event', async () => {
    const { code, out, seen } = await docketwire(['publish', await file('a.txt', 'A text.\n'), ...TEXT, '--title', 'T', '--revision', '2', '--case-reference', 'D-101'], { handler: accepted });
    expect([code, out]).toEqual([EXIT.ok, [`accepted harbor-courier/a-1 ${ID}`]]);
    expect(seen).toMatchObject([{ method: 'POST', url: '/v1/article-updates', type: 'application/json' }]);
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ source: 'harbor-courier', articleId: 'a-1', publishedAt: '2024-03-05', kind: 'new', revision: 2, title: 'T', caseReference: 'D-101', text: 'A text.' });
  });

  it('reads standard input, and lets an option win over front matter', async () => {
    const { code, out, seen } = await docketwire(['publish', '-', ...TEXT, '--json'], { handler: accepted, stdin: ['---\nsource: other\ntitle: From', ' the file\n---\nA tex', 't.'] });
    expect([code, JSON.parse(out[0] ?? '')]).toEqual([EXIT.ok, { id: ID, article: 'harbor-courier/a-1', status: 'accepted' }]);
    expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({ source: 'harbor-courier', title: 'From the file', text: 'A text.' });
  });

  it('takes an article back without a text', async () => {
    const { code, seen } = await docketwire(['publish', '--source', 'harbor-courier', '--id', 'a-1', '--kind', 'retraction', '--revision', '3'], { handler: accepted });
    expect([code, JSON.parse(seen[0]?.body ?? '')]).toEqual([EXIT.ok, { source: 'harbor-courier', articleId: 'a-1', kind: 'retraction', revision: 3, text: null }]);
  });

  it('sends the same again after the wait that a 503 asks for', async () => {
    const begun = Date.now();
    const { code, seen, talk } = await docketwire(['publish', '-', ...TEXT], { handler: inTurn(problem(503, 'No broker', { 'retry-after': '1' }), accepted), stdin: ['A text.'] });
    expect([code, seen.length, talk]).toEqual([EXIT.ok, 2, ['The server cannot take it just now: trying again in 1 s.']]);
    expect(seen[0]?.body).toBe(seen[1]?.body);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(990);
  });

  it('takes a connection that breaks for "not now" once the server has answered, and for nobody there before', async () => {
    const broken: Handler = (request) => request.socket.destroy();
    const later = await docketwire(['publish', '-', ...TEXT], { handler: inTurn(problem(503, 'No broker', { 'retry-after': '1' }), broken, accepted), stdin: ['A text.'] });
    expect([later.code, later.seen.length, later.talk[1]]).toEqual([EXIT.ok, 3, 'The server is gone: trying again in 1 s.']);
    expect(await docketwire(['publish', '-', ...TEXT], { handler: broken, stdin: ['A text.'] })).toMatchObject({ code: EXIT.failed, seen: [{}] });
  });

  it('ends with 130 on Ctrl-C while it waits', async () => {
    const interrupt = new AbortController();
    setTimeout(() => interrupt.abort(), 100);
    const { code, out } = await docketwire(['publish', '-', ...TEXT], { handler: problem(503, 'No broker', { 'retry-after': '60' }), stdin: ['A text.'], interrupt });
    expect([code, out]).toEqual([EXIT.interrupted, []]);
  });

  it('publishes nothing that is not UTF-8', async () => {
    const { code, talk, seen } = await docketwire(['publish', await file('latin.txt', Buffer.from([0x5a, 0x6f, 0xeb])), ...TEXT], { handler: accepted });
    expect([code, talk, seen]).toEqual([EXIT.usage, ['The text is not UTF-8.'], []]);
  });

  it('ends with 4 and the places of the problems where the server refuses', async () => {
    const { code, out, talk } = await docketwire(['publish', '-', ...TEXT], { handler: problem(422, 'The update is wrong'), stdin: ['A text.'] });
    expect([code, out, talk]).toEqual([EXIT.refused, [], ['The update is wrong\n  /text: is too long']]);
  });

  it('ends with 1 where nobody answers, and where the answer is not one of ours', async () => {
    const alone = await docketwire(['publish', '-', ...TEXT], { stdin: ['A text.'], url: 'http://127.0.0.1:9' });
    expect([alone.code, alone.talk[0]]).toEqual([EXIT.failed, expect.stringContaining('"npm start" starts it')]);
    const ok: Handler = (_, response) => void response.end('ok');
    for (const handler of [json(200, {}), ok]) {
      const stranger = await docketwire(['publish', '-', ...TEXT], { handler, stdin: ['A text.'] });
      expect([stranger.code, stranger.talk]).toEqual([EXIT.failed, [expect.stringContaining('not the Docketwire')]]);
    }
    expect(await docketwire(['case', 'list'], { handler: ok })).toMatchObject({ code: EXIT.failed, talk: [expect.stringContaining('not the Docketwire')] });
  });

  it.each([
    ['no source', ['publish', '-', '--id', 'a', '--published', '2024-03-05']],
    ['no file where a text is needed', ['publish', ...TEXT]],
    ['a file that is not there', ['publish', '/no/such/file', ...TEXT]],
    ['an option there is none of', ['publish', '-', '--colour', 'red']],
    ['a command there is none of', ['pubish']],
    ['no command', []],
    ['a count that is no number', ['watch', '--count', 'few']],
    ['a case without an id', ['case', 'show']],
    ['a batch there is none of', ['newsroom', 'publish', '--batch', '9']],
  ])('%s is wrong usage, told without a stack', async (_, args) => {
    const { code, out, talk, seen } = await docketwire(args, { stdin: ['A text.'] });
    expect([code, out, seen]).toEqual([EXIT.usage, [], []]);
    expect(talk.join('\n')).toMatch(/./);
    expect(talk.join('\n')).not.toMatch(/\n\s+at /);
  });
});

describe('docketwire publish of NDJSON', () => {
  const lines = (...results: object[]): Handler => (_, response) =>
    void response.writeHead(207, { 'content-type': 'application/x-ndjson', 'retry-after': '1' }).end(results.map((result) => `${JSON.stringify(result)}\n`).join(''));
  const taken = (article: string) => ({ line: 1, status: 202, id: ID, article });

  it('tells the outcome of each line by its place in the file, and sends again only what was not taken yet', async () => {
    const refused = { line: 2, status: 422, problem: { type: 'about:blank', title: 'wrong', status: 422 } };
    const away = { line: 3, status: 503, problem: { type: 'about:blank', title: 'away', status: 503 } };
    const { code, out, talk, seen } = await docketwire(['publish', await file('all.ndjson', '{"n":1}\n\n{"n":2}\n{"n":3}'), '--json'], { handler: inTurn(lines(taken('a/1'), refused, away), lines(taken('a/3'))) });
    expect(code).toBe(EXIT.refused);
    expect(seen.map(({ body, type }) => [type, body])).toEqual([['application/x-ndjson', '{"n":1}\n{"n":2}\n{"n":3}'], ['application/x-ndjson', '{"n":3}']]);
    expect(out.map((line) => JSON.parse(line) as object)).toEqual([{ line: 1, status: 202, id: ID, article: 'a/1' }, { line: 3, status: 422, problem: refused.problem }, { line: 4, status: 202, id: ID, article: 'a/3' }]);
    expect(talk.at(-1)).toBe('2 accepted, 1 refused.');
  });

  it('sends a long file in several bodies', async () => {
    const echo: Handler = (request, response) => lines(...request.text.split('\n').map((text) => taken((JSON.parse(text) as { n: string }).n)))(request, response);
    const content = Array.from({ length: 1_201 }, (_, n) => JSON.stringify({ n: `é${n}` })).join('\r\n');
    const { code, out, seen } = await docketwire(['publish', '-', '--ndjson'], { handler: echo, stdin: content.match(/[^]{1,777}/g) ?? [] });
    expect([code, seen.length, out.length, out.at(-1)]).toEqual([EXIT.ok, 3, 1_201, `accepted é1200 ${ID}`]);
  });

  it('believes no answer that leaves lines out', async () => {
    expect((await docketwire(['publish', '-', '--ndjson'], { handler: lines(taken('a/1')), stdin: ['{}\n{}\n'] })).code).toBe(EXIT.failed);
  });
});

describe('docketwire case', () => {
  it('ends with 3 where there is no such case', async () => {
    const { code, talk } = await docketwire(['case', 'show', CASE, '--on', '2023-02-28'], { handler: problem(404, 'There is no such thing here') });
    expect([code, talk[0]]).toEqual([EXIT.notFound, expect.stringContaining('There is no such thing here')]);
  });

  it('asks for what the options say, over as many pages as the limit needs', async () => {
    const page = (next: string | null) => json(200, { cases: [], feed: { epoch: 'e', seq: 1 }, next });
    const { code, seen } = await docketwire(['case', 'list', '--name', 'dana whit', '--status', 'dismissed', '--limit', '3'], { handler: inTurn(page('/v1/cases?after=x'), page(null)) });
    expect([code, seen.map(({ url }) => url)]).toEqual([EXIT.ok, ['/v1/cases?name=dana+whit&status=dismissed&limit=4', '/v1/cases?after=x']]);
  });

  it('passes JSON on as the server gave it', async () => {
    const { out } = await docketwire(['case', 'show', CASE, '--json'], { handler: json(200, { id: CASE, newer: true }) });
    expect(out).toEqual([`{"id":"${CASE}","newer":true}`]);
  });
});

describe('docketwire newsroom', () => {
  it('publishes the sample in its order, and the same articles again under the same words', async () => {
    const echo: Handler = (request, response) => {
      const { source, articleId } = JSON.parse(request.text) as Record<string, string>;
      json(202, { id: ID, article: `${source}/${articleId}`, status: 'accepted' })(request, response);
    };
    const { code, seen, talk, out } = await docketwire(['newsroom', '--json'], { handler: echo });
    const bodies = seen.map(({ body }) => body);
    expect([code, talk.length, out.length]).toEqual([EXIT.ok, 1, bodies.length]);
    expect(new Set(bodies).size).toBeGreaterThan(10);
    expect(new Set(bodies).size).toBeLessThan(bodies.length);
  });
});

describe('--help', () => {
  it.each(['', 'publish', 'watch', 'case', 'case list', 'case show', 'newsroom', 'newsroom publish', 'parked', 'parked list', 'parked show', 'parked redrive', 'parked discard'])('of "%s" has examples and ends with 0', async (command) => {
    const { code, out, talk } = await docketwire([...command.split(' ').filter(Boolean), '--help']);
    expect([code, talk]).toEqual([EXIT.ok, []]);
    expect(out.join('\n')).toMatch(/Examples:\n {2}docketwire/);
  });
});

describe('docketwire parked', () => {
  const PLACE = 'cases.assertions.v1/3/42';
  const parked = { topic: 'cases.assertions.v1', partition: 3, offset: 42, event: 'e', case: CASE, reason: 'bro\u001bken', parkedAt: '2024-03-06T10:00:00.000Z' };
  const redriven = (outcome: string) => json(200, { outcome, changes: outcome === 'would_apply' ? 2 : null, reason: outcome === 'would_break' ? 'as before' : null });
  const REASON = ['--reason', 'a test by hand'];

  it('lists all pages, and lets no record steer the terminal', async () => {
    const { code, out, talk, seen } = await docketwire(['parked', 'list', '--case', CASE], { handler: inTurn(json(200, { parked: [parked], next: '/v1/parked?after=x' }), json(200, { parked: [parked], next: null })) });
    expect([code, out[1], talk]).toEqual([EXIT.ok, `${PLACE}  case ${CASE}, parked 2024-03-06T10:00:00Z: bro ken`, ['2 records parked.']]);
    expect(seen.map(({ url }) => url)).toEqual([`/v1/parked?case=${CASE}`, '/v1/parked?after=x']);
  });

  it('shows the text of a record', async () => {
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    const { out } = await docketwire(['parked', 'show', PLACE], { handler: json(200, { ...parked, record: { key: null, value: base64('{"a":1}'), headers: { ce_id: base64('e') } } }) });
    expect(out.slice(1)).toEqual(['event e', 'key (none)', 'ce_id: e', '', '{"a":1}']);
  });

  it('says in a dry run what would become of each, and ends with 1 where one would break again', async () => {
    const { code, out, seen } = await docketwire(['parked', 'redrive', PLACE, 'a.b/0/1', '--dry-run'], { handler: inTurn(redriven('would_apply'), redriven('would_break')) });
    expect([code, out]).toEqual([EXIT.failed, [`${PLACE}  would be applied, with 2 changes`, 'a.b/0/1  would break again: as before']]);
    expect(seen.map(({ method, url, body }) => [method, url, body])).toEqual([['POST', `/v1/parked/${PLACE}:redrive`, '{"dryRun":true}'], ['POST', '/v1/parked/a.b/0/1:redrive', '{"dryRun":true}']]);
    expect((await docketwire(['parked', 'discard', PLACE, ...REASON, '--dry-run'], { handler: json(200, parked) })).seen).toMatchObject([{ method: 'GET' }]);
  });

  it('acts with --yes, or when the word was typed', async () => {
    const yes = await docketwire(['parked', 'redrive', PLACE, '--yes', '--json'], { handler: redriven('published') });
    expect([yes.code, yes.out]).toEqual([EXIT.ok, [JSON.stringify({ place: PLACE, outcome: 'published', says: 'published again' })]]);
    const gone: Handler = (_, response) => void response.writeHead(204).end();
    const typed = await docketwire(['parked', 'discard', PLACE, ...REASON], { handler: gone, interactive: true, stdin: ['disc', 'ard\n'] });
    expect([typed.code, typed.seen]).toMatchObject([EXIT.ok, [{ method: 'DELETE', url: `/v1/parked/${PLACE}?reason=a+test+by+hand` }]]);
  });

  it.each([
    ['nobody could be asked', ['redrive', PLACE], false, EXIT.usage],
    ['another word was typed', ['redrive', PLACE], true, EXIT.interrupted],
    ['a place is none', ['redrive', PLACE, '../../livez', '--yes'], false, EXIT.usage],
    ['no reason is given', ['discard', PLACE, '--yes'], false, EXIT.usage],
  ])('sends nothing where %s', async (_, args, interactive, expected) => {
    const { code, seen } = await docketwire(['parked', ...args], { handler: redriven('published'), interactive, stdin: ['y\n'] });
    expect([code, seen]).toEqual([expected, []]);
  });
});

describe('the environment', () => {
  it('says where the servers are, by address or by port', () => {
    expect(serverUrls({})).toEqual({ intakeUrl: 'http://127.0.0.1:3401', queryUrl: 'http://127.0.0.1:3400', projectorUrl: 'http://127.0.0.1:3403' });
    expect(serverUrls({ QUERY_PORT: '4400', DOCKETWIRE_INTAKE_URL: 'https://news.example/intake/' })).toMatchObject({ intakeUrl: 'https://news.example/intake', queryUrl: 'http://127.0.0.1:4400' });
    expect(() => serverUrls({ DOCKETWIRE_QUERY_URL: 'localhost' })).toThrow('no http address');
  });
});

describe('docketwire watch', () => {
  const change = (seq: number, epoch = 'e1') => ({
    seq, epoch, id: ID, case: CASE, caseVersion: seq, kind: 'advanced', knownAt: '2023-04-21T08:00:00.000Z',
    defendant: { id: 'd', name: 'Dana Whitlock' }, charge: { id: 'c', offence: 'arson', previousId: null }, before: null,
    after: { status: 'charged', since: '2023-01', realis: 'occurred', plea: 'none', refile: null, counts: 1 },
    cause: { event: 'x', article: 'harbor-courier/a', revision: null, news: 'new', title: null, url: null, source: 'harbor-courier', quote: null },
  });
  const event = (seq: number, epoch?: string) => `id: ${seq}\ndata: ${JSON.stringify(change(seq, epoch))}\n\n`;
  /** Sends its parts, then ends, or cuts the connection in the middle of the last one. */
  const stream = (parts: string[], ending: 'stay' | 'end' | 'cut' = 'stay'): Handler => (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const part of ['retry: 10\n\n', ...parts]) response.write(part);
    if (ending === 'end') response.end();
    if (ending === 'cut') setTimeout(() => response.destroy(), 20);
  };
  const seqs = (out: string[]) => out.map((line) => (JSON.parse(line) as { seq: number }).seq);

  it('prints one line a change, and stops after as many as were asked for', async () => {
    const { code, out, seen } = await docketwire(['watch', CASE, '--after', '4', '--count', '1'], { handler: stream([event(5), event(6)]) });
    expect([code, out]).toEqual([EXIT.ok, ['#5 2023-04-21T08:00:00Z Dana Whitlock · 1 count of arson: charged (January 2023) — harbor-courier']]);
    expect(seen).toMatchObject([{ url: `/v1/changes/stream?case=${CASE}&lastEventId=4`, lastEventId: '4' }]);
  });

  it('goes on through cuts where it was, and prints nothing twice', async () => {
    const handler = inTurn(stream([event(1), event(2), event(3).slice(0, 40)], 'cut'), problem(503, 'busy', { 'retry-after': '1' }), stream([event(2), event(3)], 'end'), stream([event(4)]));
    const { code, out, seen } = await docketwire(['watch', '--json', '--count', '4'], { handler });
    expect([code, seqs(out)]).toEqual([EXIT.ok, [1, 2, 3, 4]]);
    expect(seen.map(({ lastEventId }) => lastEventId)).toEqual(['', '2', '2', '3']);
    expect(seen.at(-1)?.url).toContain('epoch=e1');
  });

  it('begins anew where the feed was restored, whose numbers begin anew too', async () => {
    const reset = 'event: reset\nid: 0\ndata: {"reason":"epoch","epoch":"e2","seq":0}\n\n';
    const { out, talk } = await docketwire(['watch', '--json', '--count', '3'], { handler: stream([event(8), reset, event(1, 'e2'), event(1, 'e2'), event(2, 'e2')]) });
    expect(seqs(out)).toEqual([8, 1, 2]);
    expect(seqs((await docketwire(['watch', '--json', '--count', '2'], { handler: stream([event(8), event(1, 'e2')]) })).out)).toEqual([8, 1]);
    expect(talk).toContainEqual(expect.stringContaining('restored'));
  });

  it('ends with 130 on Ctrl-C and says how to go on', async () => {
    const interrupt = new AbortController();
    const { code, talk } = await docketwire(['watch', '--json'], { handler: stream([event(7)]), interrupt, onOut: () => interrupt.abort() });
    expect([code, talk.at(-1)]).toEqual([EXIT.interrupted, 'Go on with: docketwire watch --after 7']);
  });

  it('may be given a time: too few changes by then are a failure, no number asked for is not', async () => {
    const [few, any] = await Promise.all([['--count', '2'], []].map((more) => docketwire(['watch', '--timeout', '1', ...more], { handler: stream([event(1)]) })));
    expect([few?.code, any?.code]).toEqual([EXIT.failed, EXIT.ok]);
    expect(few?.talk.at(-1)).toBe('1 of 2 changes came within 1 s.');
  });

  it('gives up where the server refuses, and where nobody was ever there', async () => {
    expect((await docketwire(['watch', 'x'], { handler: problem(400, 'The request is not valid') })).code).toBe(EXIT.refused);
    expect((await docketwire(['watch'], { url: 'http://127.0.0.1:9' })).code).toBe(EXIT.failed);
    expect((await docketwire(['watch'], { handler: json(200, {}) })).code).toBe(EXIT.failed);
  });
});
