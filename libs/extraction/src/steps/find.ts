import { scopeOf } from '../clause/scope.js';
import { unitAt, wordAt } from '../clause/units.js';
import type { Clause } from '../clause/units.js';
import { verbGroupAt } from '../clause/verb-group.js';
import { offencesIn } from '../offences/lexicon.js';
import { rulesFor } from '../rules/index.js';
import type { Rule } from '../rules/index.js';
import { completed } from './completed.js';
import type { Finding } from './finding.js';
import { withoutOverlaps } from './overlaps.js';
import { referenceOf } from './whom.js';

/** No sentence reports more; beyond this it is a trap. */
const MOST_FINDINGS = 24;

/** Every step that a clause reports, with the rule that found it. */
export function findingsIn(clause: Clause): Finding[] {
  const found = rulesFor(clause.norm).flatMap((rule) => [...clause.norm.matchAll(rule.pattern)].map((match) => findingOf(clause, rule, match)));
  return withoutOverlaps(found.filter(hasWhatItNeeds)).slice(0, MOST_FINDINGS);
}

/** `denies murder`, `admitted two counts of theft`, and not `admitted to police that`. */
function hasWhatItNeeds({ rule, clause, last }: Finding): boolean {
  if (!rule.needs) return true;
  const after = clause.norm.slice((clause.starts[last] ?? 0)).replace(/^\S+ (?:(?:the|all|both|a|an|any|one|two|three|four|five|six|seven|eight|nine|ten|\d+|single|further|other|of|to|having|committing|being involved in|his part in) ){0,4}/, '');
  if (/\b(?:police|officers|detectives|investigators|interview)\b/.test(clause.norm)) return false;
  return /^(?:\S+ )?(?:charges?|counts?|offences?)\b/.test(after) || offencesIn(after).some(({ start }) => start === 0);
}

function findingOf(clause: Clause, rule: Rule, match: RegExpExecArray): Finding {
  const first = unitAt(clause, match.index);
  const last = unitAt(clause, match.index + match[0].length - 1);
  const group = verbGroupAt(clause.units, verbIn(clause, first, last));
  const spot = { clause, first, last, group };
  return { rule, ...spot, reference: completed(referenceOf(rule, spot), spot, rule), scope: scopeOf(spot, rule.event), echo: null };
}

/** The verb of a nominal pattern (`charges ... were dropped`) is its last word; else its first. */
function verbIn({ units }: Clause, first: number, last: number): number {
  const isPassive = units.slice(first + 1, last + 1).some((unit) => /^(?:was|were|been|is|are|being|be)$/.test(unit.lower));
  return isPassive && !/^(?:found|finds|ruled|declared|had|has|have)$/.test(wordAt(units, first)) ? last : first;
}
