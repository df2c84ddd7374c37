import type { Fact } from '@docketwire/case';
import { dayOf, isoOf, rangeOf } from '@docketwire/kernel';
import type { JSX } from 'preact';
import type { TakenBack } from '../taken-back.js';
import { Chip } from './chip.js';
import { instantWords } from './dates.js';
import { Quotes } from './evidence.js';
import { plain, safeUrl, sourceName } from './safe.js';
import { NEWS_WORDS, stepDates, stepTitle } from './step-wording.js';
import { offenceWords } from './wording.js';

/** Where on the timeline it stood: like a step, no later than it was reported. */
export function daySaid({ when, firstReported }: Pick<Fact, 'when' | 'firstReported'>): string {
  return isoOf(Math.min(rangeOf(when).to, dayOf(firstReported)));
}

/** Under what an article says now: what it said before. */
export function CorrectedFrom({ correction }: Readonly<{ correction: TakenBack }>): JSX.Element {
  return (
    <p class="corrected">
      <span class="hidden">said before: </span><del>{saidWords(correction.fact)}</del>. <Reason correction={correction} />
    </p>
  );
}

/** What no article says any more, in the place where it stood. */
export function StruckEntry({ correction }: Readonly<{ correction: TakenBack }>): JSX.Element {
  const { fact } = correction;
  const id = `gone-${fact.id.slice(0, 13)}`;
  return (
    <li id={id} data-entry class="gone">
      <header>
        <h3><Chip tone="note"><span class="hidden">no longer said: </span><del>{stepTitle(fact)}</del></Chip></h3>
        <a class="anchor" href={`#${id}`} aria-label={`Link to what is no longer said: ${saidWords(fact)}`}>#</a>
      </header>
      <p class="when"><del>{datesOf(fact)}</del></p>
      {fact.offence === null ? null : <p class="of">{offenceWords(fact.offence)}</p>}
      <p class="corrected"><Reason correction={correction} /></p>
      {isSilenced(correction) ? null : (
        <details class="more">
          <summary>What was said</summary>
          <Quotes evidence={fact.evidence} />
        </details>
      )}
    </li>
  );
}

/** "A correction, 3 March 2023, 09:00 UTC: Plea hearing, Harbor Courier, revision 2." */
function Reason({ correction: { by, until } }: Readonly<{ correction: TakenBack }>): JSX.Element {
  const { kind, title, article, url, source, revision } = by;
  const at = new Date(until);
  const href = safeUrl(url);
  const name = plain(title ?? article);
  return (
    <>
      {NEWS_WORDS[kind]}, <time dateTime={at.toISOString()}>{instantWords(at)}</time>: <cite>{href === null ? name : <a href={href} rel="external noopener noreferrer nofollow">{name}</a>}</cite>, {sourceName(source)}
      {revision === null ? '' : `, revision ${revision}`}.
    </>
  );
}

/** Who withholds or retracts an article does not want its words printed on; that it was said, and taken back, stays. */
const isSilenced = ({ by: { kind } }: TakenBack): boolean => kind === 'hold' || kind === 'retraction';

const saidWords = (fact: Fact): string => `${stepTitle(fact)}, ${datesOf(fact)}${fact.offence === null ? '' : ` (${offenceWords(fact.offence)})`}`;
const datesOf = (fact: Fact): string => stepDates({ ...fact, announcedOn: null, occurredOn: null, inferred: false });
