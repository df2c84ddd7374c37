type Report = Readonly<{ numPassedTests: number; numFailedTests: number }>;

/**
 * Counts the specs in vitest's report. A run that ended badly without a failed spec (a file that could not be loaded,
 * servers that did not come up, a crash before any report) counts as one failure: it must never look green.
 */
export function countSpecs(report: string | undefined, exitCode: number | null): { passed: number; failed: number } {
  const { numPassedTests: passed, numFailedTests: failed }: Report = report ? (JSON.parse(report) as Report) : { numPassedTests: 0, numFailedTests: 0 };
  const isUnexplained = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: isUnexplained ? 1 : failed };
}
