import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeRunDir } from '../../test/support/run-dir.ts';
import { requireSameBrokers } from './preflight.ts';

describe('a start on records that are there', () => {
  const dir = makeRunDir();
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  function written(brokers: number): void {
    for (let id = 1; id <= brokers; id += 1) {
      mkdirSync(join(dir, `broker-${id}`), { recursive: true });
      writeFileSync(join(dir, `broker-${id}`, 'meta.properties'), '');
    }
  }

  it.each([[0, 1], [0, 3], [1, 1], [3, 3]] as const)('goes on: written by %i brokers, %i wanted', (before, wanted) => {
    written(before);
    expect(() => requireSameBrokers(dir, wanted)).not.toThrow();
  });

  it.each([[1, 3, 'one broker, which cannot become 3: start with --brokers 1, or start over with --fresh --brokers 3'], [3, 1, '3 brokers, which cannot become one: start with --brokers 3']] as const)('is refused: written by %i brokers, %i wanted', (before, wanted, says) => {
    written(before);
    expect(() => requireSameBrokers(dir, wanted)).toThrow(says);
  });
});
