import type { Evidence } from '@docketwire/case';
import type { JSX } from 'preact';
import { isStated } from '../case-shape.js';
import { dayWords } from './dates.js';
import { plain, quoteUrl, safeUrl, sourceName } from './safe.js';

/** The exact words, and who printed them when. The first is shown, the others open on demand. */
export function Quotes({ evidence }: Readonly<{ evidence: readonly Evidence[] }>): JSX.Element | null {
  const [first, ...others] = evidence;
  if (!first) return null;
  return (
    <>
      <QuoteFigure evidence={first} />
      {others.length === 0 ? null : (
        <details class="more">
          <summary>{others.length === 1 ? '1 more quote' : `${others.length} more quotes`}</summary>
          {others.map((each) => <QuoteFigure key={`${each.article}:${each.quote.start}`} evidence={each} />)}
        </details>
      )}
    </>
  );
}

function QuoteFigure({ evidence }: Readonly<{ evidence: Evidence }>): JSX.Element {
  const { quote, source, originator, reported, title } = evidence;
  const stated = isStated(evidence);
  const url = stated ? safeUrl(evidence.url) : quoteUrl(evidence.url, quote.text);
  const name = plain(title ?? 'the article');
  return (
    <figure class="quote">
      <blockquote cite={url ?? undefined}>
        <p dir="auto">{quote.text}</p>
      </blockquote>
      <figcaption>
        {url === null ? <cite>{name}</cite> : <cite><a href={url} rel="external noopener noreferrer nofollow">{name}</a></cite>}
        {', '}
        <span class="source">{sourceName(source)}</span>
        {originator === source ? null : <> (by {sourceName(originator)})</>}
        {', '}
        <time dateTime={reported}>{dayWords(reported)}</time>
        {stated ? <span class="stated"> · stated by the publisher, not read from text</span> : null}
      </figcaption>
    </figure>
  );
}
