import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streamReader } from './sse.js';
import type { StreamEvent } from './sse.js';

const bytes = (text: string) => new TextEncoder().encode(text);

function readWhole(text: string): StreamEvent[] {
  return streamReader().push(bytes(text));
}

describe('a stream of events', () => {
  it('gives an event for each blank line after data, with the last id that was told', () => {
    expect(readWhole('retry: 3000\n\nid: 7\ndata: one\n\n:\n\ndata: two\n\nevent: reset\nid: 9\ndata: three\n\n')).toEqual([
      { type: 'message', data: 'one', lastEventId: '7' },
      { type: 'message', data: 'two', lastEventId: '7' },
      { type: 'reset', data: 'three', lastEventId: '9' },
    ]);
  });

  it('joins the lines of one event', () => {
    expect(readWhole('data: a\ndata:b\ndata\ndata:  c\n\n')[0]?.data).toBe('a\nb\n\n c');
  });

  it('holds back an event that has not ended', () => {
    expect(readWhole('id: 1\ndata: half\n')).toEqual([]);
  });

  it('forgets the type of an event that had no data, and ignores fields it does not know', () => {
    expect(readWhole('event: lost\n\ncolour: red\n__proto__: x\ndata: a\n\n')).toEqual([{ type: 'message', data: 'a', lastEventId: '' }]);
  });

  it('takes no id with U+0000 and no wait that is not a number', () => {
    const reader = streamReader('5');
    expect(reader.push(bytes('id: 1\0\nretry: soon\ndata: a\n\n'))[0]?.lastEventId).toBe('5');
    expect(reader.retryMs()).toBeNull();
    reader.push(bytes('retry: 250\n'));
    expect(reader.retryMs()).toBe(250);
  });

  it('reads the same wherever its bytes are cut, and whichever line end it uses', () => {
    const text = '\u{feff}id: 41\ndata: {"name":"Zoë Öst 🗞"}\n\n: beat\n\nevent: reset\nid: 42\ndata: a\ndata: b\n\n';
    const expected = readWhole(text);
    expect(expected).toHaveLength(2);
    fc.assert(
      fc.property(fc.constantFrom('\n', '\r\n', '\r'), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (end, sizes) => {
        const reader = streamReader();
        const whole = bytes(`${text.replaceAll('\n', end)}:\n`);
        const events: StreamEvent[] = [];
        for (let from = 0, turn = 0; from < whole.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          events.push(...reader.push(whole.slice(from, from + size)));
          from += size;
        }
        expect(events).toEqual(expected);
      }),
    );
  });
});
