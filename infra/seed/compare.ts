import type { CaseDetail } from '@docketwire/contracts';
import type { Expectation, Story } from './story.ts';

/** One line of the table. */
export type Row = Readonly<{ what: string; expected: string; found: string; holds: boolean }>;

type Charge = CaseDetail['defendants'][number]['charges'][number];
type Step = Charge['history'][number];

const NOTHING = '(nothing)';

/** What a case says of a story, beside what it must say. Null stands for a case that never came. */
export function compare(found: CaseDetail | null, { expect, text, source, articleId }: Story): Row[] {
  const people = found?.defendants ?? [];
  const charges = people.flatMap((person) => person.charges);
  const reported = charges.flatMap(({ history }) => history).filter(({ inferred }) => !inferred);
  return [
    peopleRow(people.map(({ name }) => name), expect),
    row('charge', expect.offence, charges.map(({ offence }) => offence).join(', ')),
    ...standingRows(expect, charges[0]),
    ...stepRows(expect, reported),
    quotesRow(reported, { text, article: `${source}/${articleId}` }),
  ];
}

function standingRows(expect: Expectation, charge: Charge | undefined): Row[] {
  return [
    row('counts', expect.counts, charge?.counts),
    row('status', expect.status, charge?.status),
    row('plea', expect.plea, charge?.plea),
    row('refile', expect.refile, charge?.refile),
    ...(expect.endedBy ? [row('ended by', expect.endedBy, charge?.endedBy)] : []),
  ];
}

function row(what: string, expected: string | number, found: string | number | null | undefined): Row {
  return { what, expected: String(expected), found: found === null || found === undefined || found === '' ? NOTHING : String(found), holds: expected === found };
}

/** One person, by name where the name is known: those who only stand in the text are nobody's defendants. */
function peopleRow(names: readonly string[], { defendant }: Expectation): Row {
  const holds = names.length === 1 && (defendant ?? names[0]) === names[0];
  return { what: 'defendant', expected: defendant ?? 'one person', found: names.join(', ') || NOTHING, holds };
}

function stepRows({ steps }: Expectation, reported: readonly Step[]): Row[] {
  return Array.from({ length: Math.max(steps.length, reported.length) }, (_, place) => {
    const [expected, found] = [steps[place], reported[place]];
    return row(`step ${place + 1}`, expected ? stepWords(expected) : '(none)', found && stepWords({ ...found, plea: found.event === 'plea_entered' ? found.value : undefined }));
  });
}

function stepWords({ event, when, realis, plea }: Readonly<{ event: string; when: string | null; realis: string; plea?: string | undefined }>): string {
  return [event, plea, when ?? 'undated', realis].filter(Boolean).join(' ');
}

/** No quote, no status: each step has words of this article behind it, and they stand where they are said to stand. */
function quotesRow(reported: readonly Step[], { text, article }: Readonly<{ text: string; article: string }>): Row {
  const quotes = reported.map(({ evidence }) => evidence.filter((each) => each.article === article).map(({ quote }) => quote));
  const wrong = quotes.flat().filter(({ text: words, start, end }) => words === '' || text.slice(start, end) !== words);
  const bare = quotes.filter(({ length }) => length === 0).length;
  const found = `${quotes.flat().length} quotes, ${wrong.length} inexact, ${bare} steps without one`;
  return { what: 'quotes', expected: 'exact words at their place, for every step', found, holds: reported.length > 0 && wrong.length === 0 && bare === 0 };
}

export function table(rows: readonly Row[]): string {
  const head: Row = { what: '', expected: 'expected', found: 'found', holds: true };
  const width = (of: (row: Row) => string): number => Math.max(...[head, ...rows].map((each) => of(each).length));
  const [what, expected] = [width((each) => each.what), width((each) => each.expected)];
  const line = (each: Row, mark: string): string => `${mark.padEnd(6)}${each.what.padEnd(what)}  ${each.expected.padEnd(expected)}  ${each.found}`;
  return [line(head, ''), ...rows.map((each) => line(each, each.holds ? 'ok' : 'WRONG'))].join('\n');
}
