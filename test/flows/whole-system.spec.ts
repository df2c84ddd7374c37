import { ARTICLE_UPDATES, ArticleUpdateRequest, CASE_ASSERTIONS, articleUpdateEvent, deadLetters, encodeEvent, headerOf } from '@docketwire/contracts';
import type { OutRecord } from '@docketwire/contracts';
import { openProducer } from '@docketwire/log';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readTopic } from '../support/read-topic.ts';
import { settled } from '../support/settled.ts';
import { startSystem } from '../support/system.ts';
import type { System } from '../support/system.ts';
import { waitUntil } from '../support/wait-until.ts';

const STORY = 'infra/newsroom/story/charges-dropped.txt';

describe('the whole system', () => {
  let system: System<'intake' | 'extractor' | 'projector' | 'query'>;
  let database: Client;

  beforeAll(async () => {
    system = await startSystem(['intake', 'extractor', 'projector', 'query']);
    database = new Client({ connectionString: system.databaseUrl });
    await database.connect();
  });
  afterAll(async () => {
    await database?.end();
    await system?.stop();
  });

  it('takes one story from the command line to a proven status, and tells a watcher', { timeout: 90_000 }, async () => {
    const { code, output } = await run([process.execPath, 'infra/check-seed.ts', STORY]);
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('Lucan Ferrowby') as string });
  });

  it('fails that check where the story tells something else', { timeout: 90_000 }, async () => {
    const told = readFileSync(STORY.replace('.txt', '.json'), 'utf8');
    const wrong = join(mkdtempSync(join(tmpdir(), 'docketwire-story-')), 'wrong.json');
    onTestFinished(() => rmSync(dirname(wrong), { recursive: true }));
    writeFileSync(wrong, told.replace('not_guilty', 'guilty'));
    expect(readFileSync(wrong, 'utf8')).not.toBe(told);
    const { code, output } = await run([process.execPath, 'infra/check-seed.ts', STORY, '--expect', wrong, '--within', '5']);
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringMatching(/guilty/) as string });
  });

  it('puts what it cannot decode with the dead letters, with why, and reads on', async () => {
    const producer = await openProducer({ brokers: system.brokers, clientId: 'bad input' });
    const good = goodUpdate('good/1');
    const bad: [string, Parameters<typeof producer.send>[1]][] = [
      ['not a CloudEvent', { key: 'k', value: '{}', headers: {} }],
      ['value is not JSON', { ...good, value: '{"half":' }],
      ['value is not UTF-8', { key: Buffer.from('k'), value: Buffer.from([0x7b, 0xff, 0x7d]), headers: good.headers }],
      ['no value', { key: Buffer.from('k'), value: null, headers: good.headers }],
      ['type or version', { ...good, headers: { ...good.headers, ce_type: 'docketwire.article-update.v99' } }],
      ['does not match its schema', { ...good, value: '{"source":"a b"}' }],
    ];
    for (const [, record] of bad) await producer.send(ARTICLE_UPDATES.name, record);
    await producer.send(ARTICLE_UPDATES.name, good);
    await producer.send(CASE_ASSERTIONS.name, { key: 'k', value: 'x', headers: {} });
    await producer.close();
    await settled(database, system.brokers);

    const letters = await readTopic(system.brokers, deadLetters(ARTICLE_UPDATES.name).name);
    expect(letters).toHaveLength(bad.length);
    for (const [reason] of bad) expect(letters.map((letter) => headerOf(letter, 'dlq_reason')).join('\n')).toContain(reason);
    expect(letters.find(({ value }) => value?.includes(0xff))?.value).toEqual(Buffer.from([0x7b, 0xff, 0x7d]));
    expect(await readTopic(system.brokers, deadLetters(CASE_ASSERTIONS.name).name)).toHaveLength(1);
    expect((await casesOf('Wendel Ostrava')).map(({ defendants }) => defendants[0]?.status)).toEqual(['charged']);
  });

  it('keeps a case id alive when two cases turn out to be one', async () => {
    const producer = await openProducer({ brokers: system.brokers, clientId: 'merge' });
    const send = async (id: string, text: string): Promise<void> => {
      await producer.send(ARTICLE_UPDATES.name, goodUpdate(id, text));
      await settled(database, system.brokers);
    };
    await send('merge/1', 'Orla Finnemore was charged with arson on March 4, 2024, police said.');
    await send('merge/2', 'Tobin Assher was charged with burglary on March 5, 2024, police said.');
    const [one, other] = [(await casesOf('Finnemore'))[0]?.id, (await casesOf('Assher'))[0]?.id];
    expect(one).toBeDefined();
    expect(one).not.toBe(other);
    await send('merge/3', 'Orla Finnemore was charged with arson on March 4, 2024. Tobin Assher was charged with burglary on March 5, 2024.');
    await producer.close();
    expect((await casesOf('Finnemore')).map(({ id }) => id)).toEqual((await casesOf('Assher')).map(({ id }) => id));
    const answers = await Promise.all([one, other].map(async (id) => (await (await fetch(`${system.apps.query.url}/v1/cases/${id}`)).json()) as { id: string }));
    expect(answers[0]?.id).toBe(answers[1]?.id);
  });

  it('does not go on where the stored offset lies outside the log, and says so', { timeout: 60_000 }, async () => {
    const { projector } = system.apps;
    await projector.kill('SIGKILL');
    await database.query('update proj_v1.projection_offset set next_offset = next_offset + 1000000 where partition = 0');
    // It never becomes ready: the restart is only begun here.
    const restarted = projector.restart();
    restarted.catch(() => undefined);
    await waitUntil('the projector says why it is not ready', async () => (await readiness(projector.url)).includes('lies outside its log'), 30_000);
    expect((await fetch(`${projector.url}/readyz`)).status).toBe(503);
    await database.query('update proj_v1.projection_offset set next_offset = next_offset - 1000000 where partition = 0');
    await restarted;
  });

  function run([command = '', ...args]: string[]): Promise<{ code: number | null; output: string }> {
    const env = { ...process.env, DOCKETWIRE_INTAKE_URL: system.apps.intake.url, DOCKETWIRE_QUERY_URL: system.apps.query.url };
    return new Promise((resolve) => {
      const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.once('close', (code) => resolve({ code, output }));
    });
  }

  async function casesOf(name: string): Promise<{ id: string; defendants: { status: string }[] }[]> {
    const answer = await fetch(`${system.apps.query.url}/v1/cases?name=${encodeURIComponent(name)}`);
    return ((await answer.json()) as { cases: { id: string; defendants: { status: string }[] }[] }).cases;
  }
});

async function readiness(url: string): Promise<string> {
  return fetch(`${url}/readyz`).then((answer) => answer.text(), () => '');
}

function goodUpdate(id: string, text = 'Wendel Ostrava was charged with arson on March 4, 2024, the county prosecutor said.'): OutRecord {
  const request = ArticleUpdateRequest.parse({ source: 'spec-wire', articleId: id, kind: 'new', revision: 1, publishedAt: '2024-03-06', modifiedAt: '2024-03-06T10:00:00Z', text });
  const event = articleUpdateEvent(request, '2024-03-06T10:00:01Z');
  return encodeEvent(event.subject, event);
}
