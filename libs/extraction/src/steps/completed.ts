import { listFrom } from '../clause/lists.js';
import { NONE } from '../clause/reference.js';
import type { Reference } from '../clause/reference.js';
import { kindAt, wordAt } from '../clause/units.js';
import type { Unit } from '../clause/units.js';
import type { Rule } from '../rules/index.js';
import type { Spot } from './finding.js';

/** What the rest of the sentence adds to whom a step is said of: a subject after the participle, a list after a colon, `as did X`. */
export function completed(reference: Reference, spot: Spot, { who }: Rule): Reference {
  const { clause: { units }, first, last, group } = spot;
  const opens = (who === 'patient' || who === 'subject') && !group.passive && Math.min(first, group.start) < 3;
  if (reference.kind === 'none' && opens) return afterComma(units, last);
  if (reference.kind !== 'persons') return reference;
  const named = namedLater(reference.units, units, last);
  return { kind: 'persons', units: [...(named.length ? named : reference.units), ...whoDidToo(units, last)] };
}

/** `the other four were acquitted, including X`; `three were charged: X, Y and Z`. */
function namedLater([only, second]: readonly Unit[], units: readonly Unit[], last: number): readonly Unit[] {
  if (second || !only?.description || only.persons.length || only.description.count === 1) return [];
  if (only.description.other) return afterIncluding(units, last);
  const listed = afterColon(units, last);
  return listed.length > 1 ? listed : [];
}

/** `as did X`. */
function whoDidToo(units: readonly Unit[], last: number): readonly Unit[] {
  const did = units.findIndex((unit, index) => index > last && unit.lower === 'did' && /^(?:as|so)$/.test(wordAt(units, index - 1)));
  return did > 0 && kindAt(units, did + 1) === 'person' ? listFrom(units, did + 1) : [];
}

function afterComma(units: readonly Unit[], last: number): Reference {
  const comma = units.findIndex((unit, index) => index > last && unit.lower === ',');
  const at = comma < 0 ? -1 : [comma + 1, comma + 2].find((index) => kindAt(units, index) === 'person') ?? -1;
  return at < 0 ? NONE : { kind: 'persons', units: listFrom(units, at) };
}

function afterIncluding(units: readonly Unit[], last: number): readonly Unit[] {
  const at = units.findIndex((unit, index) => index > last && unit.lower === 'including');
  const first = at < 0 ? -1 : units.findIndex((unit, index) => index > at && index < at + 8 && unit.persons.length > 0);
  return first < 0 ? [] : listFrom(units, first);
}

function afterColon(units: readonly Unit[], last: number): readonly Unit[] {
  const colon = units.findIndex((unit, index) => index > last && unit.lower === ':');
  return colon < 0 ? [] : units.slice(colon + 1).filter((unit) => unit.persons.length > 0);
}
