import { describe, expect, it } from 'vitest';
import { feedCursor, findFeedCursor, resetReason } from './feed-cursor.js';

const end = { epoch: 'e1', seq: 10 };

describe('a cursor of the feed', () => {
  it('is read back as it was given', () => {
    expect(findFeedCursor(feedCursor(end))).toEqual(end);
  });

  it('may be the plain number of a stream event', () => {
    expect(findFeedCursor('7')).toEqual({ epoch: null, seq: 7 });
  });

  it.each(['', 'e1:', ':7', '-1', '7.5', 'e1:7:8', '1234567890123456', 'e 1:7', '7\n'])('is not %j', (text) => {
    expect(findFeedCursor(text)).toBeNull();
  });

  it.each([
    ['10', null],
    ['e1:10', null],
    ['e1:11', 'beyond_end'],
    ['11', 'beyond_end'],
    ['e0:3', 'epoch'],
  ])('%s on a feed that ends at e1:10 is reset for %s', (text, reason) => {
    expect(resetReason(findFeedCursor(text)!, end)).toBe(reason);
  });
});
