import { spawn } from 'node:child_process';

export type CommandOptions = Readonly<{
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  /** `show` passes on what it prints as it comes; otherwise it is only kept. */
  show?: boolean;
  timeoutMs?: number;
}>;

/** `code` is null when it was killed. */
export type CommandResult = Readonly<{ code: number | null; printed: string }>;

/** Runs a program to its end. It ends with us, whatever way we end. Throws only if it cannot be started. */
export async function runCommand({ command, args, env, show = false, timeoutMs }: CommandOptions): Promise<CommandResult> {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs, killSignal: 'SIGTERM' });
  const end = (): unknown => child.kill('SIGTERM');
  process.once('exit', end);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (show) process.stdout.write(chunk);
    });
  }
  try {
    const code = await new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
    return { code, printed };
  } finally {
    process.off('exit', end);
  }
}
