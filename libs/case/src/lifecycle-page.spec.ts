import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lifecyclePage } from '../test/lifecycle-page.js';

const PAGE = fileURLToPath(new URL('../../../docs/lifecycle.md', import.meta.url));

describe('docs/lifecycle.md', () => {
  it('says what the tables say (UPDATE_DOCS=1 prints it anew)', () => {
    const page = lifecyclePage();
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, page);
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });
});
