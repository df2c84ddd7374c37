import { describe, expect, it } from 'vitest';
import { javaMajorVersion } from './java.ts';

describe('the version of Java', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19 LTS', 21],
    ['java version "1.8.0_402"', 8],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "25-ea" 2025-09-16', 25],
  ])('in %j is %i', (printed, major) => {
    expect(javaMajorVersion(printed)).toBe(major);
  });

  it('is not found where there is none', () => {
    expect(javaMajorVersion('The operation could not be completed. Unable to locate a Java Runtime.')).toBeUndefined();
  });
});
