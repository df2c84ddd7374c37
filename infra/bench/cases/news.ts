import type { Assertion, AssertionSet } from '@docketwire/case';
import { contentHash, isoOf, partialDate } from '@docketwire/kernel';

/** The usual course of a charge, which articles tell step by step, and again and again. */
const STEPS = [['charged', '', 10], ['plea_entered', 'not_guilty', 40], ['indicted', '', 60], ['trial_started', '', 200], ['convicted', '', 220], ['sentenced', '', 260]] as const;
const FIRST_DAY_OF_2024 = 19_723;
const WIRES = 40;

/** What one article of a case says: each tells two of the steps, in its own words, as one of forty agencies. */
export function newsSet({ article, case: caseId }: Readonly<{ article: number; case: string }>): AssertionSet {
  const source = `wire-${article % WIRES}`;
  const record = {
    article: `${source}/${caseId.slice(0, 8)}-${article}`, assignment: 1, kind: 'new' as const, revision: 1, source, originator: source, url: null,
    title: `Report ${article}`, reported: isoOf(FIRST_DAY_OF_2024 + 300 + (article % 60)), defendants: [{ id: 'd1', name: 'Odalys Merrin', aliases: [] }],
    assertions: [0, 1].map((more) => assertionOf(article + more, article)),
  };
  return { ...record, contentHash: contentHash(record) };
}

function assertionOf(step: number, article: number): Assertion {
  const [event, value, day] = STEPS[step % STEPS.length] ?? STEPS[0];
  const when = isoOf(FIRST_DAY_OF_2024 + day);
  const words = `In report ${article} the court clerk said that Odalys Merrin was ${event.replaceAll('_', ' ')} on ${when} after a hearing`;
  return {
    defendant: 'd1', offence: 'theft', event, value, when: partialDate(when), realis: 'occurred', counts: null, refile: null, endedBy: null, mechanism: null,
    party: false, quote: { text: words, start: 0, end: words.length }, rule: 'made', confidence: 1,
  };
}
