import { CHARGE_STATUSES, PLEAS, REALIS, REFILES } from '@docketwire/case';
import type { ChargeStatus } from '@docketwire/case';
import { partialDate } from '@docketwire/kernel';
import { describe, expect, it } from 'vitest';
import { offenceWords, refileWords, statusLabel, statusSentence } from './wording.js';
import type { ToldCharge } from './wording.js';

const charge = (status: ChargeStatus, detail: Partial<ToldCharge> = {}): ToldCharge => ({ status, since: partialDate('2023-04-20'), realis: 'occurred', plea: 'none', refile: null, ...detail });

describe('the sentence of a charge', () => {
  it.each([
    [charge('charged'), 'charged on 20 April 2023'],
    [charge('charged', { since: partialDate('2023-01') }), 'charged in January 2023'],
    [charge('charged', { since: null }), 'charged'],
    [charge('charged', { realis: 'announced' }), 'charge announced on 20 April 2023, not yet reported as filed'],
    [charge('pleaded', { plea: 'not_guilty' }), 'pleaded not guilty on 20 April 2023'],
    [charge('pleaded', { plea: 'guilty' }), 'pleaded guilty on 20 April 2023, no conviction reported'],
    [charge('dismissed', { refile: 'possible' }), 'dismissed on 20 April 2023, can be filed again'],
    [charge('dismissed', { refile: 'barred' }), 'dismissed on 20 April 2023, cannot be filed again'],
    [charge('dismissed', { refile: 'unknown' }), 'dismissed on 20 April 2023, whether it can be filed again is not reported'],
    [charge('dismissed', { realis: 'announced', refile: 'possible' }), 'dismissal announced on 20 April 2023, can be filed again'],
    [charge('dismissed', { refile: 'possible', refiledAs: 'c2' }), 'dismissed on 20 April 2023, later filed again as a new charge'],
    [charge('stayed', { refile: 'possible', since: partialDate('2023-Q2') }), 'proceedings stayed in the second quarter of 2023, can be resumed'],
    [charge('sentenced', { appeal: 'filed' }), 'convicted, sentenced on 20 April 2023, an appeal is pending'],
    [charge('acquitted', { since: partialDate('../2023-04-20') }), 'acquitted by 20 April 2023'],
    [charge('unknown', { since: null }), 'status not known: no report that still stands supports one'],
  ])('%#. says as much as is known', (told, sentence) => {
    expect(statusSentence(told)).toBe(sentence);
  });

  it('tells both dates of what was announced and then done', () => {
    const step = { to: 'dismissed', from: 'pleaded', announcedOn: '2023-04-20', occurredOn: '2023-04-21' };
    const told = charge('dismissed', { refile: 'possible', steps: [step] as unknown as NonNullable<ToldCharge['steps']> });
    expect(statusSentence(told)).toBe('dismissed on 21 April 2023 (announced on 20 April 2023), can be filed again');
  });
});

/** Every sentence and label that the page can make of a status. */
function everything(status: ChargeStatus): string[] {
  const refiles = [...REFILES, null];
  const told = REALIS.flatMap((realis) => PLEAS.flatMap((plea) => refiles.map((refile) => ({ realis, plea, refile }))));
  return told.map((detail) => `${statusLabel({ status, ...detail })}. ${statusSentence(charge(status, detail))}`);
}

describe('the presumption of innocence', () => {
  const CONVICTED: readonly ChargeStatus[] = ['convicted', 'sentenced'];
  /** A plea and a special verdict are told in the court's own words; they say nothing of guilt. */
  const ALLOWED = /pleaded (?:not )?guilty(?: to a lesser offence)?|(?:not|found not) criminally responsible|no conviction reported|conviction or plea set aside|setting aside of the conviction or plea/gi;
  const GUILT = /guilty|criminal|convict|offender|culprit|perpetrator|sentenc|committed (?:the|a)|did it/i;

  it.each(CHARGE_STATUSES.filter((status) => !CONVICTED.includes(status)))('%s is never told as guilt', (status) => {
    const sentences = everything(status);
    expect(sentences.length).toBeGreaterThan(50);
    expect(sentences.filter((sentence) => GUILT.test(sentence.replaceAll(ALLOWED, '')))).toEqual([]);
  });

  it.each(CONVICTED)('%s is told as a conviction', (status) => {
    expect(everything(status).every((sentence) => /convict/i.test(sentence))).toBe(true);
  });

  it.each(CHARGE_STATUSES)('%s that was only announced is not told as done', (status) => {
    if (status === 'unknown') return;
    expect(statusSentence(charge(status, { realis: 'announced' }))).toContain('announced on 20 April 2023');
    expect(statusLabel(charge(status, { realis: 'announced' }))).toMatch(/announced$/);
  });

  it('names no date twice and leaves no placeholder', () => {
    for (const status of CHARGE_STATUSES) for (const sentence of everything(status)) expect(sentence).not.toMatch(/@|undefined|null|(20 April 2023).*\1/);
  });
});

describe('whether a charge can be filed again', () => {
  it.each(CHARGE_STATUSES.filter((status) => !['dismissed', 'stayed', 'declined'].includes(status)))('is not said of %s', (status) => {
    expect(REFILES.map((refile) => refileWords(status, refile)).join('')).toBe('');
  });
});

describe('an offence', () => {
  it.each([
    ['involuntary_manslaughter', 2, 'involuntary manslaughter (2 counts)'],
    ['arson', 1, 'arson (1 count)'],
    ['arson', null, 'arson'],
    ['unspecified', null, 'offence not named in the reports'],
  ])('%s with %s counts is %j', (code, counts, words) => {
    expect(offenceWords(code, counts)).toBe(words);
  });
});
