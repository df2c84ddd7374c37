import type { CaseView } from '@docketwire/case';

/**
 * How many independent sources stand behind a case. Evidence is cut to three a step, so a step's own count may say
 * more than the names we still see.
 */
export function sourceCount({ charges, anomalies }: CaseView): number {
  const steps = charges.flatMap((charge) => charge.steps);
  const named = new Set([...steps, ...anomalies].flatMap(({ evidence }) => evidence.map(({ originator }) => originator)));
  return Math.max(named.size, ...steps.map(({ originators }) => originators));
}
