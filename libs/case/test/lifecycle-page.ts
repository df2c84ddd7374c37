import { ANOMALIES, CHARGE_EVENTS, CHARGE_STATUSES, STATUS, TRANSITIONS } from '../src/index.js';
import type { ChargeEvent, ChargeStatus, RowStatus } from '../src/index.js';
import { cellOf } from './matrix.js';

const DRAWING = `
 under_investigation --> arrested --> declined
          |                 |
          +-----+-----------+
                v
             charged --> indicted --> committed --> pleaded --> on_trial <--> mistrial
                |                                                  |
                |   (from any of these)                            |
                +--> stayed, diverted   (and back)                 +--> acquitted, not_responsible
                +--> superseded, transferred: the next one         |
                +--> dismissed                                     +--> convicted --> sentenced
                        |                                                  |              |
                        +--> refiled: a new charge of the chain            +--> vacated <-+   (pending again)
`;

const COLUMNS: readonly RowStatus[] = ['(none)', ...CHARGE_STATUSES.filter((status) => status !== 'unknown')];

/** docs/lifecycle.md: the tables as they are in the code, and the matrix as the view acts. */
export function lifecyclePage(): string {
  return `${[
    '# The life of a charge',
    '_Printed from `libs/case/src/lifecycle.ts`; the matrix is what the view really does. Do not edit: `UPDATE_DOCS=1 npx vitest run --project unit libs/case` prints it anew._',
    'A **status** is one value per charge per defendant. A plea, an appeal, custody and the chance of a refiling stand beside it and never replace it: who appeals is still convicted, and a charge brought again is a new charge.',
    `\`\`\`text${DRAWING}\`\`\``,
    '## Statuses',
    'Of a defendant with several charges the open one of the highest rank leads, else one that is halted, else the gravest outcome, else what came before any charge.',
    table(['', 'Status', 'Class', 'Rank', 'Gravity', 'Means'], CHARGE_STATUSES.map(statusLine)),
    '## Events',
    'In the order in which several of one day are taken. _Again after_: what must lie between two events of this kind for the second to be a new one, and not the first told with another date.',
    table(['Event', 'Allowed from', 'Leads to', 'Again after', 'Note'], CHARGE_EVENTS.map(eventLine)),
    '## Status × event',
    'A charge that came to the status of the column in the ordinary way, and then the event of the row, told by two originators. The numbers are those of the statuses; 0 is a charge of which nothing is known. What was moved to another court (20) or replaced (21) is carried on by the next charge of the chain: those columns show what happens to that one.',
    '`→` moves · `=` believed, status unchanged · `+` moves, after a step that it implies · `2` opens the next charge of the chain · `c` custody only · `.` an anomaly, kept beside the record',
    table(['', ...COLUMNS.map(numberOf)], CHARGE_EVENTS.map((event) => [`\`${event}\``, ...COLUMNS.map((status) => signOf(status, event))])),
    '## Anomalies',
    'Nothing that was reported is refused or dropped. What the lifecycle or better proof does not let take effect stands beside the record with its reason.',
    table(['Reason', 'Means'], Object.entries(ANOMALIES).map(([reason, says]) => [`\`${reason}\``, says])),
  ].join('\n\n')}\n`;
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function statusLine(status: ChargeStatus): string[] {
  const { class: kind, rank, severity, says } = STATUS[status];
  return [numberOf(status), `\`${status}\``, kind, String(rank ?? ''), String(severity ?? ''), says];
}

function eventLine(event: ChargeEvent): string[] {
  const { from, to, againAfter, note = '' } = TRANSITIONS[event];
  return [`\`${event}\``, from === 'any' ? 'any' : from.join(', '), to, againAfter.join(', '), note];
}

const numberOf = (status: RowStatus): string => (status === '(none)' ? '0' : String(CHARGE_STATUSES.indexOf(status) + 1));

function signOf(status: RowStatus, event: ChargeEvent): string {
  const { anomaly, inferred, opened, moved } = cellOf(status, event);
  if (anomaly) return '.';
  if (opened > 0) return '2';
  if (event === 'arrested' && !moved) return 'c';
  if (inferred.length) return '+';
  return moved ? '→' : '=';
}
