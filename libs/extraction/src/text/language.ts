import type { Token } from './tokens.js';

/** Words that carry grammar, hence stand in every text of their language and in few others. */
const ENGLISH = new Set('the of and to in was is for with that on has by at from were been his her he she they be had not an after who'.split(' '));
const OTHERS: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set('le la les des est une dans pour qui que sur avec pas sont été par au aux du et ses son leur'.split(' ')),
  es: new Set('el los las del una por con para que es fue como más su sus pero han sido y en se lo'.split(' ')),
  de: new Set('der die das und ist von mit den dem ein eine für nicht wurde auch sich werden im zu auf hat'.split(' ')),
  it: new Set('il di che è per una con non sono del della nel stato alla dei gli lo si ha anche'.split(' ')),
  pt: new Set('o os as que do da em um uma para com não foi por mais no na dos das ao seu'.split(' ')),
  nl: new Set('de het een van en is dat op te voor met zijn niet aan er om ook als bij'.split(' ')),
};
/** Fewer words than this tell no language; such a text is read as what its publisher says it is. */
const ENOUGH_WORDS = 8;
const SAMPLE = 600;
/** English news has about four such words in ten; a list of names still has one in twenty. */
const ENGLISH_SHARE = 0.12;
/** A few short words are common to several languages. */
const LEAST_SHARE = 0.05;

/** `en`, or another language's tag, or `und` where the words are of none that we know. */
export function languageOf(tokens: readonly Token[], told: string | null): string {
  const words = tokens.filter((token) => token.kind === 'word').slice(0, SAMPLE).map((token) => token.lower);
  const publisher = told === null ? null : (told.toLowerCase().split('-')[0] ?? null);
  return words.length < ENOUGH_WORDS ? (publisher ?? 'en') : languageOfWords(words, publisher);
}

function languageOfWords(words: readonly string[], publisher: string | null): string {
  const english = share(words, ENGLISH);
  const other = Object.entries(OTHERS).map(([tag, known]) => ({ tag, share: share(words, known) })).toSorted((a, b) => b.share - a.share).find((each) => each.share > english && each.share > LEAST_SHARE);
  if (other) return other.tag;
  if (english >= ENGLISH_SHARE) return 'en';
  if (publisher !== null && publisher !== 'en') return publisher;
  return english > 0 ? 'en' : 'und';
}

function share(words: readonly string[], known: ReadonlySet<string>): number {
  return words.filter((word) => known.has(word)).length / words.length;
}
