/*
 * What articles bring is text, and hostile until shown otherwise. Preact escapes it; here is what escaping does not cover.
 */

/** Controls that turn the reading direction or cannot be seen: a name could be shown as another. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

/** A name or title as it is shown. A quote is shown as it is, since it promises exact words, but isolated. */
export function plain(text: string): string {
  return text.replaceAll(INVISIBLE, '');
}

/** `harbor-courier` → "Harbor Courier"; a name that is no such slug stays as it is. */
export function sourceName(source: string): string {
  const isSlug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(source);
  return isSlug ? source.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') : plain(source);
}

/** The address if a reader may follow it: http or https without credentials; else null. */
export function safeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' ? href : null;
}

/** Words at each end that find a long quote: all of it would break on the first difference in a page's markup. */
const EDGE_WORDS = 5;

/** The address with a text fragment: a browser that knows it scrolls to the quoted words. */
export function quoteUrl(url: string | null, quote: string): string | null {
  const href = safeUrl(url);
  const words = quote.toWellFormed().split(/\s+/).filter(Boolean);
  if (href === null || words.length === 0) return href;
  const ends = words.length > 3 * EDGE_WORDS ? [words.slice(0, EDGE_WORDS), words.slice(-EDGE_WORDS)] : [words];
  const fragment = ends.map((end) => encodeURIComponent(end.join(' ')).replaceAll('-', '%2D')).join(',');
  return `${href}${href.includes('#') ? '' : '#'}:~:text=${fragment}`;
}
