import { FEMALE, MALE, PARTICLES, SUFFIXES } from '../lexicon/names.js';
import { BODIES, PEOPLES, PLACES, TITLES } from '../lexicon/places.js';
import { MONTHS, NUMBER_WORDS, STARTERS, WEEKDAYS } from '../lexicon/words.js';
import { PERSONS } from '../lexicon/people.js';
import type { Sentence } from '../text/sentences.js';
import { lowerAt, textAt } from '../text/tokens.js';
import type { Token } from '../text/tokens.js';

export type NameKind = 'person' | 'body' | 'place' | 'unclear';

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
}>;

/** Surnames that are also words for places and bodies: after a given name they are surnames. */
const SURNAME_LIKE = new Set(['north', 'south', 'east', 'west', 'hall', 'day', 'lake', 'marshall', 'park', 'lane', 'church', 'castle', 'fort', 'eve', 'beach', 'bridge', 'temple', 'street', 'fox', 'banks', 'camp', 'store', 'mirror', 'rivers', 'guy', 'lodge', 'hills', 'power', 'justice', 'town', 'city', 'royal']);
const LONGEST_NAME = 7;

export function mentionsOf(sentence: Sentence, use: WordUse): Mention[] {
  const mentions: Mention[] = [];
  const isHeadline = isTitleCased(sentence);
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const end = runEnd(sentence.tokens, at);
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
function runEnd(tokens: readonly Token[], at: number): number {
  if (!opensName(tokens[at])) return at;
  let end = at + 1;
  while (end - at < LONGEST_NAME && tokens[end]) {
    const step = nextStep(tokens, end);
    if (step === 0) break;
    end += step;
  }
  return end;
}

function opensName(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.capital && !MONTHS.has(token.lower) && !(WEEKDAYS.has(token.lower) && !MALE.has(token.lower));
}

/** How many tokens the name goes on by: a further word, an initial with its full stop, a particle or nickname before a word. */
function nextStep(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  const previous = tokens[at - 1];
  if (!token || !previous) return 0;
  if (token.lower === '.' && SUFFIXES.has(previous.lower)) return token.start === previous.end && !tokens[at + 1]?.capital ? 1 : 0;
  if (token.lower === '.') return isInitialStop(previous, token) && opensName(tokens[at + 1]) ? 1 : 0;
  if (opensName(token)) return isShouted(token) && !isShouted(previous) && previous.text.length > 1 && !SUFFIXES.has(token.lower) ? 0 : 1;
  if (PARTICLES.has(token.lower)) return opensName(tokens[at + 1]) ? 2 : PARTICLES.has(lowerAt(tokens, at + 1)) && opensName(tokens[at + 2]) ? 3 : nicknameLength(tokens, at);
  return nicknameLength(tokens, at);
}

/** `Jane Roe VIDEO`: capitals right after a name in mixed letters are another text's. */
const isShouted = ({ text }: Readonly<{ text: string }>): boolean => text.length > 2 && text === text.toUpperCase();

function isInitialStop(previous: Token, stop: Token): boolean {
  if (stop.start !== previous.end) return false;
  return previous.text.length === 1 || Object.hasOwn(TITLES, previous.lower) || SUFFIXES.has(previous.lower) || previous.lower === 'st';
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
  let lead = 0;
  lead = afterInnerTitle(span);
  while (lead < span.length && isLead(span, lead, { opens: from + lead === 0 || /^["“‘':]$/.test(textAt(sentence.tokens, from + lead - 1)), use })) lead += 1;
  const named = span.slice(lead);
  const words = wordsOf(named);
  const [first] = span;
  const last = named.at(-1);
  if (!words.length || !first || !last) return null;
  const titles = span.slice(0, lead).map((token) => token.lower).filter((word) => word !== '.');
  const start = firstTitle(span, lead);
  const begin = span[Math.max(0, start)] ?? first;
  const kind = words.every((word) => use.lower.has(word.toLowerCase()) || STARTERS.has(word.toLowerCase())) ? 'body' : kindOf(words.map((word) => word.toLowerCase().replace('.', '')), titles, sentence.tokens[from - 1]);
  return { sentence: sentence.index, from: from + Math.max(0, start), to, words, titles, nickname: nicknameOf(named), kind, noun: words.every((word) => isPersonNoun(word.toLowerCase())), start: begin.start, end: last.end };
}

/** `New York Sen. Jane Roe`: what stands before a title is not the name. */
function afterInnerTitle(span: readonly Token[]): number {
  const at = span.findLastIndex((token, index) => index > 0 && index < span.length - 1 && Object.hasOwn(TITLES, token.lower) && !MALE.has(token.lower));
  return Math.max(at, 0);
}

/** Leading words that are titles belong to the mention; others (`The`, `Police`) do not. */
function firstTitle(span: readonly Token[], lead: number): number {
  let at = lead;
  while (at > 0 && (Object.hasOwn(TITLES, span[at - 1]?.lower ?? '') || span[at - 1]?.lower === '.')) at -= 1;
  return at;
}

type Place = Readonly<{ opens: boolean; use: WordUse }>;

function isLead(span: readonly Token[], at: number, { opens, use }: Place): boolean {
  const { lower = '', text = '' } = span[at] ?? {};
  if (lower === '.') return true;
  if (isShouted({ text }) && span[at + 2] && !isShouted(span[at + 1] as Token)) return true;
  if (Object.hasOwn(TITLES, lower)) return span.length > at + 1 || opens;
  const isGiven = MALE.has(lower) || FEMALE.has(lower);
  if (isGiven) return false;
  if (PLACES.has(lower) && isGivenName(span[at + 1]?.lower)) return true;
  if (PEOPLES.has(lower) || PERSONS.has(lower)) return span.length > at + 1 || use.lower.has(lower);
  if (opens && /(?:ed|ing)$/.test(lower) && lower.length > 5 && span[at + 1]) return true;
  if (STARTERS.has(lower)) return opens || text.length < 3 || !span[at + 1];
  return opens && use.lower.has(lower) && !use.lower.has(`${lower}!`);
}

/** `Tory MP`, `American`: a description, which the reader of clauses makes out of its words. */
const isPersonNoun = (word: string): boolean => PEOPLES.has(word) || PERSONS.has(word);

const isGivenName = (word: string | undefined): boolean => word !== undefined && (MALE.has(word) || FEMALE.has(word));

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
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  const isGiven = MALE.has(first) || FEMALE.has(first);
  const hasBody = words.some((word) => BODIES.has(word) || Object.hasOwn(NUMBER_WORDS, word) || /^(?:hundred|thousand|million|naira)$/.test(word));
  if (hasBody && !(isGiven && words.length > 1 && SURNAME_LIKE.has(last) && words.filter((word) => BODIES.has(word)).length === 1)) return 'body';
  if (words.every((word) => PLACES.has(word) || PEOPLES.has(word)) && !(isGiven && words.length > 1)) return 'place';
  if (titles.some((title) => Object.hasOwn(TITLES, title)) || (isGiven && words.length > 1)) return 'person';
  if (before?.lower === 'the') return 'body';
  return 'unclear';
}
