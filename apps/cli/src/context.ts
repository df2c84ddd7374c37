import pc from 'picocolors';
import { usage } from './exit.js';

/** What a command may touch of the process: all of it can be given by a spec. */
export type Context = Readonly<{
  /** Data: one line on stdout. */
  out: (line: string) => void;
  /** Talk: one line on stderr. */
  talk: (line: string) => void;
  /** A passing remark on stderr, written over by the next one; none where nobody watches. */
  progress: (text: string) => void;
  stdin: AsyncIterable<Uint8Array>;
  /** Whether somebody sits there who can answer a question. */
  interactive: boolean;
  colors: ReturnType<typeof pc.createColors>;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  intakeUrl: string;
  queryUrl: string;
  projectorUrl: string;
}>;

type Environment = Readonly<Record<string, string | undefined>>;

/** A system that was started on other ports is found by the variables that chose them. */
export function serverUrls(env: Environment): Pick<Context, 'intakeUrl' | 'queryUrl' | 'projectorUrl'> {
  return {
    intakeUrl: baseUrl('DOCKETWIRE_INTAKE_URL', env['DOCKETWIRE_INTAKE_URL'] || `http://127.0.0.1:${env['INTAKE_PORT'] || 3401}`),
    queryUrl: baseUrl('DOCKETWIRE_QUERY_URL', env['DOCKETWIRE_QUERY_URL'] || `http://127.0.0.1:${env['QUERY_PORT'] || 3400}`),
    projectorUrl: baseUrl('DOCKETWIRE_PROJECTOR_URL', env['DOCKETWIRE_PROJECTOR_URL'] || `http://127.0.0.1:${env['PROJECTOR_PORT'] || 3403}`),
  };
}

function baseUrl(variable: string, text: string): string {
  if (!/^https?:$/.test(URL.parse(text)?.protocol ?? '')) throw usage(`${variable} is "${text}", which is no http address.`);
  return text.replace(/\/+$/, '');
}

/** C0 and C1 controls and the marks that turn the reading direction: text of strangers must not steer a terminal. */
// oxlint-disable-next-line no-control-regex -- the control characters are what is looked for
const STEERING = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

export function printable(text: string): string {
  return text.replace(STEERING, ' ');
}
