import { describe, expect, it } from 'vitest';
import { canonicalJson, contentHash, uuid5 } from './ids.js';

describe('ids from names', () => {
  it('are the same for the same parts and differ where the parts are cut elsewhere', () => {
    expect(uuid5('ab', 'c')).toBe(uuid5('ab', 'c'));
    expect(uuid5('ab', 'c')).not.toBe(uuid5('a', 'bc'));
    expect(uuid5('a', 1)).not.toBe(uuid5('a', '1'));
  });
});

describe('canonical JSON', () => {
  it('forgets the order of keys, at every depth, and keeps that of lists', () => {
    expect(canonicalJson({ b: [{ y: 1, x: 2 }], a: null })).toBe('{"a":null,"b":[{"x":2,"y":1}]}');
    expect(contentHash({ a: 1, b: 2 })).toBe(contentHash({ b: 2, a: 1 }));
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  });
});
