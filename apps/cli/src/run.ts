import { CommanderError } from 'commander';
import type { Command } from 'commander';
import type { Context } from './context.js';
import { EXIT, Failure } from './exit.js';
import type { ExitCode } from './exit.js';
import { buildProgram } from './program.js';

/** Runs one command line and gives its exit code; what goes wrong is one sentence on stderr. */
export async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const program = buildProgram(context, (ended) => (code = ended));
  prepare(program, context);
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return endedBy(error, context);
  }
}

/** Commander ends the process by itself unless every command is told not to. */
function prepare(command: Command, context: Context): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => context.out(text.trimEnd()),
    writeErr: (text) => context.talk(text.trimEnd()),
  });
  for (const inner of command.commands) prepare(inner, context);
}

function endedBy(error: unknown, context: Context): ExitCode {
  // Help that was asked for ends with 0; a command that is missing or wrong has been told by commander already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (context.signal.aborted) return EXIT.interrupted;
  const { exitCode, message } = error instanceof Failure ? error : { exitCode: EXIT.failed, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  context.talk(context.colors.red(message));
  return exitCode;
}
