import { CHARGE_STATUSES, classOf } from '@docketwire/case';
import type { ChargeStatus } from '@docketwire/case';
import type { FeedEnd, StoredCase } from '@docketwire/projection';
import type { JSX } from 'preact';
import { pathWith } from '../links.js';
import { sourceCount } from '../sources.js';
import { Mark, toneOf } from './chip.js';
import { instantWords } from './dates.js';
import { Layout, Presumption } from './layout.js';
import { caseName, latestFirst } from './people.js';
import type { Told } from './people.js';
import { plain } from './safe.js';
import { STATUS_LABELS, articleWords, offenceWords, sourceWords, statusSentence } from './wording.js';

export type Search = Readonly<{ name: string; status?: ChargeStatus | undefined; after?: string | undefined }>;
export type CaseListProps = Readonly<{ stored: readonly StoredCase[]; cursor: string | null; feed: FeedEnd; search: Search }>;

export function CaseListPage({ stored, cursor, feed, search }: CaseListProps): JSX.Element {
  const { name, status, after } = search;
  const isSearch = Boolean(name || status);
  // On a later page the newest would not show: the first one is the live one.
  const stream = after === undefined ? pathWith('/v1/changes/stream', { epoch: feed.epoch, lastEventId: feed.seq }) : undefined;
  return (
    <Layout title={isSearch ? 'Search' : 'Cases'} indexed={!isSearch && after === undefined} stream={stream}>
      <h1>Cases</h1>
      <p class="lede">Where every charge stands, and who says so.</p>
      <Presumption />
      <SearchForm search={search} />
      <p><a href="/follow-ups">Charges whose outcome nobody has reported</a></p>
      <div data-live="content">
        <Rows stored={stored} none={isSearch ? 'No case matches this search.' : 'No case yet. The first article about a criminal case will open one.'} />
        <Pager next={cursor && pathWith('/cases', { name: name || undefined, status, after: cursor })} />
      </div>
    </Layout>
  );
}

function Rows({ stored, none }: Pick<CaseListProps, 'stored'> & Readonly<{ none: string }>): JSX.Element {
  if (stored.length === 0) return <p class="empty">{none}</p>;
  return (
    <ol class="cases" role="list">
      {stored.map((each) => <CaseRow key={each.caseId} stored={each} />)}
    </ol>
  );
}

function Pager({ next }: Readonly<{ next: string | null }>): JSX.Element | null {
  if (next === null) return null;
  return (
    <nav class="pager" aria-label="Pages">
      <a rel="next" href={next}>Earlier changes</a>
    </nav>
  );
}

function CaseRow({ stored }: Readonly<{ stored: StoredCase }>): JSX.Element {
  const { caseId, view, changedAt, articles, accusedDefendants } = stored;
  const people = latestFirst(view, (id) => accusedDefendants.includes(id));
  return (
    <li id={`case-${caseId}`}>
      <article>
        <h2><a href={`/cases/${caseId}`}>{caseName(namesOf(stored))}</a></h2>
        <ul class="outcomes" role="list">{people.flatMap(sentences)}</ul>
        <p class="meta">
          {sourceWords(sourceCount(view))} · {articleWords(articles)} · last change <time dateTime={changedAt.toISOString()}>{instantWords(changedAt)}</time>
        </p>
      </article>
    </li>
  );
}

/** In the order in which the case's own page has them. */
const namesOf = ({ view, accusedDefendants }: StoredCase): string[] => view.defendants.filter(({ id }) => accusedDefendants.includes(id)).map(({ name }) => name);

function sentences({ defendant, charges }: Told): JSX.Element[] {
  return charges.filter(({ refiledAs }) => refiledAs === null).map((charge) => (
    <li key={charge.id}>
      <Mark tone={toneOf(charge.status)} />
      <span>
        <bdi>{plain(defendant.name)}</bdi>: {offenceWords(charge.offence, charge.counts)} — <strong>{statusSentence(charge)}</strong>
      </span>
    </li>
  ));
}

/** In the order in which a charge may go through them; people nobody has accused are not searched for. */
const SEARCHABLE = CHARGE_STATUSES.filter((status) => classOf(status) !== 'pre_charge' && status !== 'declined' && status !== 'unknown');

function SearchForm({ search }: Readonly<{ search: Search }>): JSX.Element {
  return (
    <form class="search" method="get" action="/cases" role="search">
      <p>
        <label for="name">Person</label>
        <input id="name" name="name" type="search" value={search.name} maxLength={200} autocomplete="off" />
      </p>
      <p>
        <label for="status">Status</label>
        <select id="status" name="status">
          <option value="">Any status</option>
          {SEARCHABLE.map((status) => <option key={status} value={status} selected={status === search.status}>{STATUS_LABELS[status]}</option>)}
        </select>
      </p>
      <button type="submit">Search</button>
      {search.name === '' && search.status === undefined ? null : <a class="clear" href="/cases">Show all</a>}
    </form>
  );
}
