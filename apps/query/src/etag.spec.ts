import { describe, expect, it } from 'vitest';
import { caseEtag, matchesEtag } from './etag.js';

const head = { caseId: 'c', version: 3, viewVersion: 1, aliasOf: null, lastSeq: 12, epoch: 'abcdef0123456789', updatesPending: false };

describe('the tag of a case', () => {
  it.each([{ version: 4 }, { viewVersion: 2 }, { lastSeq: 13 }, { epoch: 'other-epoch' }, { updatesPending: true }])('changes with %o', (change) => {
    expect(caseEtag({ ...head, ...change })).not.toBe(caseEtag(head));
  });

  it.each(['"a"', 'W/"a"', '"x", "a"', '*', ' "x" , W/"a" '])('is matched by %s', (header) => {
    expect(matchesEtag(header, '"a"')).toBe(true);
  });

  it.each([undefined, '"b"', 'a', ''])('is not matched by %s', (header) => {
    expect(matchesEtag(header, '"a"')).toBe(false);
  });
});
