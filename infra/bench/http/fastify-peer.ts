import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Pool } from 'pg';
import { caseDetail } from '../../../apps/query/src/case-shape.js';
import type { StoredCase } from '@docketwire/projection';
import { listening } from './peers.ts';

/* The same answer with nothing but Fastify and pg: one query, one function, one route. */

/** The very Fastify that Nest brings along, without Nest. */
const fastify = new FastifyAdapter().getInstance();
const pool = new Pool({ connectionString: process.argv[2], max: 10 });

const CASE = `
  select s.case_id as "caseId", s.version, s.state, s.articles, s.opened_at as "openedAt", s.changed_at as "changedAt", s.view,
    coalesce((select max(seq) from feed.change f where f.case_id = s.case_id), 0)::float8 as "lastSeq", (select epoch from feed.counter) as epoch,
    exists (select from ops.parked_event p where p.case_id = s.case_id) as "updatesPending"
  from proj_v1.case_state s where s.case_id = $1`;
const CONSTANT = JSON.stringify({ status: 'ok' });

fastify.get<{ Params: { id: string } }>('/v1/cases/:id', async (request, reply) => {
  const { rows } = await pool.query<StoredCase>({ name: 'case', text: CASE, values: [request.params.id] });
  const [stored] = rows;
  if (!stored) return reply.code(404).send();
  return reply.send(caseDetail({ stored, view: stored.view, articles: stored.articles, moment: { on: null, knownAt: null } }));
});
fastify.get('/constant', (_, reply) => reply.header('content-type', 'application/json').send(CONSTANT));

await fastify.listen({ port: 0, host: '127.0.0.1' });
listening(fastify.server.address());
