import type { ExitCode } from './exit.js';

/** Hears the exit code of the command that was run. */
export type Ended = (code: ExitCode) => void;

export const JSON_OPTION = ['--json', 'print JSON, one value a line'] as const;
