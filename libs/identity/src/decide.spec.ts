import { describe, expect, it } from 'vitest';
import { match } from './decide.js';
import type { Mention } from './decide.js';

const mention = (details: Partial<Mention>): Mention => ({
  article: 'wire/1', caseId: 'A', defendantId: 'd', name: 'Robert Hale', offences: ['fraud'], caseReference: null, ...details,
});
const sighting = (name: string, ...offences: string[]) => ({ caseReference: null, defendants: [{ name, offences }] });

describe('an article', () => {
  it('is about the case of the same full name and offence', () => {
    expect(match(sighting('Robert Hale', 'fraud', 'theft'), [mention({})])).toEqual({ same: ['A'], perhaps: [] });
  });

  it('is not about a namesake to whom another offence is laid', () => {
    expect(match(sighting('Robert Hale', 'arson'), [mention({})])).toEqual({ same: [], perhaps: [] });
  });

  it('is perhaps about a namesake where no offence is named', () => {
    expect(match(sighting('Robert Hale'), [mention({}), mention({ caseId: 'B', offences: ['arson'] })])).toEqual({ same: [], perhaps: ['A', 'B'] });
  });

  it('is never placed by a surname alone', () => {
    expect(match(sighting('Hale', 'fraud'), [mention({})])).toEqual({ same: [], perhaps: [] });
  });

  it('is about the case of two of its defendants, whatever they are charged with', () => {
    const article = { caseReference: null, defendants: [{ name: 'Robert Hale', offences: ['arson'] }, { name: 'Ida Brandt', offences: [] }] };
    const others = [mention({}), mention({ name: 'Ida Brandt', offences: ['theft'] })];
    expect(match(article, others).same).toEqual(['A']);
    expect(match(article, [mention({}), mention({ name: 'Ida Brandt', offences: ['theft'], article: 'wire/2' })]).same).toEqual([]);
  });

  it('is about the case of its reference', () => {
    const article = { caseReference: 'D-101', defendants: [{ name: 'R. Other', offences: [] }] };
    expect(match(article, [mention({ caseReference: 'D-101' })]).same).toEqual(['A']);
    expect(match(article, [mention({ caseReference: 'D-102' })]).same).toEqual([]);
  });

  it('can link two cases that were thought to be two', () => {
    const article = { caseReference: null, defendants: [{ name: 'Robert Hale', offences: ['fraud'] }, { name: 'Ida Brandt', offences: ['theft'] }] };
    expect(match(article, [mention({}), mention({ caseId: 'B', name: 'Ida Brandt', offences: ['theft'], article: 'wire/2' })]).same).toEqual(['A', 'B']);
  });
});
