import { fork } from 'node:child_process';
import { join } from 'node:path';

/** A server to measure beside ours, in a process of its own. */
export type Peer = Readonly<{ url: string; stop(): void }>;

const HOOK = join(import.meta.dirname, '../run-built.mjs');

export function startPeer(file: string, databaseUrl: string): Promise<Peer> {
  const child = fork(join(import.meta.dirname, file), [databaseUrl], { execArgv: ['--import', HOOK] });
  const end = (): unknown => child.kill('SIGKILL');
  process.once('exit', end);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with code ${code}`)));
    child.once('message', (port: number) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        stop: () => {
          process.off('exit', end);
          child.disconnect();
        },
      }),
    );
  });
}

/** In the peer's process: says where it listens, and ends with its parent. */
export function listening(address: unknown): void {
  process.on('disconnect', () => process.exit(0));
  process.send?.((address as { port: number }).port);
}
