import type { PartialDate } from '@docketwire/kernel';
import type { Appealed, Appellant, Basis, ChargeEvent, EndedBy, NewsKind, Realis, Refile } from './vocabulary.js';

/**
 * The words that support an assertion: `quote === text.slice(start, end)` of the article's stored plain text, counted
 * in UTF-16 units. No quote, no status.
 */
export type Quote = Readonly<{ text: string; start: number; end: number }>;

/** What one revision of one article says happened to one defendant. */
export type Assertion = Readonly<{
  /** The defendant's id within the case (from the extraction room: a key within the article). */
  defendant: string;
  /** The offence's code in lower_snake (`involuntary_manslaughter`); null where the words name none. */
  offence: string | null;
  event: ChargeEvent;
  /**
   * Only what makes it another step: the plea of a plea_entered, the state of a custody_changed, `part` of an
   * appeal_allowed, what a dismissal leaves (`n:2`: two of the counts; `c:1,3`: counts one and three; `some`); else ''.
   */
  value: string;
  /** When it happened; null where nothing is said. */
  when: PartialDate | null;
  realis: Realis;
  counts: number | null;
  refile: Refile | null;
  endedBy: EndedBy | null;
  /** The raw legal term (`nolle prosequi`), where one is used. */
  mechanism: string | null;
  /** What a conviction rests on, where the words say so. */
  basis?: Basis | null;
  /** Convicted of, or pleaded guilty to, this lesser offence. */
  lesser?: string | null;
  /** Of an appeal: who brings it, and against what. */
  by?: Appellant | null;
  against?: Appealed | null;
  /** True where somebody says it who does not decide it (counsel, a relative, an unnamed source): evidence that moves no status. */
  party: boolean;
  quote: Quote;
  /** The rule that found it, with its version; `editor` or `publisher` where nobody read a text. An editor's word is proof. */
  rule: string;
  /** 0 to 1. */
  confidence: number;
}>;

/** A defendant as one article names them. */
export type NamedDefendant = Readonly<{ id: string; name: string; aliases: readonly string[] }>;

/**
 * ALL that one revision of one article says about one case; an empty list of assertions where the article no longer
 * speaks (held, retracted, moved to another case).
 */
export type AssertionSet = Readonly<{
  /** `source/articleId`. */
  article: string;
  /** The article's own counter, raised by every decision of the extractor to publish: the greater wins. */
  assignment: number;
  /** Over the whole record; decides between equal assignments, which only a restored extractor could make. */
  contentHash: string;
  /** The kind of news that this set is the effect of. */
  kind: NewsKind;
  revision: number | null;
  source: string;
  /** Who is behind the words: the credited agency, else the source. Corroboration counts originators. */
  originator: string;
  url: string | null;
  title: string | null;
  /** Where the case is heard (`US-NM`, `GB-EAW`, `CA`, `AU-NSW`, `IN`, `IE`), as far as the article tells. */
  jurisdiction?: string | null;
  /** The article's own date, `YYYY-MM-DD`, as printed by its publisher. */
  reported: string;
  defendants: readonly NamedDefendant[];
  assertions: readonly Assertion[];
}>;
