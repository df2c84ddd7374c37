export type TokenKind = 'word' | 'number' | 'punct';

/** A word, number or mark of the text; offsets count UTF-16 units. */
export type Token = Readonly<{
  text: string;
  lower: string;
  start: number;
  end: number;
  kind: TokenKind;
  /** Begins with a capital letter. */
  capital: boolean;
  /** Stands within direct speech. */
  quoted: boolean;
}>;

/** Each alternative reads on without looking back, and none can match where another could, so the scan is linear. */
const TOKEN = /(?:\p{L}\.){2,8}|\d+(?:-[\p{L}\d]+){1,4}|\p{Sc}?\d[\d,.]{0,20}(?:\p{L}{1,8})?|[\p{L}\p{M}]+(?:[-‑'’][\p{L}\p{M}\d]+)*|[^\s]/gu;
/** `JonesMORE`, `andRead`: a link's words, glued to the story's. */
const GLUED = /(?<=\p{Ll})\p{Lu}{3,}$|(?<=^\p{Ll}{3,40})\p{Lu}\p{Ll}.{0,40}$|(?<=^\p{Lu}\p{Ll}{3,40})(?:Read|See|Watch|More|Also|Related|Share|Photo|Video|Image|The|Two|Man|Woman|Police)$/u;
const POSSESSIVE = /['’][sS]$/;
/** `al-Harbi` is a name too. */
const CAPITAL = /^(?:(?:al|el|ul|ad|as|ash|bin|ibn|abu)-|[dl]['’])?\p{Lu}/u;
const WORD = /^[\p{L}]/u;
const NUMBER = /^\p{Sc}?\d/u;
/** No word is longer; what follows is read as the next word. */
const LONGEST_WORD = 120;

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const speech = speechTracker(text);
  for (const match of text.matchAll(TOKEN)) {
    const whole = match[0].length > LONGEST_WORD ? match[0].slice(0, LONGEST_WORD) : match[0];
    const raw = whole.replace(GLUED, '');
    push(tokens, { raw, start: match.index, quoted: speech(match.index, raw) });
    if (raw !== whole && !/^\p{Lu}+$/u.test(whole.slice(raw.length))) push(tokens, { raw: whole.slice(raw.length), start: match.index + raw.length, quoted: false });
  }
  return tokens;
}

type Found = Readonly<{ raw: string; start: number; quoted: boolean }>;

function push(tokens: Token[], { raw, start, quoted }: Found): void {
  const trimmed = NUMBER.test(raw) ? raw.replace(/[,.]$/, '') : raw;
  const tail = POSSESSIVE.test(trimmed) ? 2 : 0;
  tokens.push(tokenOf(trimmed.slice(0, trimmed.length - tail), start, quoted));
  if (tail) tokens.push({ ...tokenOf(trimmed.slice(-2), start + trimmed.length - 2, quoted), lower: "'s", kind: 'punct' });
  if (trimmed !== raw) tokens.push(tokenOf(raw.slice(-1), start + raw.length - 1, quoted));
}

function tokenOf(text: string, start: number, quoted: boolean): Token {
  const lower = plainMarks(text.toLowerCase());
  return { text, lower, start, end: start + text.length, kind: kindOf(text), capital: CAPITAL.test(text), quoted };
}

const plainMarks = (word: string): string => (/[’‑]/.test(word) ? word.replaceAll('’', "'").replaceAll('‑', '-') : word);

function kindOf(text: string): TokenKind {
  if (NUMBER.test(text)) return 'number';
  return WORD.test(text) ? 'word' : 'punct';
}

/** Tells, mark by mark, whether the text is inside direct speech; a blank line ends speech that nobody closed. */
function speechTracker(text: string): (at: number, raw: string) => boolean {
  let open: string | null = null;
  let last = 0;
  return (at, raw) => {
    if (open && text.slice(last, at).includes('\n')) open = null;
    last = at;
    const before = open;
    open = nextSpeech(open, { text, at, raw });
    return before !== null && open !== null;
  };
}

type Mark = Readonly<{ text: string; at: number; raw: string }>;

function nextSpeech(open: string | null, mark: Mark): string | null {
  const { raw } = mark;
  if (raw === '“') return '”';
  if (open === null) return openedBy(mark);
  if (open === "'") return (raw === "'" || raw === '’') && endsSpeech(mark) ? null : open;
  return raw === open ? null : open;
}

function openedBy(mark: Mark): string | null {
  if (mark.raw === '"') return '"';
  return /^['‘]$/.test(mark.raw) && startsSpeech(mark) ? "'" : null;
}

/** A single quotation mark opens speech only after a space: elsewhere it is an apostrophe. */
function startsSpeech({ text, at }: Mark): boolean {
  return (at === 0 || /[\s(]/.test(text.charAt(at - 1))) && /[\p{L}]/u.test(text.charAt(at + 1));
}

function endsSpeech({ text, at }: Mark): boolean {
  return /[,.!?)\p{L}]/u.test(text.charAt(at - 1)) && !/[\p{L}]/u.test(text.charAt(at + 1));
}

/** The word at a place, '' beyond the ends. */
export const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';

export const textAt = (tokens: readonly Token[], at: number): string => tokens[at]?.text ?? '';
