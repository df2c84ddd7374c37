import { createHash } from 'node:crypto';
import { LIVE_SCRIPT } from './assets/live-script.js';
import { STYLESHEET } from './assets/stylesheet.js';

export type Asset = Readonly<{ type: string; body: string }>;

/** The name changes with the content, so that a browser may keep it for ever. */
function nameOf(stem: string, body: string): string {
  const [name, ending] = stem.split('.');
  return `${name}.${createHash('sha256').update(body).digest('hex').slice(0, 12)}.${ending}`;
}

const STYLE_NAME = nameOf('page.css', STYLESHEET);
const SCRIPT_NAME = nameOf('live.js', LIVE_SCRIPT);

export const STYLE_PATH = `/assets/${STYLE_NAME}`;
export const SCRIPT_PATH = `/assets/${SCRIPT_NAME}`;

export const ASSETS: ReadonlyMap<string, Asset> = new Map([
  [STYLE_NAME, { type: 'text/css; charset=utf-8', body: STYLESHEET }],
  [SCRIPT_NAME, { type: 'text/javascript; charset=utf-8', body: LIVE_SCRIPT }],
]);
