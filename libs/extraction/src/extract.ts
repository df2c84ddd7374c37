import type { PartialDate } from '@docketwire/kernel';
import { clauseOf } from './clause/read.js';
import type { Clause } from './clause/units.js';
import { datesOf } from './dates/find.js';
import type { FoundDate } from './dates/find.js';
import type { Article, Extraction } from './extraction.js';
import { castOf } from './people/cast.js';
import type { Cast } from './people/cast.js';
import { learnGenders } from './people/gender.js';
import { mentionsOf, surnamesIn } from './people/mentions.js';
import type { Mention } from './people/mentions.js';
import { peopleOf } from './people/people.js';
import type { People } from './people/people.js';
import { withEchoes } from './steps/echo.js';
import { findingsIn } from './steps/find.js';
import type { Finding } from './steps/finding.js';
import { reportOf } from './steps/report.js';
import { isFurniture } from './text/furniture.js';
import { languageOf } from './text/language.js';
import { plainTextOf } from './text/plain-text.js';
import { sentencesOf } from './text/sentences.js';
import type { Sentence } from './text/sentences.js';
import { tokensOf } from './text/tokens.js';

/** Grows with every change of what is read; a rollback is a new number. */
export const EXTRACTOR_VERSION = 1;

/** Reads an article: who is accused, and what it says happened to them, each with the words that say so. */
export function extract(article: Article): Extraction {
  const text = plainTextOf(article.text);
  const tokens = tokensOf(text);
  const language = languageOf(tokens, article.language);
  if (language !== 'en') return { text, language: `not_read: ${language}`, defendants: [], assertions: [], doubts: [] };
  const sentences = sentencesOf(text, tokens).filter((sentence) => !isFurniture(text.slice(sentence.start, sentence.end)));
  const { people, clauses, findings, cast } = read(text, sentences, article.published);
  return { text, language, ...reportOf({ text, cast, everyone: people.persons }, clauses, findings) };
}

type Reading = Readonly<{ people: People; clauses: readonly Clause[]; findings: readonly Finding[][]; cast: Cast }>;

function read(text: string, kept: readonly Sentence[], published: string): Reading {
  const sentences = kept.map((sentence, index) => ({ ...sentence, index }));
  const lower = new Set(sentences.flatMap(({ tokens }) => tokens.filter((token) => token.kind === 'word' && !token.capital).map((token) => token.lower)));
  const use = { lower, surnames: surnamesIn(sentences) };
  const mentions = sentences.map((sentence) => mentionsOf(sentence, use));
  const people = peopleOf(sentences, mentions.flat());
  const dates = datesIn(text, sentences, published);
  const clauses = sentences.map((sentence, index) => clauseOf(sentence, { mentions: mentions[index] as Mention[], of: people.of, dates: dates[index] ?? [] }));
  learnGenders(clauses);
  const findings = withEchoes(clauses, clauses.map((clause) => findingsIn(clause)));
  return { people, clauses, findings, cast: castOf(clauses, findings.flat()) };
}

function datesIn(text: string, sentences: readonly Sentence[], published: string): FoundDate[][] {
  let before: PartialDate | null = null;
  return sentences.map(({ start, end }) => {
    const found = datesOf(text.slice(start, end), start, { published, before });
    before = found.at(-1)?.when ?? before;
    return found;
  });
}
