import { describe, expect, it } from 'vitest';
import { traceparentOf } from './traceparent.js';

const TRACE = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('a trace context', () => {
  it('is passed on as it came', () => {
    expect(traceparentOf(TRACE)).toBe(TRACE);
  });

  it.each([undefined, '', 'x', TRACE.slice(0, -1), TRACE.toUpperCase(), `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`])('%j is none, and costs nobody an update', (header) => {
    expect(traceparentOf(header)).toBeUndefined();
  });
});
