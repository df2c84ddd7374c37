import type { CaseView, ChargeView, DefendantView } from '@docketwire/case';
import { foldName } from '@docketwire/kernel';
import { plain } from './safe.js';

export type Told = Readonly<{ defendant: DefendantView; charges: readonly ChargeView[] }>;

/** Defendants with their charges, whoever's record moved last coming first, and so their charges. */
export function latestFirst({ defendants, charges }: Pick<CaseView, 'defendants' | 'charges'>, shown: (id: string) => boolean = () => true): readonly Told[] {
  return defendants
    .filter(({ id }) => shown(id))
    .map((defendant) => ({ defendant, charges: charges.filter((charge) => charge.defendant === defendant.id).toSorted(byLatest) }))
    .toSorted((a, b) => lastDay(b.charges).localeCompare(lastDay(a.charges)));
}

/** "Dana Whitlock", "Dana Whitlock and Lee Marsh", "Dana Whitlock, Lee Marsh and 2 others" */
export function caseName(names: readonly string[]): string {
  const [first, second, third, ...others] = names.map(plain);
  if (first === undefined) return 'Case with nobody named';
  if (second === undefined) return first;
  if (third === undefined) return `${first} and ${second}`;
  return others.length === 0 ? `${first}, ${second} and ${third}` : `${first}, ${second} and ${others.length + 1} others`;
}

/** Names that are more than a part or another spelling of the one shown: "Whitlock" tells nobody anything beside "Dana Whitlock". */
export function otherNames({ name, aliases }: Pick<DefendantView, 'name' | 'aliases'>): readonly string[] {
  const words = new Set(foldName(name).split(' '));
  return aliases.filter((alias) => foldName(alias).split(' ').some((word) => !words.has(word)));
}

/** A charge that was filed again is told by the new one, which therefore comes first. */
function byLatest(a: ChargeView, b: ChargeView): number {
  return lastDay([b]).localeCompare(lastDay([a])) || b.n - a.n || (a.offence < b.offence ? -1 : 1);
}

function lastDay(charges: readonly ChargeView[]): string {
  return charges.flatMap(({ steps }) => steps.filter(({ from, to }) => from !== to).map(({ holdsFrom }) => holdsFrom)).reduce((last, day) => (day > last ? day : last), '');
}
