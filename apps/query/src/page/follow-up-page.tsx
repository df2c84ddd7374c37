import type { FollowUp } from '@docketwire/contracts';
import { findPartialDate } from '@docketwire/kernel';
import type { JSX } from 'preact';
import { pathWith } from '../links.js';
import { Mark, toneOf } from './chip.js';
import { dayWords } from './dates.js';
import { Layout, Presumption } from './layout.js';
import { plain } from './safe.js';
import { offenceWords, statusSentence } from './wording.js';

export type FollowUpPageProps = Readonly<{ owed: readonly FollowUp[]; cursor: string | null; days: number; after?: string | undefined }>;

/** What a newsroom still owes its readers, and the people it named. Never found by name in a search engine. */
export function FollowUpPage({ owed, cursor, days, after }: FollowUpPageProps): JSX.Element {
  return (
    <Layout title="No outcome reported" indexed={false}>
      <h1>No outcome reported</h1>
      <p class="lede">Charges that began more than {days} days ago, and nobody has said what came of them. The case that was quiet longest comes first.</p>
      <Presumption />
      <form class="search" method="get" action="/follow-ups">
        <p>
          <label for="days">More than so many days ago</label>
          <input id="days" name="days" type="number" min={1} max={36_525} value={days} />
        </p>
        <button type="submit">Show</button>
      </form>
      {owed.length === 0 && after === undefined ? <p class="empty">No charge has waited that long.</p> : <ol class="cases" role="list">{owed.map((each) => <OwedRow key={each.charge.id} owed={each} />)}</ol>}
      {cursor === null ? null : <nav class="pager" aria-label="Pages"><a rel="next" href={pathWith('/follow-ups', { days, after: cursor })}>More</a></nav>}
    </Layout>
  );
}

function OwedRow({ owed: { case: caseId, defendant, charge, began, days, last } }: Readonly<{ owed: FollowUp }>): JSX.Element {
  const since = charge.since === null ? null : findPartialDate(charge.since);
  return (
    <li id={`charge-${charge.id}`}>
      <article>
        <h2><a href={`/cases/${caseId}#charge-${charge.id}`}><bdi>{plain(defendant.name)}</bdi></a></h2>
        <ul class="outcomes" role="list">
          <li><Mark tone={toneOf(charge.status)} /><span>{offenceWords(charge.offence, charge.counts)} — <strong>{statusSentence({ ...charge, since })}</strong></span></li>
        </ul>
        <p class="meta">
          Open since <time dateTime={began}>{dayWords(began)}</time>, {days} days{last.reported === null ? '' : ` · last reported ${dayWords(last.reported)}`}
        </p>
      </article>
    </li>
  );
}
