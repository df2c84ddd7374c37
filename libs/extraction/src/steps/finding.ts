import type { Reference } from '../clause/reference.js';
import type { Scope } from '../clause/scope.js';
import type { Clause } from '../clause/units.js';
import type { VerbGroup } from '../clause/verb-group.js';
import type { Rule } from '../rules/index.js';

/** Where in a clause the words of a step stand. */
export type Spot = Readonly<{
  clause: Clause;
  /** Units of the words that matched; `last` belongs to them. */
  first: number;
  last: number;
  group: VerbGroup;
}>;

/** Words that report a step, of whom, and whether they assert it. */
export type Finding = Spot &
  Readonly<{
    rule: Rule;
    reference: Reference;
    scope: Scope;
    /** `So was Y`, the sentence after, which says the same of somebody else. */
    echo: Clause | null;
  }>;
