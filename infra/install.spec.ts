import { describe, expect, it } from 'vitest';
import { isTooOld } from './install.mjs';

describe('the Node that installs', () => {
  it.each(['v18.20.4', 'v20.18.3'])('%s is too old', (version) => {
    expect(isTooOld(version)).toBe(true);
  });

  it.each(['v20.19.0', 'v22.0.0', 'v24.21.0'])('%s is new enough', (version) => {
    expect(isTooOld(version)).toBe(false);
  });
});
