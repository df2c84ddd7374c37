import { describe, expect, it } from 'vitest';
import { casesOf } from './decide.js';
import type { Mention } from './decide.js';

const mention = (details: Partial<Mention>): Mention => ({
  article: 'wire/1', caseId: 'A', defendantId: 'd', name: 'Robert Hale', offences: ['fraud'], caseReference: null, ...details,
});
const bare = (details: Partial<Mention>) => mention({ offences: [], ...details });
const sighting = (name: string, ...offences: string[]) => ({ caseReference: null, defendants: [{ name, offences }] });

describe('an article', () => {
  it('is about the case of the same full name and offence', () => {
    expect(casesOf(sighting('Robert Hale', 'fraud', 'theft'), [mention({})])).toEqual(['A']);
  });

  it('is not about a namesake to whom another offence is laid', () => {
    expect(casesOf(sighting('Robert Hale', 'arson'), [mention({})])).toEqual([]);
  });

  it('that names no offence is about the one case of its full name', () => {
    expect(casesOf(sighting('Robert Hale'), [mention({})])).toEqual(['A']);
  });

  it('that names no offence is about neither of two namesakes', () => {
    expect(casesOf(sighting('Robert Hale'), [mention({}), mention({ caseId: 'B', offences: ['arson'] })])).toEqual([]);
  });

  it('with an offence is about the case that knew the bare name', () => {
    expect(casesOf(sighting('Robert Hale', 'fraud'), [bare({})])).toEqual(['A']);
  });

  it('takes a case that knew only the bare name into the one that it is surely about', () => {
    const article = { caseReference: null, defendants: [{ name: 'Robert Hale', offences: ['fraud'] }, { name: 'Ida Brandt', offences: ['theft'] }] };
    expect(casesOf(article, [bare({ caseId: 'B' }), mention({ name: 'Ida Brandt', offences: ['theft'], article: 'wire/2' })])).toEqual(['A', 'B']);
  });

  it('leaves a bare name apart where there are namesakes', () => {
    expect(casesOf(sighting('Robert Hale', 'fraud'), [mention({}), bare({ caseId: 'B' }), mention({ caseId: 'C', offences: ['arson'] })])).toEqual(['A']);
  });

  it('is never placed by a surname alone', () => {
    expect(casesOf(sighting('Hale', 'fraud'), [mention({})])).toEqual([]);
  });

  it('is about the case of two of its defendants, whatever they are charged with', () => {
    const article = { caseReference: null, defendants: [{ name: 'Robert Hale', offences: ['arson'] }, { name: 'Ida Brandt', offences: ['bribery'] }] };
    expect(casesOf(article, [mention({}), mention({ name: 'Ida Brandt', offences: ['theft'] })])).toEqual(['A']);
    expect(casesOf(article, [mention({}), mention({ name: 'Ida Brandt', offences: ['theft'], article: 'wire/2' })])).toEqual([]);
  });

  it('is about the case of its reference', () => {
    const article = { caseReference: 'D-101', defendants: [{ name: 'R. Other', offences: [] }] };
    expect(casesOf(article, [mention({ caseReference: 'D-101' })])).toEqual(['A']);
    expect(casesOf(article, [mention({ caseReference: 'D-102' })])).toEqual([]);
  });

  it('can show that two cases are one', () => {
    const article = { caseReference: null, defendants: [{ name: 'Robert Hale', offences: ['fraud'] }, { name: 'Ida Brandt', offences: ['theft'] }] };
    expect(casesOf(article, [mention({}), mention({ caseId: 'B', name: 'Ida Brandt', offences: ['theft'], article: 'wire/2' })])).toEqual(['A', 'B']);
  });
});
