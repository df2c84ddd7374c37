import { rankOf } from '../rules/index.js';
import type { Rule } from '../rules/index.js';
import type { Finding } from './finding.js';

/** Of two rules that read the same word for the same event, the one that reads more. */
export function withoutOverlaps(findings: readonly Finding[]): Finding[] {
  return findings.filter((one) => !findings.some((other) => other !== one && covers(other, one)));
}

function covers(other: Finding, one: Finding): boolean {
  const overlaps = other.first <= one.last && one.first <= other.last;
  if (!overlaps || (other.rule.event !== one.rule.event && !excludes(other.rule, one.rule))) return false;
  const [first, second] = [STRONGER.has(other.rule.event), STRONGER.has(one.rule.event)];
  if (first !== second) return first;
  const [wide, narrow] = [other.last - other.first, one.last - one.first];
  return wide > narrow || (wide === narrow && rankOf(other.rule) < rankOf(one.rule));
}

/** Words that hold another step's words inside: `denied a motion to dismiss the charges`. */
const STRONGER: ReadonlySet<string> = new Set(['motion_denied', 'not_responsible', 'plea_withdrawn', 'charge_amended', 'dismissal_reversed']);

/** Some words look like two steps and are one. */
const ONE_OF: readonly ReadonlySet<string>[] = [
  new Set(['dismissed', 'charge_amended', 'motion_denied', 'appeal_dismissed', 'dismissal_reversed', 'refiled', 'declined', 'plea_withdrawn', 'appeal_withdrawn', 'superseded']),
  new Set(['acquitted', 'convicted', 'not_responsible', 'vacated', 'conviction_reinstated']),
  new Set(['charged', 'indicted', 'declined', 'charge_amended', 'refiled']),
  new Set(['plea_withdrawn', 'plea_entered']),
  new Set(['sentenced', 'vacated', 'appeal_dismissed', 'custody_changed', 'pardoned']),
];

function excludes(a: Rule, b: Rule): boolean {
  return ONE_OF.some((events) => events.has(a.event) && events.has(b.event));
}
