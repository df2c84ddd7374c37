import { ANOMALIES } from '@docketwire/case';
import type { Anomaly, CaseView, ChargeView, Note } from '@docketwire/case';
import type { JSX } from 'preact';
import { dateWords } from './dates.js';
import { Quotes } from './evidence.js';
import { plain } from './safe.js';
import { stepTitle } from './step-wording.js';
import { capital, countWords, offenceWords, sourceWords } from './wording.js';

/** What stands beside the record: reports that disagree with it, and what people say who do not decide it. Shown, never hidden. */
export function Disagreements({ view }: Readonly<{ view: CaseView }>): JSX.Element | null {
  const { anomalies, notes, charges } = view;
  const counted = charges.filter(({ countsTold }) => Object.keys(countsTold).length > 1);
  const nameOf = (id: string): string => plain(view.defendants.find((each) => each.id === id)?.name ?? 'Someone');
  if (anomalies.length + notes.length + counted.length === 0) return null;
  return (
    <section class="beside" aria-labelledby="beside">
      <h2 id="beside">Where reports disagree, and what others say</h2>
      <ul role="list">
        {anomalies.map((anomaly) => <AnomalyItem key={`${anomaly.why} ${anomaly.facts.join(' ')}`} anomaly={anomaly} name={nameOf(anomaly.defendant)} />)}
        {counted.map((charge) => <CountsItem key={charge.id} charge={charge} name={nameOf(charge.defendant)} />)}
        {notes.map((note) => <NoteItem key={note.facts.join(' ')} note={note} name={nameOf(note.defendant)} />)}
      </ul>
    </section>
  );
}

function AnomalyItem({ anomaly, name }: Readonly<{ anomaly: Anomaly; name: string }>): JSX.Element {
  const { why, when, offence, evidence } = anomaly;
  return (
    <li>
      <h3>{ANOMALIES[why]}</h3>
      <p class="when"><bdi>{name}</bdi>{offence === null ? '' : `: ${offenceWords(offence)}`}{when === null ? '' : `, ${dateWords(when)}`}</p>
      <Quotes evidence={evidence} />
    </li>
  );
}

function CountsItem({ charge: { offence, countsTold }, name }: Readonly<{ charge: ChargeView; name: string }>): JSX.Element {
  const told = Object.entries(countsTold).map(([counts, sources]) => `${countWords(Number(counts))} (${sourceWords(sources)})`);
  return (
    <li>
      <h3>How many counts is told differently</h3>
      <p><bdi>{name}</bdi>: {offenceWords(offence)}: {told.join('; ')}.</p>
    </li>
  );
}

function NoteItem({ note, name }: Readonly<{ note: Note; name: string }>): JSX.Element {
  return (
    <li>
      <h3>Said by someone who does not decide it: {stepTitle(note).toLowerCase()}</h3>
      <p class="when"><bdi>{name}</bdi>: {capital(offenceWords(note.offence ?? 'unspecified'))}{note.when === null ? '' : `, ${dateWords(note.when)}`}</p>
      <Quotes evidence={note.evidence} />
    </li>
  );
}
