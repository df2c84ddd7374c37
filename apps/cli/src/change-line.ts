import type { StatusChange } from '@docketwire/contracts';
import { printable } from './context.js';
import { offenceWords, standingWords, statusWords } from './wording.js';
import type { Told } from './wording.js';

/** What a reader must know of a change beyond the status before and after. */
const KIND_WORDS: Readonly<Record<StatusChange['kind'], string | null>> = {
  opened: null,
  advanced: null,
  refined: 'more precise now',
  corroborated: 'number of sources changed',
  amended: 'earlier step reported late',
  refiled: 'filed again',
  reopened: 'reopened',
  corrected: 'correction',
  reverted: 'taken back',
  conflict_opened: 'reports disagree',
  conflict_resolved: 'reports agree again',
  merged: 'merged with another case',
  split: 'split from another case',
  withdrawn: 'withdrawn, no report stands',
  restated: 'read again by newer rules',
  erased: 'erased',
};

/** `Dana Whitlock · involuntary manslaughter: pleaded not guilty → dismissed (announced 20 April 2023, can be filed again)` */
export function changeLine({ defendant, charge, before, after, kind, cause }: StatusChange): string {
  const subject = [defendant && printable(defendant.name), charge && offenceWords({ offence: charge.offence, counts: (after ?? before)?.counts ?? null })];
  const note = KIND_WORDS[kind];
  const told = [moveWords(before, after), note && `[${note}]`].filter(Boolean).join(' ');
  return `${subject.filter(Boolean).join(' · ') || 'The case'}: ${told} — ${printable(cause.source)}`;
}

function moveWords(before: Told | null, after: Told | null): string | null {
  if (!after) return before && `${statusWords(before)} → no longer reported`;
  if (!before) return standingWords(after);
  const was = statusWords(before) === statusWords(after) ? standingWords(before) : statusWords(before);
  const is = standingWords(after);
  return was === is ? is : `${was} → ${is}`;
}
