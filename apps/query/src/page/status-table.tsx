import type { ChargeView } from '@docketwire/case';
import type { JSX } from 'preact';
import { Chip, toneOf } from './chip.js';
import { otherNames } from './people.js';
import type { Told } from './people.js';
import { plain } from './safe.js';
import { CUSTODY_WORDS, capital, countWords, offenceWords, pleaWords, statusLabel, statusSentence } from './wording.js';

const COLUMNS = ['Person', 'Charge', 'Where it stands', 'Plea'] as const;

/** Roles are said though they are a table's own: on a narrow screen the cells stand below each other, and browsers would forget them. */
export function StatusTable({ people, disputed }: Readonly<{ people: readonly Told[]; disputed: ReadonlySet<string> }>): JSX.Element | null {
  if (people.length === 0) return null;
  return (
    <table class="status" role="table">
      <caption>Where each charge stands</caption>
      <thead role="rowgroup">
        <tr role="row">{COLUMNS.map((column) => <th key={column} scope="col" role="columnheader">{column}</th>)}</tr>
      </thead>
      {people.map((told) => <PersonRows key={told.defendant.id} told={told} disputed={disputed} />)}
    </table>
  );
}

function PersonRows({ told: { defendant, charges }, disputed }: Readonly<{ told: Told; disputed: ReadonlySet<string> }>): JSX.Element {
  return (
    <tbody role="rowgroup">
      {charges.map((charge, place) => (
        <tr key={charge.id} role="row" id={`charge-${charge.id}`}>
          {place > 0 ? null : (
            <th scope="rowgroup" role="rowheader" rowSpan={charges.length} class="person">
              <bdi>{plain(defendant.name)}</bdi>
              <Aliases names={otherNames(defendant)} />
              {defendant.custody === 'unknown' ? null : <small>{CUSTODY_WORDS[defendant.custody]}</small>}
            </th>
          )}
          <ChargeCells charge={charge} disputed={disputed.has(charge.id)} />
        </tr>
      ))}
    </tbody>
  );
}

function Aliases({ names }: Readonly<{ names: readonly string[] }>): JSX.Element | null {
  return names.length === 0 ? null : <small>also <bdi>{names.map(plain).join(', ')}</bdi></small>;
}

function ChargeCells({ charge, disputed }: Readonly<{ charge: ChargeView; disputed: boolean }>): JSX.Element {
  const { offence, counts, countsDismissed, status, plea, n, refiledAs, uncertain } = charge;
  return (
    <>
      <td role="cell" data-label="Charge">
        {capital(offenceWords(offence, counts))}
        {countsDismissed === 0 ? null : <small>{countWords(countsDismissed)} dismissed</small>}
        {n === 1 ? null : <small>filed again{n > 2 ? ` (${n - 1} times)` : ''}</small>}
      </td>
      <td role="cell" data-label="Where it stands">
        <Chip tone={toneOf(status)}>{statusLabel(charge)}</Chip>
        <small>{capital(statusSentence(charge))}.</small>
        {refiledAs === null ? null : <small><a href={`#charge-${refiledAs}`}>See the new charge</a></small>}
        {disputed ? <small><a href="#beside">Reports disagree</a></small> : null}
        {uncertain ? <small>A report with a vague date leaves open whether a later step had already happened.</small> : null}
      </td>
      <td role="cell" data-label="Plea">{pleaWords(plea)}</td>
    </>
  );
}
