import type { Assertion, AssertionSet, NamedDefendant } from '@docketwire/case';
import { contentHash, partialDate } from '@docketwire/kernel';

type Said = Partial<Omit<Assertion, 'when' | 'quote'>> & Readonly<{ event: Assertion['event']; when?: string; quote?: string }>;

export const DANA: NamedDefendant = { id: 'd1', name: 'Dana Whitlock', aliases: ['Whitlock'] };
export const LEE: NamedDefendant = { id: 'd2', name: 'Lee Ortéga-Marsh', aliases: [] };

/** What an article says; only the detail that a spec is about need be given. */
export function said({ when, quote = 'as the paper put it', ...detail }: Said): Assertion {
  return {
    defendant: DANA.id,
    offence: 'involuntary_manslaughter',
    value: '',
    realis: 'occurred',
    counts: null,
    refile: null,
    endedBy: null,
    mechanism: null,
    party: false,
    rule: 'spec@1',
    confidence: 0.9,
    ...detail,
    when: when === undefined ? null : partialDate(when),
    quote: { text: quote, start: 0, end: quote.length },
  };
}

type Told = Partial<AssertionSet> & Readonly<{ article: string; reported: string; assertions: readonly Assertion[] }>;

export function article(told: Told): AssertionSet {
  const [source = ''] = told.article.split('/');
  const set = {
    assignment: 1,
    kind: 'new' as const,
    revision: 1,
    source,
    originator: source,
    url: `https://${source}.example/${told.article.split('/')[1]}`,
    title: 'A headline',
    defendants: [DANA],
    ...told,
  };
  return { ...set, contentHash: contentHash(set) };
}

/** One invented case: charged in January 2023, a plea, a dismissal announced and then filed; one source calls the plea by another day. */
export const WHITLOCK_NEWS: readonly AssertionSet[] = [
  article({
    article: 'quay-gazette/1',
    reported: '2023-01-20',
    title: 'Rigger’s death: prosecutor to charge stage manager',
    assertions: [said({ event: 'charged', when: '2023-01', counts: 2, quote: 'Dana Whitlock was charged in January with two counts of involuntary manslaughter' })],
  }),
  article({
    article: 'harbor-courier/7',
    reported: '2023-02-10',
    title: 'Whitlock denies charges',
    assertions: [said({ event: 'plea_entered', value: 'not_guilty', when: '2023-02-09', quote: 'Whitlock pleaded not guilty on Thursday' })],
  }),
  article({
    article: 'harbor-courier/9',
    reported: '2023-04-20',
    title: 'Prosecutors to drop the case',
    assertions: [
      said({ event: 'dismissed', when: '2023-04-20', realis: 'announced', refile: 'possible', endedBy: 'prosecution', quote: 'Prosecutors said on Thursday that they would dismiss the charges, which could be filed again' }),
    ],
  }),
  article({
    article: 'quay-gazette/4',
    reported: '2023-04-22',
    title: 'Dismissal filed',
    assertions: [said({ event: 'dismissed', when: '2023-04-21', refile: 'possible', endedBy: 'prosecution', mechanism: 'nolle prosequi', quote: 'The dismissal was filed on Friday' })],
  }),
];
