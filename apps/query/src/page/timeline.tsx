import type { ChargeView, Step } from '@docketwire/case';
import { uuid5 } from '@docketwire/kernel';
import type { JSX } from 'preact';
import { Chip, toneOf } from './chip.js';
import { dayWords } from './dates.js';
import { Quotes } from './evidence.js';
import type { Told } from './people.js';
import { plain } from './safe.js';
import { stepDates, stepTitle } from './step-wording.js';
import { offenceWords, sourceWords } from './wording.js';

/** One happening, with every charge that it moved. */
type Entry = Readonly<{ id: string; step: Step; offences: readonly string[] }>;

/** What happened to one person, newest first. */
export function Timeline({ told: { defendant, charges } }: Readonly<{ told: Told }>): JSX.Element {
  const heading = `timeline-${defendant.id}`;
  return (
    <section class="timeline" aria-labelledby={heading}>
      <h2 id={heading}><bdi>{plain(defendant.name)}</bdi>: what was reported</h2>
      <ol reversed role="list">{entriesOf(charges).map((entry) => <Happening key={entry.id} entry={entry} />)}</ol>
    </section>
  );
}

function Happening({ entry: { id, step, offences } }: Readonly<{ entry: Entry }>): JSX.Element {
  const isMove = step.from !== step.to;
  const reported = step.when === null ? firstReported(step.evidence) : undefined;
  return (
    <li id={id} data-entry>
      <header>
        <h3><Chip tone={isMove ? toneOf(step.to) : 'note'}>{stepTitle(step)}</Chip></h3>
        <a class="anchor" href={`#${id}`} aria-label={`Link to: ${stepTitle(step)}, ${stepDates(step)}`}>#</a>
      </header>
      <p class="when">{stepDates(step)}{reported === undefined ? '' : `; first reported ${dayWords(reported)}`}</p>
      <p class="of">{offences.map((offence) => offenceWords(offence)).join(', ')}</p>
      {step.inferred ? <p class="doubt">Not reported as such: a later report implies it.</p> : <p class="sources">Reported by {sourceWords(step.originators)}.</p>}
      <Quotes evidence={step.evidence} />
    </li>
  );
}

function entriesOf(charges: readonly ChargeView[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const charge of charges) {
    for (const step of charge.steps) {
      const id = entryId(charge, step);
      const offences = new Set([...(entries.get(id)?.offences ?? []), charge.offence]);
      entries.set(id, { id, step: entries.get(id)?.step ?? step, offences: [...offences] });
    }
  }
  return [...entries.values()].toReversed().toSorted((a, b) => placeOf(b.step).localeCompare(placeOf(a.step)));
}

/** What nobody dates stands where it was first reported: the record counts it from the end of its room, which would be the top. */
function placeOf({ when, holdsFrom, evidence }: Step): string {
  return when === null ? (firstReported(evidence) ?? holdsFrom) : holdsFrom;
}

const firstReported = (evidence: Step['evidence']): string | undefined => evidence.map(({ reported }) => reported).toSorted()[0];

/** The same words under two charges are one happening. What nobody reported belongs to its charge alone. */
function entryId({ id, defendant }: ChargeView, { event, value, facts, holdsFrom }: Step): string {
  const key = facts.length === 0 ? uuid5(id, event, value, holdsFrom) : uuid5(defendant, event, value, ...facts);
  return `step-${key.slice(0, 13)}`;
}
