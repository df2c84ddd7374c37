import { ArticleUpdateRequest, problemsOf } from '@docketwire/contracts';
import { fail } from '@docketwire/kernel';

/** What was sent: one JSON value, or the lines of an NDJSON text, each still to be read. */
export type Body = Readonly<{ type: 'one'; value: unknown }> | Readonly<{ type: 'lines'; lines: readonly string[] }>;

/** Strict: a replacement character in place of broken bytes would stand in a quote as if the publisher had written it. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Throws REQUEST_INVALID. */
export function readOne(bytes: Uint8Array): Body {
  return { type: 'one', value: parseJson(decode(bytes)) };
}

/** Blank lines are no updates: a text may end with one. Throws REQUEST_INVALID. */
export function readLines(bytes: Uint8Array): Body {
  return { type: 'lines', lines: decode(bytes).split(/\r?\n/).filter((line) => line.trim() !== '') };
}

/** Throws REQUEST_INVALID. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw fail('REQUEST_INVALID', { reason: 'the body is not JSON' }, cause);
  }
}

/** Throws UPDATE_MALFORMED with a JSON pointer for every problem. */
export function checkUpdate(value: unknown): ArticleUpdateRequest {
  const parsed = ArticleUpdateRequest.safeParse(value);
  if (!parsed.success) throw fail('UPDATE_MALFORMED', { errors: problemsOf(parsed.error) });
  return parsed.data;
}

function decode(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch (cause) {
    throw fail('REQUEST_INVALID', { reason: 'the body is not UTF-8' }, cause);
  }
}
