/** Exit codes, as `docketwire --help` tells them. */
export const EXIT = { ok: 0, failed: 1, usage: 2, notFound: 3, refused: 4, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command: a sentence for people on stderr, and the code that a script reads. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly exitCode: ExitCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export function usage(message: string): Failure {
  return new Failure(EXIT.usage, message);
}
