import { FEMALE, MALE, PARTICLES, SUFFIXES } from '../lexicon/names.js';
import { BODIES, COMPANY_ENDS, PEOPLES, PLACES, TITLES } from '../lexicon/places.js';
import { MONTHS, NUMBER_WORDS, STARTERS, VERBS, WEEKDAYS } from '../lexicon/words.js';
import { PERSONS } from '../lexicon/people.js';
import type { Sentence } from '../text/sentences.js';
import { lowerAt, textAt } from '../text/tokens.js';
import type { Token } from '../text/tokens.js';

export type NameKind = 'person' | 'company' | 'body' | 'place' | 'unclear';

/** One place where the text prints a name. */
export type Mention = Readonly<{
  sentence: number;
  /** Tokens of the sentence, titles included; `to` is exclusive. */
  from: number;
  to: number;
  /** The words of the name, without titles. */
  words: readonly string[];
  titles: readonly string[];
  nickname: string | null;
  kind: NameKind;
  /** Made of words that describe persons (`Baker`, `Tory MP`): a name only where somebody is called so. */
  noun: boolean;
  start: number;
  end: number;
}>;

/** What the article as a whole tells about its words. */
export type WordUse = Readonly<{
  /** Words that stand somewhere in lower case, hence need not be names where they begin a sentence. */
  lower: ReadonlySet<string>;
  /** Surnames of those whom the article names in full: they are names alone, too. */
  surnames: ReadonlySet<string>;
}>;

/** Surnames that are also words for places and bodies: after a given name they are surnames. */
const SURNAME_LIKE = new Set(['north', 'south', 'east', 'west', 'hall', 'day', 'lake', 'marshall', 'park', 'lane', 'church', 'castle', 'fort', 'eve', 'beach', 'bridge', 'temple', 'street', 'fox', 'banks', 'camp', 'store', 'mirror', 'rivers', 'guy', 'lodge', 'hills', 'power', 'justice', 'town', 'city', 'royal']);
const LONGEST_NAME = 7;

export function mentionsOf(sentence: Sentence, use: WordUse): Mention[] {
  const mentions: Mention[] = [];
  const isHeadline = isTitleCased(sentence);
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const end = runEnd(sentence.tokens, at, isHeadline);
    if (end === at) continue;
    const mention = mentionOf(sentence, [at, end], use);
    if (mention && !(isHeadline && mention.words.length > 3)) mentions.push(mention);
    at = end - 1;
  }
  return mentions;
}

export function isTitleCased({ tokens }: Sentence): boolean {
  const words = tokens.filter((token) => token.kind === 'word' && token.text.length > 3);
  const capitals = words.filter((token) => token.capital).length;
  return words.length >= 5 && capitals / words.length > 0.75;
}

/** Where the run of capitalised words that begins at `at` ends; `at` itself where none begins. */
function runEnd(tokens: readonly Token[], at: number, isHeadline: boolean): number {
  if (!opensName(tokens[at])) return at;
  let end = at + 1;
  while (end - at < LONGEST_NAME && tokens[end]) {
    const step = nextStep(tokens, end);
    if (step === 0 || (isHeadline && isHeadlineWord(lowerAt(tokens, end)))) break;
    end += step;
  }
  return end;
}

/** In a headline every word has a capital: what is a verb or a word of the court is no name. */
const isHeadlineWord = (word: string): boolean => VERBS.has(word) || STARTERS.has(word) || /^(?:.{3,}ed|gets?|jail|guilty|pleads|trial|sentence|charges?|court|case)$/.test(word);

/** The surnames of all runs of at least two words that open with a given name or a title. */
export function surnamesIn(sentences: readonly Sentence[]): Set<string> {
  const use: WordUse = { lower: new Set(), surnames: new Set() };
  const full = sentences.filter((sentence) => !isTitleCased(sentence)).flatMap((sentence) => mentionsOf(sentence, use)).filter(({ kind, words }) => kind === 'person' && words.length > 1);
  return new Set(full.map(({ words }) => (words.at(-1) ?? '').toLowerCase()));
}

function opensName(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.capital && !MONTHS.has(token.lower) && !(WEEKDAYS.has(token.lower) && !MALE.has(token.lower));
}

/** How many tokens the name goes on by: a further word, an initial with its full stop, a particle or nickname before a word. */
function nextStep(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  const previous = tokens[at - 1];
  if (!token || !previous) return 0;
  if (token.lower === '.') return stopLength(tokens, at, previous);
  if (opensName(token)) return isOtherText(token, previous) ? 0 : 1;
  return particleLength(tokens, at) || nicknameLength(tokens, at);
}

function stopLength(tokens: readonly Token[], at: number, previous: Token): number {
  const next = tokens[at + 1];
  if (tokens[at]?.start !== previous.end) return 0;
  if (endsName(previous)) return next?.capital ? 0 : 1;
  return isInitial(previous) && opensName(next) ? 1 : 0;
}

const endsName = ({ lower }: Token): boolean => SUFFIXES.has(lower) || COMPANY_ENDS.has(lower);

/** `van der` before a surname. */
function particleLength(tokens: readonly Token[], at: number): number {
  let end = at;
  while (end < at + 2 && PARTICLES.has(lowerAt(tokens, end))) end += 1;
  return end > at && opensName(tokens[end]) ? end - at + 1 : 0;
}

/** `Jane Roe VIDEO`: capitals right after a name in mixed letters are another text's. */
const isShouted = ({ text }: Readonly<{ text: string }>): boolean => text.length > 2 && text === text.toUpperCase();

function isOtherText(token: Token, previous: Token): boolean {
  return isShouted(token) && !isShouted(previous) && previous.text.length > 1 && !SUFFIXES.has(token.lower);
}

function isInitial({ text, lower }: Token): boolean {
  return text.length === 1 || Object.hasOwn(TITLES, lower) || lower === 'st';
}

/** `"Duke"` between given name and surname. */
function nicknameLength(tokens: readonly Token[], at: number): number {
  if (!/^["“'‘(]$/.test(textAt(tokens, at))) return 0;
  for (let end = at + 1; end <= at + 3; end += 1) {
    if (/^["”'’)]$/.test(textAt(tokens, end))) return opensName(tokens[at + 1]) && opensName(tokens[end + 1]) && end > at + 1 ? end - at + 2 : 0;
  }
  return 0;
}

function mentionOf(sentence: Sentence, [from, to]: readonly [number, number], use: WordUse): Mention | null {
  const span = sentence.tokens.slice(from, to);
  const lead = leadLength(sentence, [from, to], use);
  const named = withoutHonours(span.slice(lead));
  const words = wordsOf(named);
  const last = named.at(-1);
  if (!words.length || !last) return null;
  const start = firstTitle(span, lead);
  const lower = words.map((word) => word.toLowerCase().replace('.', ''));
  const titles = span.slice(0, lead).map((token) => token.lower).filter((word) => word !== '.');
  const isCommon = lower.every((word) => use.lower.has(word) || STARTERS.has(word));
  return {
    sentence: sentence.index, from: from + start, to, words, titles, nickname: nicknameOf(named), noun: lower.every(isPersonNoun),
    kind: isCommon ? 'body' : kindOf(lower, titles, sentence.tokens[from - 1]), start: span[start]?.start ?? last.start, end: last.end,
  };
}

/** `X MP`, `X QC`. */
function withoutHonours(span: readonly Token[]): readonly Token[] {
  const last = lowerAt(span, span.length - 1);
  return span.length > 1 && /^(?:mp|msp|md|phd|qc|kc|sc|obe|cbe|mbe|qpm|esq)$/.test(last) ? span.slice(0, -1) : span;
}

/** How many words before the name belong to something else: `The`, `Former President`. */
function leadLength({ tokens }: Sentence, [from, to]: readonly [number, number], use: WordUse): number {
  const span = tokens.slice(from, to);
  let lead = afterInnerTitle(span);
  while (lead < span.length && isLead(span, lead, { opens: from + lead === 0 || /^["“‘':]$/.test(textAt(tokens, from + lead - 1)), use })) lead += 1;
  return lead;
}

/** `New York Sen. Jane Roe`: what stands before a title is not the name. */
function afterInnerTitle(span: readonly Token[]): number {
  const at = span.findLastIndex((token, index) => index > 0 && index < span.length - 1 && isTitle(token.lower) && !isNamed(token.lower) && !SUFFIXES.has(lowerAt(span, index + 1)));
  return Math.max(at, 0);
}

/** Leading words that are titles belong to the mention; others (`The`, `Police`) do not. */
function firstTitle(span: readonly Token[], lead: number): number {
  let at = lead;
  while (at > 0 && (Object.hasOwn(TITLES, span[at - 1]?.lower ?? '') || span[at - 1]?.lower === '.')) at -= 1;
  return at;
}

type Place = Readonly<{ opens: boolean; use: WordUse }>;

type LeadTest = (span: readonly Token[], at: number, place: Place) => boolean | null;

const isNamed = (word: string): boolean => MALE.has(word) || FEMALE.has(word);

/** Each may decide whether a capitalised word stands before the name; the first that does counts. */
const LEAD_TESTS: readonly LeadTest[] = [
  (span, at) => (lowerAt(span, at) === '.' ? true : null),
  (span, at, { use }) => (at === span.length - 1 && use.surnames.has(lowerAt(span, at)) ? false : null),
  (span, at) => (isShouted({ text: textAt(span, at) }) && span[at + 2] && !isShouted(span[at + 1] as Token) ? true : null),
  (span, at, { opens }) => (Object.hasOwn(TITLES, lowerAt(span, at)) ? span.length > at + 1 || opens : null),
  (span, at) => (isNamed(lowerAt(span, at)) ? false : null),
  (span, at) => (PLACES.has(lowerAt(span, at)) && isNamed(lowerAt(span, at + 1)) ? true : null),
  (span, at, { use }) => (isPersonNoun(lowerAt(span, at)) ? span.length > at + 2 || use.lower.has(lowerAt(span, at)) : null),
  (span, at, { opens }) => (opens && /^.{4,}(?:ed|ing)$/.test(lowerAt(span, at)) && (span[at + 2] || isNamed(lowerAt(span, at + 1))) ? true : null),
  (span, at, { opens }) => (STARTERS.has(lowerAt(span, at)) ? opens || textAt(span, at).length < 3 || !span[at + 1] : null),
  (span, at, { opens, use }) => opens && use.lower.has(lowerAt(span, at)),
];

function isLead(span: readonly Token[], at: number, place: Place): boolean {
  for (const test of LEAD_TESTS) {
    const answer = test(span, at, place);
    if (answer !== null) return answer;
  }
  return false;
}

/** `Tory MP`, `American`: a description, which the reader of clauses makes out of its words. */
const isPersonNoun = (word: string): boolean => PEOPLES.has(word) || PERSONS.has(word);

function wordsOf(tokens: readonly Token[]): string[] {
  const words: string[] = [];
  let inNickname = false;
  for (const token of tokens) {
    if (/^["“”'‘’()]$/.test(token.text)) inNickname = !inNickname;
    else if (token.lower === '.' && words.length) words[words.length - 1] += '.';
    else if (token.lower !== '.' && !inNickname) words.push(token.text);
  }
  return words;
}

function nicknameOf(tokens: readonly Token[]): string | null {
  const open = tokens.findIndex((token) => /^["“'‘(]$/.test(token.text));
  return open < 0 ? null : (tokens[open + 1]?.text ?? null);
}

function kindOf(words: readonly string[], titles: readonly string[], before: Token | undefined): NameKind {
  if (isCompany(words)) return 'company';
  const isGiven = opensWithGivenName(words);
  if (isBody(words, isGiven)) return 'body';
  if (!isGiven && words.every(isPlaceWord)) return 'place';
  return isGiven || titles.some(isTitle) ? 'person' : kindAfter(before);
}

const isBody = (words: readonly string[], isGiven: boolean): boolean => words.some(isBodyWord) && !(isGiven && isSurnameOnly(words));

const isCompany = (words: readonly string[]): boolean => words.length > 1 && COMPANY_ENDS.has(words.at(-1) ?? '');

const isTitle = (word: string): boolean => Object.hasOwn(TITLES, word);

const kindAfter = (before: Token | undefined): NameKind => (before?.lower === 'the' ? 'body' : 'unclear');

const opensWithGivenName = ([first = '', second]: readonly string[]): boolean => second !== undefined && isNamed(first);

const isPlaceWord = (word: string): boolean => PLACES.has(word) || PEOPLES.has(word);

function isBodyWord(word: string): boolean {
  return BODIES.has(word) || Object.hasOwn(NUMBER_WORDS, word) || /^(?:hundred|thousand|million|naira)$/.test(word);
}

/** `David Hall`: the one word for a building is the surname. */
function isSurnameOnly(words: readonly string[]): boolean {
  return SURNAME_LIKE.has(words.at(-1) ?? '') && words.filter((word) => BODIES.has(word)).length === 1;
}
