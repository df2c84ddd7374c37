import type { Assertion } from '@docketwire/case';

/** What is read: an article as its publisher sent it. */
export type Article = Readonly<{
  title: string | null;
  /** Plain text or HTML, as received. */
  text: string;
  /** The publication date as printed, `YYYY-MM-DD`: relative dates count from it. */
  published: string;
  /** BCP 47 tag, where the publisher gives one. */
  language: string | null;
}>;

/** A person or company that the article speaks of as a defendant. */
export type Defendant = Readonly<{
  /** Key within this extraction; `Assertion.defendant` refers to it. */
  key: string;
  /** The fullest name printed, without titles. */
  name: string;
  aliases: readonly string[];
  /** False for a description (`a 17-year-old boy`): kept, and never made a case. */
  named: boolean;
}>;

/** Something that looked like a step and was not asserted (planned, denied, hypothetical, of a civil suit), with why. */
export type Doubt = Readonly<{ reason: string; quote: Assertion['quote']; rule: string }>;

/** The outcome of reading; reading never fails. `quote.text === text.slice(start, end)` for every quote. */
export type Extraction = Readonly<{
  /** The plain text that the offsets count in, derived from what was received. */
  text: string;
  /** The language read, or the reason why nothing was (`not_read`). */
  language: string;
  defendants: readonly Defendant[];
  assertions: readonly Assertion[];
  doubts: readonly Doubt[];
}>;
