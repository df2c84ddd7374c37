import type { Day } from '@docketwire/kernel';
import { isExact } from './fact.js';
import type { DatedFact } from './fact.js';
import { TRANSITIONS } from './lifecycle.js';
import { corroborated, isFresh, occurrenceOf } from './occurrence.js';
import type { Occurrence } from './occurrence.js';
import { by, groupsOf } from './order.js';
import { isPartial, saysLess } from './partial.js';
import { PROOF, weightOf } from './voices.js';
import type { ChargeEvent } from './vocabulary.js';

/** Dates this near are one happening told twice: a hearing on Friday, filed on Monday, reported on Wednesday. */
export const SAME_STEP_DAYS = 7;
/** An announcement comes true within two months, or it is another matter. */
export const ANNOUNCED_DAYS = 60;

/** The facts of one day, and how well it is proved. */
type ToldDay = Readonly<{ day: Day; facts: readonly DatedFact[]; weight: number; announced: boolean; fresh: boolean }>;
/** One happening so far: the facts that agree on it, and those that give it another date. */
type Cluster = Readonly<{ members: DatedFact[]; variants: DatedFact[] }>;
/** A cluster with the day that names it. */
type DayCluster = Cluster & Readonly<{ told: ToldDay }>;
/** Whether another event lies between the days, so that the second is new. */
type Cut = (a: Day, b: Day) => boolean;

/**
 * What facts of one charge, event and value tell of, each happening once. `all` are the facts of that charge: what they
 * put between two dates decides whether the dates can be one happening.
 */
export function occurrencesOf(facts: readonly DatedFact[], all: readonly DatedFact[]): Occurrence[] {
  const [some, ...others] = facts;
  if (!some) return [];
  if (others.length === 0) return [occurrenceOf([some], [])];
  const cut = cutBy(some, all);
  const clusters: DayCluster[] = [];
  for (const told of toldDays(facts)) joinDay(clusters, told, { event: some.event, cut });
  const known = withoutMisdated(clusters.toSorted(by(({ told }) => told.day)), { event: some.event, cut });
  const loose = joinVague(known, facts.filter((fact) => !isExact(fact)), cut);
  return [...known, ...loose].flatMap(({ members: [head, ...rest], variants }) => (head ? [occurrenceOf([head, ...rest], variants)] : []));
}

/** All occurrences of one charge. */
export function allOccurrencesOf(facts: readonly DatedFact[]): readonly Occurrence[] {
  const kinds = groupsOf(facts, kindOf);
  return withoutVaguerParts([...kinds.keys()].toSorted().flatMap((kind) => occurrencesOf(kinds.get(kind) ?? [], facts)));
}

/** "Counts 1 and 3 were dropped" and "two counts were dropped", told of the same days, are one dismissal. */
function withoutVaguerParts(all: readonly Occurrence[]): readonly Occurrence[] {
  const parts = all.filter(isPartial);
  if (parts.length < 2) return all;
  const joined = new Map(all.map((step) => [step, step]));
  for (const less of parts) {
    const more = parts.find((step) => joined.has(step) && saysLess(less, step) && less.lo <= step.hi + SAME_STEP_DAYS && step.lo <= less.hi + SAME_STEP_DAYS);
    if (more) joined.set(more, corroborated(joined.get(more) ?? more, less)).delete(less);
  }
  return [...joined.values()];
}

const kindOf = ({ event, value }: DatedFact): string => `${event}|${value}`;

function cutBy(some: DatedFact, all: readonly DatedFact[]): Cut {
  const cutters = all.filter((fact) => TRANSITIONS[some.event].againAfter.includes(fact.event) && kindOf(fact) !== kindOf(some)).toSorted(by(({ lo }) => lo));
  /* The earliest end among those that begin here or later: one look tells whether any lies wholly between two days. */
  const ends = cutters.map(({ hi }) => hi);
  for (let at = ends.length - 2; at >= 0; at -= 1) ends[at] = Math.min(ends[at] ?? Infinity, ends[at + 1] ?? Infinity);
  return (a, b) => (ends[firstAfter(cutters, Math.min(a, b))] ?? Infinity) <= Math.max(a, b);
}

/** Where those that begin after the day begin. */
function firstAfter(inOrder: readonly DatedFact[], day: Day): number {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inOrder[middle]?.lo ?? Infinity) > day) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What occurred before what was announced, then the best proved, then the earliest: the first of a cluster names its day. */
function toldDays(facts: readonly DatedFact[]): ToldDay[] {
  return [...groupsOf(facts.filter(isExact), ({ lo }) => String(lo)).values()]
    .map((told): ToldDay => ({
      day: told[0]?.lo ?? 0,
      facts: told,
      weight: weightOf(told.flatMap(({ voices }) => voices)),
      announced: told.every(({ realis }) => realis === 'announced'),
      fresh: told.some(isFresh),
    }))
    .toSorted(by(({ announced }) => announced, ({ weight }) => -weight, ({ day }) => day));
}

type Kind = Readonly<{ event: ChargeEvent; cut: Cut }>;

function joinDay(clusters: DayCluster[], told: ToldDay, { event, cut }: Kind): void {
  const [near] = clusters
    .filter((cluster) => isSameStep(event, cluster.told, told) && !cut(cluster.told.day, told.day))
    .toSorted(by((cluster) => Math.abs(cluster.told.day - told.day), (cluster) => cluster.told.day));
  if (!near) clusters.push({ told, members: [...told.facts], variants: [] });
  else if (isAnnouncementOf(told, near.told)) near.members.push(...told.facts);
  else near.variants.push(...told.facts);
}

function isSameStep(event: ChargeEvent, known: ToldDay, told: ToldDay): boolean {
  if (Math.abs(known.day - told.day) <= SAME_STEP_DAYS) return true;
  if (isAnnouncementOf(told, known) && known.day - told.day <= ANNOUNCED_DAYS) return true;
  return isOnceOnly(event) && told.weight < PROOF && !told.fresh && known.weight >= PROOF;
}

/**
 * A happening that one originator tells late, where another is proved: that one, misdated. After all others, since the
 * proof may be that one agency told the announcement and another the act.
 */
function withoutMisdated(clusters: readonly DayCluster[], { event, cut }: Kind): readonly DayCluster[] {
  if (clusters.length < 2 || !isOnceOnly(event)) return clusters;
  const doubtful = new Set(clusters.filter((cluster) => weightIn(cluster) < PROOF && factsOf(cluster).every((fact) => !isFresh(fact))));
  const proved = clusters.filter((cluster) => weightIn(cluster) >= PROOF);
  for (const cluster of doubtful) {
    const [near] = proved.filter(({ told }) => !cut(told.day, cluster.told.day)).toSorted(by(({ told }) => Math.abs(told.day - cluster.told.day), ({ told }) => told.day));
    if (near) near.variants.push(...factsOf(cluster));
    else doubtful.delete(cluster);
  }
  return clusters.filter((cluster) => !doubtful.has(cluster));
}

const factsOf = ({ members, variants }: Cluster): readonly DatedFact[] => [...members, ...variants];
const weightIn = (cluster: Cluster): number => weightOf(factsOf(cluster).flatMap(({ voices }) => voices));

const isAnnouncementOf = (told: ToldDay, known: ToldDay): boolean => told.announced && !known.announced && told.day <= known.day;

/** Something must lie between two of its kind: so a lone late report of another date is more likely mistaken. */
const isOnceOnly = (event: ChargeEvent): boolean => TRANSITIONS[event].againAfter.length > 0;

/** Vague facts join the earliest happening in their range; those that are left, the narrowest first, are happenings of their own. */
function joinVague(clusters: readonly DayCluster[], vague: readonly DatedFact[], cut: Cut): Cluster[] {
  const loose: Cluster[] = [];
  for (const fact of vague.toSorted(by(({ lo, hi }) => hi - lo, ({ lo }) => lo, ({ id }) => id))) {
    const fitting = clusters.find(({ members }) => members.some((member) => isExact(member) && isWithin(member, fact))) ?? loose.find(({ members: [head] }) => head && isWithin(head, fact));
    const better = fitting ? undefined : betterTold(clusters, fact, cut);
    if (fitting) fitting.members.push(fact);
    else if (better) better.variants.push(fact);
    else loose.push({ members: [fact], variants: [] });
  }
  return loose;
}

const isWithin = (inner: DatedFact, outer: DatedFact): boolean => outer.lo <= inner.lo && inner.hi <= outer.hi;

/** A lone vague date beside a proved one is the same happening, misdated. */
function betterTold(clusters: readonly DayCluster[], fact: DatedFact, cut: Cut): Cluster | undefined {
  if (!isOnceOnly(fact.event) || weightOf(fact.voices) >= PROOF) return undefined;
  return clusters.find((cluster) => weightIn(cluster) >= PROOF && !cut(cluster.told.day, fact.lo) && !cut(cluster.told.day, fact.hi));
}
