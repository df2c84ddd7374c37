import { ABBREVIATIONS } from '../lexicon/words.js';
import { lowerAt } from './tokens.js';
import type { Token } from './tokens.js';

export type Sentence = Readonly<{
  tokens: readonly Token[];
  start: number;
  end: number;
  /** Place in the article, from 0. */
  index: number;
}>;

/** A line this long that ends without a full stop was wrapped, not ended. */
const WRAPPED_LINE = 45;
const WIDEST_LINE = 120;
/** A sentence longer than this is a list or a trap: it is read in pieces. */
const LONGEST_SENTENCE = 160;
const ENDS = new Set(['.', '!', '?', '…']);
const CLOSERS = new Set(['"', '”', '’', "'", ')', ']']);

export function sentencesOf(text: string, tokens: readonly Token[]): Sentence[] {
  const wrapped = isWrapped(text);
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (at + 1 < tokens.length && at - from < LONGEST_SENTENCE && !isBoundary({ text, wrapped, tokens }, at)) continue;
    sentences.push(sentence(tokens.slice(from, at + 1), sentences.length));
    from = at + 1;
  }
  return sentences;
}

function sentence(tokens: readonly Token[], index: number): Sentence {
  return { tokens, start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, index };
}

type Lines = Readonly<{ text: string; wrapped: boolean; tokens: readonly Token[] }>;

/** Lines of nearly one length were broken by a program; a line of its own length is a paragraph. */
function isWrapped(text: string): boolean {
  const lines = text.slice(0, 20_000).split('\n').filter((line) => line.trim());
  const full = lines.filter((line) => line.length >= WRAPPED_LINE && line.length <= WIDEST_LINE).length;
  return lines.length > 1 && full * 2 >= lines.length && lines.every((line) => line.length <= WIDEST_LINE);
}

function isBoundary({ text, wrapped, tokens }: Lines, at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next) return true;
  const gap = text.slice(token.end, next.start);
  if (gap === '' && isGlued(token, next)) return true;
  return (gap.includes('\n') && endsParagraph({ text, wrapped, token, next, gap })) || endsSentence(tokens, at, gap);
}

/** Two words without a space were two paragraphs. */
const isGlued = (token: Token, next: Token): boolean => token.kind === 'word' && next.kind === 'word' && next.capital;

type Break = Readonly<{ text: string; wrapped: boolean; token: Token; next: Token; gap: string }>;

function endsParagraph({ text, wrapped, token, next, gap }: Break): boolean {
  if (/\n\s*\n/.test(gap)) return true;
  const lineStart = text.lastIndexOf('\n', token.start) + 1;
  if (!next.capital && next.kind === 'word') return false;
  return !wrapped || token.end - lineStart < WRAPPED_LINE;
}

function endsSentence(tokens: readonly Token[], at: number, gap: string): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next || CLOSERS.has(next.lower) && gap === '') return false;
  const end = CLOSERS.has(token.lower) ? at - 1 : at;
  if (ENDS.has(lowerAt(tokens, end))) return opensSentence(next, gap) && !isAbbreviated(tokens, end, gap);
  return false;
}

function opensSentence(next: Token, gap: string): boolean {
  if (gap === '') return next.capital;
  if (next.kind === 'number' && /^\d\d[ap]m$/.test(next.lower)) return false;
  return next.capital || next.kind === 'number' || /^["“‘'(]/.test(next.text);
}

/** `fraud.The`: a word with its full stop, and a sentence glued to it. */
const isWholeWord = (word: Token, gap: string): boolean => gap === '' && word.text.length > 2 && !word.capital;

const isInitial = (word: Token): boolean => word.capital && word.text.length === 1;

/** `Mr.`, `J.`, `Jan.`: the full stop belongs to the word. */
function isAbbreviated(tokens: readonly Token[], at: number, gap: string): boolean {
  const [word, stop] = [tokens[at - 1], tokens[at]];
  if (!word || !stop || stop.text !== '.' || word.end !== stop.start) return false;
  return !isWholeWord(word, gap) && (ABBREVIATIONS.has(word.lower) || isInitial(word));
}
