import { describe, expect, it } from 'vitest';
import { languageOf } from './language.js';
import { sentencesOf } from './sentences.js';
import { tokensOf } from './tokens.js';

const read = (text: string): string[] => sentencesOf(text, tokensOf(text)).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['Mr. Lee met Sgt. J. Roe at 3 p.m. on Jan. 4. He left.', ['Mr. Lee met Sgt. J. Roe at 3 p.m. on Jan. 4.', 'He left.']],
    ['He left.She stayed.', ['He left.', 'She stayed.']],
    ['"He left." She stayed.', ['"He left."', 'She stayed.']],
    ['A headline without a stop\n\nThe story begins.', ['A headline without a stop', 'The story begins.']],
    ['Guilty plea in courtThe man left.', ['Guilty plea in court', 'The man left.']],
  ])('of %j', (text, sentences) => {
    expect(read(text)).toEqual(sentences);
  });

  it('go on over a line that a program broke', () => {
    expect(read('The engineer from the county town of Orrin appeared in court and pleaded\nnot guilty to two counts of wire fraud on Friday before a county judge in\nOrrin.')).toHaveLength(1);
  });

  it('are cut where one would never end', () => {
    expect(read('word '.repeat(1000)).length).toBeGreaterThan(5);
  });
});

describe('direct speech', () => {
  it('is told from apostrophes', () => {
    const quoted = (text: string) => tokensOf(text).filter((token) => token.quoted).map((token) => token.text).join(' ');
    expect(quoted("The Lees' case isn't over, 'we will appeal,' he said.")).toBe('we will appeal ,');
    expect(quoted('“I did it,” she said.')).toBe('I did it ,');
  });
});

describe('the language', () => {
  it.each([
    ['The man was charged with theft by the police on Monday after a chase.', null, 'en'],
    ['Le juge a condamné le prévenu à deux ans de prison pour le vol de la voiture.', null, 'fr'],
    ['Der Richter hat den Angeklagten zu einer Strafe von zwei Jahren verurteilt, die er nicht antrat.', 'en', 'de'],
    ['Суд признал его виновным в краже и приговорил к двум годам лишения свободы', null, 'und'],
    ['Guilty', 'fr-CA', 'fr'],
  ])('of %j is %s told, %s read', (text, told, language) => {
    expect(languageOf(tokensOf(text), told)).toBe(language);
  });
});
