import pc from 'picocolors';
import { serverUrls } from './context.js';
import type { Context } from './context.js';
import { EXIT, Failure } from './exit.js';
import { run } from './run.js';

const interrupt = new AbortController();
const { stdout, stderr } = process;
let remark = '';

process.once('SIGINT', () => interrupt.abort());
// `docketwire watch | head` ends us by closing the pipe: that is no failure.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.failed));

try {
  process.exitCode = await run(process.argv.slice(2), contextOf());
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
clearRemark();

function contextOf(): Context {
  return {
    ...serverUrls(process.env),
    out: (line) => {
      clearRemark();
      stdout.write(`${line}\n`);
    },
    talk: (line) => {
      clearRemark();
      stderr.write(`${line}\n`);
    },
    progress: (text) => {
      if (!stderr.isTTY) return;
      clearRemark();
      remark = text.slice(0, Math.max(stderr.columns - 1, 0));
      stderr.write(remark);
    },
    stdin: process.stdin,
    interactive: process.stdin.isTTY && stderr.isTTY,
    colors: pc.createColors(pc.isColorSupported && stdout.isTTY),
    signal: interrupt.signal,
  };
}

function clearRemark(): void {
  if (remark) stderr.write('\r\u001b[K');
  remark = '';
}
