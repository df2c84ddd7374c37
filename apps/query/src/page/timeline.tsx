import type { ChargeView, Step } from '@docketwire/case';
import { uuid5 } from '@docketwire/kernel';
import type { JSX } from 'preact';
import type { TakenBack } from '../taken-back.js';
import { Chip, toneOf } from './chip.js';
import { CorrectedFrom, StruckEntry, daySaid } from './corrections.js';
import { dayWords } from './dates.js';
import { Quotes } from './evidence.js';
import type { Told } from './people.js';
import { plain } from './safe.js';
import { stepDates, stepTitle } from './step-wording.js';
import { offenceWords, sourceWords } from './wording.js';

/** One happening, with every charge that it moved. */
type Entry = Readonly<{ id: string; step: Step; offences: readonly string[] }>;
type Line = Readonly<{ place: string; item: JSX.Element }>;

/** What happened to one person, newest first; what was taken back stays in its place, struck through. */
export function Timeline({ told: { defendant, charges }, corrections }: Readonly<{ told: Told; corrections: readonly TakenBack[] }>): JSX.Element {
  const heading = `timeline-${defendant.id}`;
  const entries = entriesOf(charges);
  const inside = entries.map((entry) => corrections.filter(({ instead }) => instead.some(({ id }) => entry.step.facts.includes(id))));
  const alone = corrections.filter((correction) => !inside.flat().includes(correction));
  const lines: Line[] = [
    ...entries.map((entry, place) => ({ place: placeOf(entry.step), item: <Happening key={entry.id} entry={entry} corrections={inside[place] ?? []} /> })),
    ...alone.map((correction) => ({ place: daySaid(correction.fact), item: <StruckEntry key={correction.fact.id} correction={correction} /> })),
  ];
  return (
    <section class="timeline" aria-labelledby={heading}>
      <h2 id={heading}><bdi>{plain(defendant.name)}</bdi>: what was reported</h2>
      <ol reversed role="list">{lines.toSorted((a, b) => b.place.localeCompare(a.place)).map(({ item }) => item)}</ol>
    </section>
  );
}

function Happening({ entry: { id, step, offences }, corrections }: Readonly<{ entry: Entry; corrections: readonly TakenBack[] }>): JSX.Element {
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
      {corrections.map((correction) => <CorrectedFrom key={correction.fact.id} correction={correction} />)}
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
  return [...entries.values()].toReversed();
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
