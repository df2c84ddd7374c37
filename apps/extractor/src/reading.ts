import type { Assertion, AssertionSet, NamedDefendant } from '@docketwire/case';
import type { Defendant } from '@docketwire/extraction';
import { contentHash } from '@docketwire/kernel';
import { stateOf } from './article-row.js';
import type { ArticleRow } from './article-row.js';

/** What was read in an article's winning body: kept, so that a move to another case need not read again. */
export type Reading = Readonly<{ text: string; language: string; defendants: readonly Defendant[]; assertions: readonly Assertion[] }>;

/** Defendants whom a case can be about: named, and something is said to have happened to them. */
export function accusedIn({ defendants, assertions }: Reading): readonly (Defendant & { offences: readonly string[] })[] {
  return defendants
    .filter(({ named }) => named)
    .map((defendant) => ({ ...defendant, said: assertions.filter((assertion) => assertion.defendant === defendant.key) }))
    .filter(({ said }) => said.length > 0)
    .map(({ said, ...defendant }) => ({ ...defendant, offences: [...new Set(said.flatMap(({ offence }) => offence ?? []))].toSorted() }));
}

type ToRecord = Readonly<{
  row: ArticleRow;
  reading: Reading;
  /** Defendant ids within the case, by the reading's own keys. */
  ids: ReadonlyMap<string, string>;
  /** False for the case that the article left. */
  here: boolean;
}>;

/** The complete set that one article's present revision makes about one case; empty where it does not speak there. */
export function assertionSet({ row, reading, ids, here }: ToRecord): AssertionSet {
  const { body, gate } = row;
  if (!body) throw new Error(`${row.article} has no body to record`);
  const { speaks, kind, revision } = stateOf(body, gate);
  const { source, originator, url, title, reported } = body;
  const said = speaks && here;
  const record = {
    article: row.article, assignment: row.assignment, kind, revision, source, originator, url, title, reported,
    defendants: said ? namedDefendants(reading, ids) : [],
    assertions: said ? reading.assertions.flatMap((assertion) => withId(assertion, ids)) : [],
  };
  return { ...record, contentHash: contentHash(record) };
}

function namedDefendants(reading: Reading, ids: ReadonlyMap<string, string>): readonly NamedDefendant[] {
  return reading.defendants.flatMap(({ key, name, aliases }) => {
    const id = ids.get(key);
    return id === undefined ? [] : [{ id, name, aliases }];
  });
}

function withId(assertion: Assertion, ids: ReadonlyMap<string, string>): readonly Assertion[] {
  const defendant = ids.get(assertion.defendant);
  return defendant === undefined ? [] : [{ ...assertion, defendant }];
}
