import type { Assertion, AssertionSet } from './assertion.js';

/**
 * Within one article a dated statement fixes the date, and whether it was only announced, of an undated one: a first
 * sentence says that the charges "have been dropped", a later one that prosecutors announced it on Thursday. Where the
 * dated ones differ, nothing is settled, and the undated one may mean any of them.
 */
export function settledAssertions({ assertions }: AssertionSet): readonly Assertion[] {
  return assertions.map((assertion) => (assertion.when === null ? settled(assertion, assertions) : assertion));
}

function settled(undated: Assertion, all: readonly Assertion[]): Assertion {
  const dated = all.filter((other) => other.when !== null && tellTheSame(undated, other));
  const named = dated.filter(({ offence }) => offence === undated.offence);
  const [first, ...others] = named.length ? named : dated.filter(({ offence }) => offence === null);
  const agree = first && others.every(({ when, realis }) => when === first.when && realis === first.realis);
  return agree ? { ...undated, when: first.when, realis: first.realis } : undated;
}

function tellTheSame(a: Assertion, b: Assertion): boolean {
  return a.defendant === b.defendant && a.event === b.event && a.value === b.value && a.party === b.party;
}
