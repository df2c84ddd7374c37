// `npm run picture`: takes the README's picture of a case page from the running system (npm start), with the machine's own Chromium.
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const QUERY_URL = process.env.DOCKETWIRE_QUERY_URL || `http://127.0.0.1:${process.env.QUERY_PORT || 3400}`;
const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';
const FILE = join(import.meta.dirname, '..', 'docs', 'case-page.png');
/** A page as wide as the README shows it, and as high as says enough: the table and the first steps of a timeline. */
const VIEWPORT = { width: 1_000, height: 1_250 };

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const { cases } = await (await fetch(`${QUERY_URL}/v1/cases`)).json();
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.goto(`${QUERY_URL}/cases/${cases[0].id}`);
  await page.screenshot({ path: FILE });
  process.stdout.write(`${FILE}\n`);
} finally {
  await browser.close();
}
