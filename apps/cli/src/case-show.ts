import { CaseDetail } from '@docketwire/contracts';
import { printable } from './context.js';
import type { Context } from './context.js';
import { EXIT } from './exit.js';
import type { ExitCode } from './exit.js';
import { get, queryOf, stranger } from './server.js';
import { PRESUMPTION, countWords, dateWords, offenceWords, standingWords, statusWords } from './wording.js';

export type CaseShowOptions = Readonly<{ on?: string; knownAt?: string; json?: boolean }>;

type Defendant = CaseDetail['defendants'][number];
type Charge = Defendant['charges'][number];
type Step = Charge['history'][number];

/** One case: each charge, how it came to stand where it stands, and the words that say so. */
export async function showCase(context: Context, id: string, { on, knownAt, json }: CaseShowOptions): Promise<ExitCode> {
  const answer = await get(context, `/v1/cases/${encodeURIComponent(id)}${queryOf({ on, knownAt })}`);
  if (json) {
    context.out(JSON.stringify(answer));
    return EXIT.ok;
  }
  const found = CaseDetail.safeParse(answer).data;
  if (!found) throw stranger(context.queryUrl);
  for (const line of [...headOf(found), ...found.defendants.flatMap((each) => defendantLines(each, context))]) context.out(line);
  context.out(`\n${PRESUMPTION}`);
  return EXIT.ok;
}

function headOf({ id, state, on, knownAt, articles, sources, updatesPending, anomalies }: CaseDetail): string[] {
  return [
    `Case ${id}: ${state.replaceAll('_', ' ')}; ${countWords(articles, 'article')}, ${countWords(sources, 'source')}`,
    ...(on ? [`As of ${dateWords(on)}.`] : []),
    ...(knownAt ? [`As it was known at ${knownAt}.`] : []),
    ...(updatesPending ? ['An update about this case waits for an operator: something may be missing.'] : []),
    ...(anomalies.length > 0 ? [`${countWords(anomalies.length, 'report')} kept without effect: --json shows them.`] : []),
  ];
}

function defendantLines({ name, charges }: Defendant, context: Context): string[] {
  return ['', context.colors.bold(printable(name)), ...(charges.length > 0 ? charges.flatMap((charge) => chargeLines(charge, context)) : ['  no charge is known'])];
}

function chargeLines(charge: Charge, context: Context): string[] {
  const uncertain = charge.uncertain ? ' (a vague date leaves this open)' : '';
  return [`  ${offenceWords(charge)}: ${standingWords(charge)}${uncertain}`, ...charge.history.flatMap((step) => stepLines(step, charge, context))];
}

function stepLines(step: Step, charge: Charge, context: Context): string[] {
  const { when, realis, inferred, originators, evidence } = step;
  const notes = [realis === 'announced' && 'announced', inferred && 'implied by a later step', originators > 1 && `${originators} sources`].filter(Boolean).join(', ');
  const head = `    ${(when ? dateWords(when) : 'no date').padEnd(18)} ${stepWords(step, charge)}${notes ? ` (${notes})` : ''}`;
  const quotes = evidence.map(({ quote, source, reported, stated }) => `      “${printable(quote.text)}” — ${printable(source)}, ${dateWords(reported)}${stated ? ', stated, not read from text' : ''}`);
  return [head, ...quotes.map(context.colors.dim)];
}

/** A plea is told by its value; a step that leaves the status where it is, by its own name. */
function stepWords({ event, value, from, to }: Step, { plea }: Charge): string {
  if (event === 'plea_entered') return statusWords({ status: 'pleaded', plea: isPlea(value) ? value : plea });
  return from === to ? event.replaceAll('_', ' ') : statusWords({ status: to, plea });
}

const PLEAS: Readonly<Record<Charge['plea'], true>> = {
  none: true, not_guilty: true, guilty: true, no_contest: true, guilty_to_lesser: true, not_responsible_plea: true, stood_mute: true, unfit_to_plead: true, withdrawn: true,
};

function isPlea(value: string): value is Charge['plea'] {
  return Object.hasOwn(PLEAS, value);
}
