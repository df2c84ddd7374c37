import { describe, expect, it } from 'vitest';
import { startOffset } from './start-offset.js';

const place = { topic: 't', partition: 3 };
const log = { low: 100, high: 200, clusterId: 'here' };
const at = (next: number, clusterId = 'here') => startOffset(place, { next, clusterId }, log);

describe('the start offset', () => {
  it('is the oldest record for a consumer that never read', () => {
    expect(startOffset(place, undefined, log)).toBe(100);
  });

  it.each([100, 150, 200])('is the stored one, %i, where the log holds it or ends with it', (next) => {
    expect(at(next)).toBe(next);
  });

  it.each([99, 201])('is refused at %i, outside the log', (next) => {
    expect(() => at(next)).toThrow(/outside its log.*partition: 3/);
  });

  it('is refused in another cluster', () => {
    expect(() => at(150, 'there')).toThrow(/storedFor: there/);
  });
});
