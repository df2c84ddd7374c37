import { fileURLToPath } from 'node:url';
import { runCommand } from '../../process/command.ts';

export type Load = Readonly<{ url: string; seconds: number; connections: number; headers?: Readonly<Record<string, string>> }>;

type Result = { requests: { average: number }; errors: number; timeouts: number; statusCodeStats: Record<string, { count: number }> };

const AUTOCANNON = fileURLToPath(import.meta.resolve('autocannon'));

/** Requests a second that a server answers with `status`, asked by autocannon in a process of its own. */
export async function requestRate({ url, seconds, connections, headers = {} }: Load, status: number): Promise<number> {
  const fields = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`]);
  const args = [AUTOCANNON, '--json', '--no-progress', '-c', String(connections), '-d', String(seconds), ...fields, url];
  const { code, printed } = await runCommand({ command: process.execPath, args, env: process.env, timeoutMs: (seconds + 30) * 1_000 });
  if (code !== 0) throw new Error(`autocannon failed:\n${printed}`);
  const result = JSON.parse(printed.trim().split('\n').findLast((line) => line.startsWith('{')) ?? '{}') as Result;
  const others = Object.entries(result.statusCodeStats).filter(([name]) => name !== String(status));
  if (others.length > 0 || result.errors + result.timeouts > 0) throw new Error(`${url} did not answer with ${status} alone: ${JSON.stringify(result.statusCodeStats)}, ${result.errors} errors, ${result.timeouts} timeouts`);
  return result.requests.average;
}
