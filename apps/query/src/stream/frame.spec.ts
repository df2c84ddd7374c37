import { describe, expect, it } from 'vitest';
import { caseId, change } from '../../test/case-file.js';
import { HEARTBEAT, OPENING, changeFrame, lets, resetBytes } from './frame.js';

const A = caseId('a');
const entry = (title: string, accused = true) => ({ accused, change: { seq: 12, epoch: 'e1', ...change({ case: A, n: 1, cause: { ...change({ case: A, n: 1 }).cause, title } }) } });

describe('a change on the wire', () => {
  it('is one event with its number as id and one line of JSON', () => {
    const text = changeFrame(entry('A headline')).bytes.toString();
    expect(text).toMatch(/^id: 12\ndata: \{.*\}\n\n$/);
    expect(JSON.parse(text.split('data: ')[1] ?? '')).toEqual(entry('A headline').change);
  });

  it.each(['line\nbreak', 'line\r\nid: 99\r\n\r\ndata: x', 'event: reset\n\n', '\u2028\u2029'])('cannot be broken by %j', (title) => {
    const text = changeFrame(entry(title)).bytes.toString();
    expect(text.match(/[\r\n]/g)).toHaveLength(3);
    expect(text).toContain(JSON.stringify(title));
  });

  it('of a reset carries the number to go on from', () => {
    expect(resetBytes({ reason: 'epoch', epoch: 'e2', seq: 5 }).toString()).toBe('event: reset\nid: 5\ndata: {"reason":"epoch","epoch":"e2","seq":5}\n\n');
  });

  it('begins with how long to wait before coming back, and heartbeats are comments', () => {
    expect([OPENING.toString(), HEARTBEAT.toString()]).toEqual(['retry: 3000\n\n', ':\n\n']);
  });
});

describe('a filter', () => {
  it.each([
    [{ includePreCharge: false }, true, true],
    [{ includePreCharge: false }, false, false],
    [{ includePreCharge: true }, false, true],
    [{ includePreCharge: true, case: A }, true, true],
    [{ includePreCharge: true, case: caseId('b') }, true, false],
  ])('%o lets a change about an accused person (%s) pass: %s', (filter, accused, passes) => {
    expect(lets(filter, changeFrame(entry('t', accused)))).toBe(passes);
  });
});
