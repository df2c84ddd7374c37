import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { Client } from 'pg';
import { startApp } from '../../../test/support/app-process.ts';
import { CASES_DATABASE } from '../cases/projector.ts';
import { median, perSecond, rounded } from '../row.ts';
import type { Row } from '../row.ts';
import type { Servers } from '../servers.ts';
import type { Sizes } from '../sizes.ts';
import { requestRate } from './load.ts';
import { startPeer } from './peers.ts';

type Round = Readonly<{ ours: number; fastify: number; express: number; unchanged: number; constant: number }>;
type Addresses = Readonly<{ ours: string; fastify: string; express: string; constant: string; etag: string }>;

/** `GET /v1/cases/{id}` of a case as the projector made it, by three servers that must answer alike. */
export async function measureHttp(servers: Servers, sizes: Sizes): Promise<Row[]> {
  const databaseUrl = await servers.createDatabase(CASES_DATABASE);
  const query = await startApp({ app: 'query', dir: join(servers.dir, 'query'), env: { DATABASE_URL: databaseUrl, KAFKA_BROKERS: servers.brokers.join(','), LOG_LEVEL: 'warn' } });
  const [fastify, express] = await Promise.all([startPeer('fastify-peer.ts', databaseUrl), startPeer('express-peer.nest.ts', databaseUrl)]);
  try {
    const path = `/v1/cases/${await usualCase(databaseUrl)}`;
    const bytes = await sameAnswers([query.url, fastify.url, express.url].map((url) => url + path));
    const etag = (await fetch(query.url + path)).headers.get('etag') ?? '';
    const rounds = await measureRounds({ ours: query.url + path, fastify: fastify.url + path, express: express.url + path, constant: `${fastify.url}/constant`, etag }, sizes.http);
    return rowsOf(rounds, bytes, sizes);
  } finally {
    [fastify, express].forEach((peer) => peer.stop());
    await query.stop();
  }
}

async function measureRounds({ ours, fastify, express, constant, etag }: Addresses, { rounds: count, seconds, connections }: Sizes['http']): Promise<Round[]> {
  const load = { seconds, connections };
  const rounds: Round[] = [];
  for (const url of [ours, fastify, express]) await requestRate({ ...load, url, seconds: 1 }, 200);
  for (let round = 0; round < count; round += 1) {
    rounds.push({
      ours: await requestRate({ ...load, url: ours }, 200),
      fastify: await requestRate({ ...load, url: fastify }, 200),
      express: await requestRate({ ...load, url: express }, 200),
      unchanged: await requestRate({ ...load, url: ours, headers: { 'if-none-match': etag } }, 304),
      constant: await requestRate({ ...load, url: constant }, 200),
    });
  }
  return rounds;
}

/** The one in the middle by the size of its view. */
async function usualCase(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ case_id: string }>('select case_id from proj_v1.case_state order by length(view::text), case_id offset (select count(*) / 2 from proj_v1.case_state) limit 1');
  await client.end();
  return rows[0]?.case_id ?? '';
}

/** A peer that leaves something out would be no peer. Returns the length of the answer. */
async function sameAnswers(urls: readonly string[]): Promise<number> {
  const texts = await Promise.all(urls.map(async (url) => (await fetch(url)).text()));
  const [first, ...others] = texts.map((text) => JSON.parse(text) as unknown);
  if (others.some((other) => !isDeepStrictEqual(other, first))) throw new Error(`The servers answer differently:\n${texts.map((text) => text.slice(0, 500)).join('\n')}`);
  return Buffer.byteLength(texts[0] ?? '');
}

function rowsOf(rounds: readonly Round[], bytes: number, { http }: Sizes): Row[] {
  const of = (pick: (round: Round) => number): number => median(rounds.map(pick));
  const how = `${http.connections} connections, autocannon in a process of its own on the same cores; ${rounded(bytes)} bytes of JSON, equal for all three`;
  const ours = perSecond(of((round) => round.ours));
  return [
    {
      what: 'GET /v1/cases/{id}, beside Fastify and pg', ours, beside: perSecond(of(({ fastify }) => fastify)),
      figure: { value: of((round) => round.ours / round.fastify), unit: '×' }, goal: { atLeast: 0.85 }, how: `${how}. The peer does one query, and builds the answer by the same function.`,
    },
    {
      what: 'GET /v1/cases/{id}, beside stock Nest', ours, beside: perSecond(of(({ express }) => express)),
      figure: { value: of((round) => round.ours / round.express), unit: '×' }, goal: { atLeast: 3 }, how: `${how}. The peer is Nest on Express with TypeORM's repositories.`,
    },
    {
      what: '304 by ETag, beside a constant body', ours: perSecond(of(({ unchanged }) => unchanged)), beside: perSecond(of(({ constant }) => constant)),
      figure: { value: of((round) => round.unchanged / round.constant), unit: '×' }, goal: { atLeast: 0.5 }, how: 'If-None-Match with the case’s present tag, which is compared with the row in Postgres; the peer is Fastify with a constant string of 15 bytes.',
    },
  ];
}
