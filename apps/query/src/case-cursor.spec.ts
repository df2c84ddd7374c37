import { describe, expect, it } from 'vitest';
import { caseCursor, parseCaseCursor } from './case-cursor.js';

const place = { changedAtMicros: '1682000000123456', caseId: '0d4f6a52-6b0e-4f0e-9a54-4c1f1c9f0a01' };
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor of the case list', () => {
  it('is read back to the microsecond', () => {
    expect(parseCaseCursor(caseCursor(place))).toEqual(place);
  });

  it.each(['', 'x', '!!', encoded({}), encoded(['1']), encoded(['1', 'not-an-id']), encoded(['1; drop', place.caseId]), encoded(['9'.repeat(19), place.caseId])])('is not %j', (text) => {
    expect(() => parseCaseCursor(text)).toThrow('not made by this server');
  });
});
