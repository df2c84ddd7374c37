import type { Assertion } from '@docketwire/case';
import { extract } from '@docketwire/extraction';
import type { Extraction } from '@docketwire/extraction';
import type { GoldEvent, Story } from './story.js';

const SAME = new Set(['arrested', 'charged', 'indicted', 'arraigned', 'dismissed', 'acquitted', 'convicted', 'mistrial', 'sentenced', 'extradited', 'pardoned']);
const RENAMED: Readonly<Record<string, string>> = {
  refiled: 'charged',
  vacated: 'conviction_overturned',
  appeal_filed: 'appealed',
  appeal_dismissed: 'appealed',
  appeal_withdrawn: 'appealed',
  appeal_allowed: 'appealed',
  stayed: 'dismissed',
  not_responsible: 'other',
  diverted: 'other',
  abated: 'other',
  committed: 'other',
  transferred: 'other',
  superseded: 'other',
};
const PLEAS: Readonly<Record<string, string>> = {
  not_guilty: 'pleaded_not_guilty',
  not_responsible_plea: 'pleaded_not_guilty',
  stood_mute: 'pleaded_not_guilty',
  guilty: 'pleaded_guilty',
  guilty_to_lesser: 'pleaded_guilty',
  no_contest: 'pleaded_no_contest',
};
const FREE = new Set(['released', 'on_bail', 'on_parole', 'at_liberty']);

export function read(story: Story): Extraction {
  return extract({ title: story.title, text: story.text, published: story.published, language: null });
}

/** What the extractor found, in the words of the gold; events that the gold does not know are left out. */
export function predictionsOf({ defendants, assertions }: Extraction): GoldEvent[] {
  return assertions.flatMap((assertion) => {
    const status = statusOf(assertion);
    const defendant = defendants.find(({ key }) => key === assertion.defendant);
    if (!status || !defendant) return [];
    const { when, counts, quote, offence } = assertion;
    return [{
      defendant: defendant.name, named: defendant.named, status, date: when, precision: precisionOf(when), charges: offence ? [offence.replaceAll('_', ' ')] : [],
      counts, asserted: isAsserted(assertion, assertions), start: quote.start, end: quote.end,
    }];
  });
}

function statusOf({ event, value }: Assertion): string | null {
  if (event === 'plea_entered') return PLEAS[value] ?? null;
  if (event === 'custody_changed') return FREE.has(value) ? 'released' : 'other';
  return SAME.has(event) ? event : (RENAMED[event] ?? null);
}

function isAsserted(assertion: Assertion, all: readonly Assertion[]): boolean {
  if (assertion.party) return false;
  return assertion.realis === 'occurred' || all.some((other) => other.defendant === assertion.defendant && other.event === assertion.event && other.realis === 'occurred');
}

function precisionOf(when: string | null): string | null {
  if (!when) return null;
  return when.length === 10 ? 'day' : when.length === 7 ? 'month' : 'year';
}
