import { fail } from '@docketwire/kernel';
import type { CasePlace } from '@docketwire/projection';
import { z } from 'zod';

/** Microseconds of a year up to 9999 have at most 18 digits: what Postgres would refuse never reaches it. */
const Place = z.tuple([z.string().regex(/^-?\d{1,18}$/), z.uuid()]);

/** Opaque to callers, so that the order of the list may change without breaking them. */
export function caseCursor({ changedAtMicros, caseId }: CasePlace): string {
  return Buffer.from(JSON.stringify([changedAtMicros, caseId])).toString('base64url');
}

/** Throws CURSOR_INVALID. */
export function parseCaseCursor(text: string): CasePlace {
  const place = Place.safeParse(jsonOf(Buffer.from(text, 'base64url').toString()));
  if (!place.success) throw fail('CURSOR_INVALID', { cursor: text });
  return { changedAtMicros: place.data[0], caseId: place.data[1] };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
