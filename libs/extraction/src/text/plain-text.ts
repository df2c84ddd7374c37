/*
 * What a publisher sent, as plain text. HTML loses its tags, scripts, navigation and captions; plain text stays as it
 * is, letter by letter, apart from characters that no database keeps.
 */

/** Beyond this nobody writes news; what follows is cut off. */
export const READ_LIMIT = 200_000;

const LOOKS_HTML = /<(?:p|div|br|html|body|article|span|h[1-6]|ul|script|a)\b[^<>]{0,500}>/i;
const DROPPED = new Set(['script', 'style', 'nav', 'aside', 'figure', 'figcaption', 'footer', 'form', 'button', 'noscript', 'template', 'svg', 'iframe', 'head', 'select', 'textarea', 'object']);
const BLOCKS = new Set(['p', 'div', 'br', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'table', 'section', 'article', 'blockquote', 'header', 'main', 'hr', 'title']);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', rsquo: '’', lsquo: '‘', rdquo: '”', ldquo: '“', ndash: '–', mdash: '—', hellip: '…', eacute: 'é' };
/** Control characters and marks that change the direction of writing: they hide words from a reader. */
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

export function plainTextOf(received: string): string {
  const text = received.slice(0, READ_LIMIT).toWellFormed().replace(UNPRINTABLE, ' ');
  return LOOKS_HTML.test(text) ? withoutTags(text) : text;
}

type Reading = { out: string[]; dropping: string | null };

function withoutTags(html: string): string {
  const reading: Reading = { out: [], dropping: null };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const close = open < 0 ? -1 : html.indexOf('>', open);
    const end = open < 0 || close < 0 ? html.length : open;
    if (!reading.dropping) reading.out.push(decoded(html.slice(at, end)));
    if (end === html.length) break;
    at = html.startsWith('<!--', open) ? afterComment(html, open) : close + 1;
    readTag(reading, html.slice(open + 1, close));
  }
  return reading.out.join('').replace(/[ \t]+/g, ' ').replace(/ ?\n[ \n]*/g, '\n\n').trim();
}

function afterComment(html: string, open: number): number {
  const end = html.indexOf('-->', open);
  return end < 0 ? html.length : end + 3;
}

function readTag(reading: Reading, tag: string): void {
  const name = (/^\/?([a-z][a-z0-9]{0,12})/i.exec(tag)?.[1] ?? '').toLowerCase();
  const isEnd = tag.startsWith('/');
  if (reading.dropping) reading.dropping = isEnd && name === reading.dropping ? null : reading.dropping;
  else openTag(reading, name, isEnd || tag.endsWith('/'));
}

function openTag(reading: Reading, name: string, isEmpty: boolean): void {
  if (DROPPED.has(name) && !isEmpty) reading.dropping = name;
  if (BLOCKS.has(name) || DROPPED.has(name)) reading.out.push('\n');
}

function decoded(text: string): string {
  const plain = text.replace(/\s+/g, ' ');
  return plain.includes('&') ? plain.replace(/&(#x?)?([0-9a-z]{1,8});/gi, decodeEntity) : plain;
}

function decodeEntity(whole: string, numeric: string | undefined, name: string): string {
  if (!numeric) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = Number.parseInt(name, numeric.length === 2 ? 16 : 10);
  const isPrintable = code >= 32 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000);
  return isPrintable ? String.fromCodePoint(code) : ' ';
}
