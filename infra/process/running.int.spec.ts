import { existsSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeRunDir } from '../../test/support/run-dir.ts';
import { logTail, startChild, type Child } from './child.ts';
import { endOrphans, writePidFile } from './pid-file.ts';
import { freePorts, isPortFree } from './port.ts';
import { runs } from './running.ts';

const dir = makeRunDir();

describe('a child process', () => {
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('ends by its signal, and its pid file goes with it', async () => {
    const child = await start('polite', `process.on('SIGTERM', () => process.exit(5))`);
    expect(await child.stop(5_000)).toEqual({ code: 5, signal: null });
    expect(existsSync(join(dir, 'polite.pid'))).toBe(false);
  });

  it('that does not heed the signal is killed at the end of its grace', async () => {
    const child = await start('stubborn', `process.on('SIGTERM', () => undefined)`);
    expect(await child.stop(200)).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('leaves the end of its log to be told', async () => {
    const child = await start('talking', `console.log('one\\ntwo')`);
    await child.stop(5_000);
    expect(logTail(join(dir, 'talking.log'), 2)).toBe('two\nready');
  });
});

describe('a pid file that a killed start left', () => {
  it('has its process ended', async () => {
    const child = await start('orphan', '');
    expect(await endOrphans(dir)).toEqual(['orphan']);
    expect(await child.exited).toEqual({ code: null, signal: 'SIGTERM' });
  });

  it('leaves a process alone that has only come by its number', async () => {
    const child = await start('bystander', '');
    writePidFile(join(dir, 'bystander.pid'), { pid: child.pid, mark: 'another-command', signal: 'SIGTERM' });
    expect(await endOrphans(dir)).toEqual([]);
    expect(runs(child.pid, 'bystander')).toBe(true);
    await child.stop(5_000);
  });
});

describe('a port', () => {
  it('is taken while somebody listens on any address, and free again after', async () => {
    const [port = 0] = await freePorts(1);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '0.0.0.0', resolve));
    expect((server.address() as AddressInfo).port).toBe(port);
    expect(await isPortFree(port)).toBe(false);
    await new Promise((resolve) => void server.close(resolve));
    expect(await isPortFree(port)).toBe(true);
  });
});

/** Runs `script`, then says that it is ready and waits. */
async function start(name: string, script: string): Promise<Child> {
  const logFile = join(dir, `${name}.log`);
  const child = await startChild({ command: process.execPath, args: ['-e', `${script}; console.log('ready'); setInterval(() => undefined, 1000)`, name], mark: name, logFile, pidFile: join(dir, `${name}.pid`) });
  while (!logTail(logFile, 1).includes('ready')) await new Promise((resolve) => void setTimeout(resolve, 20));
  return child;
}
