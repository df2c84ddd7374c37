import { describe, expect, it } from 'vitest';
import { article, heard, see, told, twice } from '../test/news.js';
import { diff } from './index.js';
import type { AssertionSet, NewsKind } from './index.js';

const charged = article([told('charged', '2023-01-31')]);
const revised = (kind: NewsKind, assertions: AssertionSet['assertions'], assignment = 2) => article(assertions, { article: 'basin/1', originator: 'Basin', assignment, kind, reported: '2023-05-02' });
const dismissed = revised('new', [told('dismissed', '2023-05-01')], 1);

describe('what subscribers hear', () => {
  it('is nothing of a further copy, nor of a new revision with the same words', () => {
    expect(heard([charged, dismissed], revised('update', [told('dismissed', '2023-05-01')]))).toEqual([]);
  });

  it('is a corroboration when another originator tells a step, with the numbers before and after', () => {
    const [before, after] = [see([charged]), see([charged, article([told('charged', '2023-01-31')], { originator: 'Mesa' })])];
    const [change] = diff(before, after, { kind: 'new' });
    expect([change?.kind, change?.before?.steps[0]?.originators, change?.after?.steps[0]?.originators]).toEqual(['corroborated', 1, 2]);
  });

  it('is an amendment when news of older days moves the status', () => {
    const weak = [...twice(told('charged', '2023-01-31')), article([told('dismissed', '2023-06-20')])];
    expect(heard(weak, ...twice(told('acquitted', '2023-05-01')))).toContainEqual(['amended', 'acquitted']);
  });

  it.each([
    ['update', 'reverted'],
    ['correction', 'reverted'],
    ['hold', 'reverted'],
    ['retraction', 'reverted'],
  ] as const)('says of a status that goes back by %s: %s', (kind, expected) => {
    const news = revised(kind, kind === 'hold' || kind === 'retraction' ? [] : [told('motion_denied', '2023-05-01')]);
    expect(heard([charged, dismissed], news)).toEqual([[expected, 'charged']]);
  });

  it('is a correction where the status is another, or its date', () => {
    expect(heard([charged, dismissed], revised('correction', [told('stayed', '2023-05-01')]))).toEqual([['corrected', 'stayed']]);
    expect(heard([charged, dismissed], revised('correction', [told('dismissed', '2023-05-02')]))).toEqual([['corrected', 'dismissed']]);
    expect(heard([charged, dismissed], revised('update', [told('dismissed', '2023-05-02')]))).toEqual([['refined', 'dismissed']]);
  });

  it('is an opened conflict, which is resolved when the report is taken back', () => {
    const proved = [...twice(told('charged', '2023-01-31')), ...twice(told('convicted', '2023-04-01'))];
    expect(heard(proved, dismissed)).toEqual([['conflict_opened', null]]);
    expect(heard([...proved, dismissed], revised('retraction', []))).toEqual([['conflict_resolved', null]]);
  });

  it('says nothing false of a live charge when its archive is loaded late', () => {
    const live = twice(told('indicted', '2024-01-19'));
    const archive = [...twice(told('charged', '2023-01-31')), ...twice(told('dismissed', '2023-04-20', { refile: 'possible' })), ...twice(told('refiled', '2024-01-19'))];
    const changes = diff(see(live), see([...live, ...archive]), { kind: 'new' });
    expect(changes.map(({ kind, before, after }) => [kind, before?.status, after?.status])).toEqual([['opened', undefined, 'dismissed'], ['amended', 'indicted', 'indicted'], ['reopened', undefined, undefined]]);
    expect(changes[1]?.previousChargeId).toBe(see(live).charges[0]?.id);
  });

  it('is a refinement of the case where a defendant gets a better name', () => {
    const named = (name: string, originator: string) => ({ ...article([told('charged', '2023-01-31')], { originator }), defendants: [{ id: 'dana', name, aliases: [] }] });
    const before = see([named('Whitlock', 'Basin')]);
    expect(diff(before, see([named('Whitlock', 'Basin'), named('Dana Whitlock', 'Mesa')]), { kind: 'new' }).map(({ kind, chargeId, defendant }) => [kind, chargeId === null, defendant])).toEqual([['corroborated', false, 'dana'], ['refined', true, 'dana']]);
  });
});
