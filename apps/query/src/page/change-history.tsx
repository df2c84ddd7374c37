import type { StatusChange } from '@docketwire/contracts';
import { findPartialDate } from '@docketwire/kernel';
import type { JSX } from 'preact';
import { instantWords } from './dates.js';
import { plain, safeUrl, sourceName } from './safe.js';
import { CHANGE_WORDS, NEWS_WORDS, RIGHTING } from './step-wording.js';
import { capital, offenceWords, statusSentence } from './wording.js';

/** What the record said before, struck through, and why it does not any more. Newest first. */
export function ChangeHistory({ changes }: Readonly<{ changes: readonly StatusChange[] }>): JSX.Element | null {
  if (changes.length === 0) return null;
  const righted = changes.filter(({ kind }) => RIGHTING.has(kind));
  const added = changes.filter(({ kind }) => !RIGHTING.has(kind));
  return (
    <section class="changes" aria-labelledby="changes">
      <h2 id="changes">What changed and why</h2>
      {righted.length === 0 ? <p>Nothing on this page has been corrected, retracted or taken back so far.</p> : <ol role="list">{righted.map(item)}</ol>}
      {added.length === 0 ? null : (
        <details class="more">
          <summary>{added.length === 1 ? '1 change that only added' : `${added.length} changes that only added`}</summary>
          <ol role="list">{added.map(item)}</ol>
        </details>
      )}
    </section>
  );
}

function item(change: StatusChange): JSX.Element {
  const { seq, kind, knownAt, defendant, charge, before, after } = change;
  return (
    <li key={seq} id={`change-${seq}`}>
      <h3>{CHANGE_WORDS[kind]}</h3>
      <p class="when"><time dateTime={knownAt}>{instantWords(new Date(knownAt))}</time></p>
      <p>
        {defendant === null ? null : <><bdi>{plain(defendant.name)}</bdi>: </>}
        {charge === null ? null : <>{offenceWords(charge.offence)}: </>}
        <BeforeAfter was={before && told(before)} is={after && told(after)} />
      </p>
      <Cause cause={change.cause} />
    </li>
  );
}

/** Where the status stays, what changed is its proof or a date in its history: the timeline has it. */
function BeforeAfter({ was, is }: Readonly<{ was: string | null; is: string | null }>): JSX.Element {
  if (was !== null && was === is) return <>{is} (as before; its history or proof changed)</>;
  return (
    <>
      {was === null ? null : <><span class="hidden">before: </span><del>{was}</del>{' '}</>}
      {is === null ? null : <><span class="hidden">now: </span><ins>{is}</ins></>}
    </>
  );
}

function Cause({ cause }: Pick<StatusChange, 'cause'>): JSX.Element {
  const url = safeUrl(cause.url);
  const title = plain(cause.title ?? cause.article);
  return (
    <p class="why">
      {NEWS_WORDS[cause.news]}: <cite>{url === null ? title : <a href={url} rel="external noopener noreferrer nofollow">{title}</a>}</cite>, {sourceName(cause.source)}
      {cause.revision === null ? '' : `, revision ${cause.revision}`}
      {cause.quote === null ? null : <>: <q dir="auto">{cause.quote}</q></>}
    </p>
  );
}

function told(summary: NonNullable<StatusChange['after']>): string {
  const since = summary.since === null ? null : findPartialDate(summary.since);
  const counts = summary.counts === null ? '' : ` (${summary.counts === 1 ? '1 count' : `${summary.counts} counts`})`;
  return `${capital(statusSentence({ ...summary, since }))}${counts}`;
}
