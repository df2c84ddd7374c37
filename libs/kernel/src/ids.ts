import { createHash } from 'node:crypto';
import { v5 } from 'uuid';

/** All our name-based ids live under this namespace (RFC 9562, section 5.5). */
const NAMESPACE = '5b2f8d0e-6c1a-5a57-9a43-2f0c6f9b7d11';

/** A name-based id: the same parts always give the same id. Parts are kept apart, so ('ab','c') is not ('a','bc'). */
export function uuid5(...parts: readonly (string | number | null)[]): string {
  return v5(JSON.stringify(parts), NAMESPACE);
}

/** JSON with sorted keys: equal values give equal text, whatever order their keys were written in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** SHA-256 of a value's canonical JSON, in hex (64 characters). */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
