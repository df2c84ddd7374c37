import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

describe('the packages', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'install-'))));
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const WANTED = { '': {}, 'node_modules/pg': { version: '8.23.1' }, 'node_modules/for-macos': { version: '1.0.0', optional: true } };

  it('are installed when what npm lists is what the lock asks for, without those for other machines', () => {
    given(WANTED, { 'node_modules/pg': { version: '8.23.1' } });
    expect(isInstalled(root)).toBe(true);
  });

  it.each([
    ['a version changed', { 'node_modules/pg': { version: '8.22.0' } }],
    ['one is missing', {}],
    ['the version of one for this machine changed', { 'node_modules/pg': { version: '8.23.1' }, 'node_modules/for-macos': { version: '0.9.0' } }],
    ['npm did not finish', undefined],
  ])('are installed again when %s', (_, found) => {
    given(WANTED, found);
    expect(isInstalled(root)).toBe(false);
  });

  function given(wanted: object, found: object | undefined): void {
    mkdirSync(join(root, 'node_modules/node/bin'), { recursive: true });
    writeFileSync(join(root, 'node_modules/node/bin/node'), '');
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
    if (found) writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: found }));
  }
});
