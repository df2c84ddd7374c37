import type { CaseView } from '@docketwire/case';
import type { StatusChange } from '@docketwire/contracts';
import type { JSX } from 'preact';
import type { CaseAt } from '../cases.js';
import { pathWith } from '../links.js';
import { sourceCount } from '../sources.js';
import type { TakenBack } from '../taken-back.js';
import { ChangeHistory } from './change-history.js';
import { daySaid } from './corrections.js';
import { dayWords, instantWords } from './dates.js';
import { Disagreements } from './disagreements.js';
import { Layout, Presumption } from './layout.js';
import { caseName, latestFirst } from './people.js';
import { StatusTable } from './status-table.js';
import { Timeline } from './timeline.js';
import { articleWords, sourceWords } from './wording.js';

export type CasePageProps = Readonly<{ shown: CaseAt; changes: readonly StatusChange[]; corrections: readonly TakenBack[] }>;

export function CasePage({ shown, changes, corrections }: CasePageProps): JSX.Element {
  const { stored, view, moment } = shown;
  const isNow = moment.on === null && moment.knownAt === null;
  const people = latestFirst(view);
  const stream = isNow ? pathWith('/v1/changes/stream', { case: stored.caseId, includePreCharge: true, epoch: stored.epoch, lastEventId: stored.lastSeq }) : undefined;
  return (
    <Layout title={nameOf(shown)} indexed={isNow && stored.accused} stream={stream}>
      <div data-live="content">
        <Heading shown={shown} />
        <Notices shown={shown} />
        <StatusTable people={people} disputed={disputedIn(view)} />
        {people.length > 0 ? null : <p class="empty">No report that stands says anything about this case{isNow ? '' : ' as of then'}.</p>}
        <Presumption />
        {people.map((told) => <Timeline key={told.defendant.id} told={told} corrections={corrections.filter(isOf(told.defendant.id, moment.on))} />)}
        <Disagreements view={view} />
        {isNow ? <ChangeHistory changes={changes} /> : null}
      </div>
      <AsOfForm shown={shown} />
      <FollowThis id={stored.caseId} />
    </Layout>
  );
}

/** What somebody says who does not decide it was never on the timeline, and is not taken off it. */
const isOf = (defendant: string, on: string | null) => ({ fact }: TakenBack): boolean => fact.defendant === defendant && !fact.party && (on === null || daySaid(fact) <= on);

/** Charges of which some report disagrees with the record. */
const disputedIn = ({ anomalies, charges }: CaseView): ReadonlySet<string> =>
  new Set(charges.filter(({ defendant, offence, countsTold }) => Object.keys(countsTold).length > 1 || anomalies.some((odd) => odd.defendant === defendant && odd.offence === offence)).map(({ id }) => id));

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
      <p class="meta">Three clocks: when something happened, when it was reported (beside each quote), and when this record came to know it.</p>
      <form method="get" action={`/cases/${stored.caseId}`} class="as-of">
        <p>
          <label for="on">What was true on</label>
          <input id="on" name="on" type="date" value={moment.on ?? ''} min="1900-01-01" max="2999-12-31" />
        </p>
        <p>
          <label for="knownAt">As it was known at (UTC)</label>
          <input id="knownAt" name="knownAt" type="datetime-local" step="1" value={moment.knownAt === null ? '' : new Date(moment.knownAt).toISOString().slice(0, 19)} />
        </p>
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
        <li><a href={`/v1/cases/${id}/history`}>Its history as JSON: when each step happened, was reported and became known</a></li>
        <li><a href={`/v1/changes?case=${id}&includePreCharge=true`}>Its changes as JSON</a></li>
        <li>Its changes as they come: <code>GET /v1/changes/stream?case={id}</code></li>
      </ul>
    </section>
  );
}
