import type { Assertion } from '@docketwire/case';
import type { Statement } from '@docketwire/contracts';
import { foldName } from '@docketwire/kernel';
import type { Reading } from './reading.js';

/** The rule of what nobody read in a text. */
const STATED_RULE = 'publisher';

type Stated = Readonly<{ by: string; statements: readonly Statement[] }>;

/**
 * What a publisher states as data, as if it had been read. The text of such an article is the list of its statements,
 * one sentence a line, and each is the quote of its assertion: no status without words that can be shown, and
 * `quote === text.slice(start, end)` holds. A sentence names who states it, so that two publishers who state one thing
 * are two voices, not one wording that was copied; copies of one agency's statements stay one.
 */
export function statedReading({ by, statements }: Stated): Reading {
  const lines = statements.map((statement) => sentenceOf(by, statement));
  const names = new Map(statements.map(({ defendant }) => [foldName(defendant), defendant]));
  return {
    text: lines.join('\n'),
    language: 'not_read: statements',
    defendants: [...names].map(([key, name]) => ({ key, name, aliases: [], named: true })),
    assertions: statements.map((statement, place) => assertionOf(statement, quoteAt(lines, place))),
  };
}

function quoteAt(lines: readonly string[], place: number): Assertion['quote'] {
  const text = lines[place] ?? '';
  const start = lines.slice(0, place).reduce((sum, line) => sum + line.length + 1, 0);
  return { text, start, end: start + text.length };
}

function assertionOf({ defendant, note: _, ...said }: Statement, quote: Assertion['quote']): Assertion {
  return { ...said, defendant: foldName(defendant), party: false, quote, rule: STATED_RULE, confidence: 1 };
}

/** "harbor-courier states: Dana Whitlock: dismissed; involuntary manslaughter (2 counts); 2023-04-21; refiling possible." */
function sentenceOf(by: string, statement: Statement): string {
  const { defendant, note } = statement;
  const sentence = `${by} states: ${defendant}: ${factsOf(statement).join('; ')}.${note === null ? '' : ` ${note}`}`;
  return sentence.replaceAll(/\s+/g, ' ');
}

function factsOf({ event, value, offence, counts, when, realis, refile, endedBy, mechanism }: Statement): string[] {
  const facts = [
    `${wordsOf(event)}${value === '' ? '' : ` (${wordsOf(value)})`}`,
    [offence && wordsOf(offence), counts && `(${counts === 1 ? '1 count' : `${counts} counts`})`].filter(Boolean).join(' '),
    when,
    realis === 'announced' && 'announced',
    refile && `refiling ${refile}`,
    endedBy && `ended by ${wordsOf(endedBy)}`,
    mechanism,
  ];
  return facts.filter((fact) => typeof fact === 'string' && fact !== '') as string[];
}

const wordsOf = (code: string): string => code.replaceAll('_', ' ');
