import type { StatusChange } from '@docketwire/contracts';
import type { JSX } from 'preact';
import type { CaseAt } from '../cases.js';
import { pathWith } from '../links.js';
import { sourceCount } from '../sources.js';
import { ChangeHistory } from './change-history.js';
import { dayWords, instantWords } from './dates.js';
import { Disagreements } from './disagreements.js';
import { Layout, Presumption } from './layout.js';
import { caseName, latestFirst } from './people.js';
import { StatusTable } from './status-table.js';
import { Timeline } from './timeline.js';
import { articleWords, sourceWords } from './wording.js';

export type CasePageProps = Readonly<{ shown: CaseAt; changes: readonly StatusChange[] }>;

export function CasePage({ shown, changes }: CasePageProps): JSX.Element {
  const { stored, view, moment } = shown;
  const isNow = moment.on === null && moment.knownAt === null;
  const people = latestFirst(view);
  const stream = isNow ? pathWith('/v1/changes/stream', { case: stored.caseId, includePreCharge: true, epoch: stored.epoch, lastEventId: stored.lastSeq }) : undefined;
  return (
    <Layout title={nameOf(shown)} indexed={isNow && stored.accused} stream={stream}>
      <div data-live="content">
        <Heading shown={shown} />
        <Notices shown={shown} />
        <StatusTable people={people} />
        {people.length > 0 ? null : <p class="empty">No report that stands says anything about this case{isNow ? '' : ' as of then'}.</p>}
        <Presumption />
        {people.map((told) => <Timeline key={told.defendant.id} told={told} />)}
        <Disagreements view={view} />
        {isNow ? <ChangeHistory changes={changes} /> : null}
      </div>
      <AsOfForm shown={shown} />
      <FollowThis id={stored.caseId} />
    </Layout>
  );
}

const nameOf = ({ stored }: CaseAt): string => caseName(stored.view.defendants.map(({ name }) => name));

function Heading({ shown }: Readonly<{ shown: CaseAt }>): JSX.Element {
  const { stored, view, articles } = shown;
  return (
    <>
      <p class="eyebrow">{STATE_WORDS[view.state]}{view.reopened ? ' · reopened' : ''}</p>
      <h1>{nameOf(shown)}</h1>
      <p class="meta">
        {sourceWords(sourceCount(view))} · {articleWords(articles)} · last change <time dateTime={stored.changedAt.toISOString()}>{instantWords(stored.changedAt)}</time>
      </p>
    </>
  );
}

const STATE_WORDS = {
  pre_charge: 'Nobody charged',
  open: 'Open case',
  inactive: 'Halted case',
  on_appeal: 'Case on appeal',
  closed: 'Closed case',
  unknown: 'Case of unknown state',
} as const;

function Notices({ shown }: Readonly<{ shown: CaseAt }>): JSX.Element {
  const { on, knownAt } = shown.moment;
  return (
    <>
      {on === null && knownAt === null ? null : <AsOfNotice shown={shown} />}
      {shown.stored.updatesPending ? <p class="notice">A report about this case waits to be checked. Something may be missing here.</p> : null}
    </>
  );
}

function AsOfNotice({ shown: { stored, moment } }: Readonly<{ shown: CaseAt }>): JSX.Element {
  const { on, knownAt } = moment;
  const parts = [on === null ? '' : `as of ${dayWords(on)}`, knownAt === null ? '' : `as it was known on ${instantWords(new Date(knownAt))}`];
  return (
    <p class="notice">
      You are seeing the case {parts.filter(Boolean).join(', ')}. <a href={`/cases/${stored.caseId}`}>Back to now</a>
    </p>
  );
}

function AsOfForm({ shown: { stored, moment } }: Readonly<{ shown: CaseAt }>): JSX.Element {
  return (
    <section class="panel" aria-labelledby="as-of">
      <h2 id="as-of">Look back</h2>
      <form method="get" action={`/cases/${stored.caseId}`} class="as-of">
        <label for="on">Where did the case stand on</label>
        <input id="on" name="on" type="date" required value={moment.on ?? ''} min="1900-01-01" max="2999-12-31" />
        {moment.knownAt === null ? null : <input type="hidden" name="knownAt" value={moment.knownAt} />}
        <button type="submit">Show</button>
      </form>
    </section>
  );
}

function FollowThis({ id }: Readonly<{ id: string }>): JSX.Element {
  return (
    <section class="panel" aria-labelledby="follow">
      <h2 id="follow">Follow this case</h2>
      <ul>
        <li><a href={`/v1/cases/${id}`}>This case as JSON</a></li>
        <li><a href={`/v1/changes?case=${id}&includePreCharge=true`}>Its changes as JSON</a></li>
        <li>Its changes as they come: <code>GET /v1/changes/stream?case={id}</code></li>
      </ul>
    </section>
  );
}
