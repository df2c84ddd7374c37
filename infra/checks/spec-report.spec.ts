import { describe, expect, it } from 'vitest';
import { countSpecs } from './spec-report.ts';

describe('the count of a run of specs', () => {
  it('is what the report says', () => {
    expect(countSpecs(report(12, 2), 1)).toEqual({ passed: 12, failed: 2 });
    expect(countSpecs(report(12, 0), 0)).toEqual({ passed: 12, failed: 0 });
  });

  it.each([
    ['a file could not be loaded', report(12, 0), 1, 12],
    ['it crashed before it reported', undefined, 1, 0],
    ['it was ended for taking too long', undefined, null, 0],
    ['it found no spec at all', report(0, 0), 0, 0],
  ])('has a failure when %s', (_, text, exitCode, passed) => {
    expect(countSpecs(text, exitCode)).toEqual({ passed, failed: 1 });
  });
});

function report(numPassedTests: number, numFailedTests: number): string {
  return JSON.stringify({ numPassedTests, numFailedTests });
}
