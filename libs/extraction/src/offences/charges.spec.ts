import { describe, expect, it } from 'vitest';
import { chargesIn, totalCounts } from './charges.js';

const read = (text: string) => chargesIn(text).map(({ code, counts }) => (counts === null ? code : `${code} ${counts}`));

describe('offences', () => {
  it.each([
    ['charged with two counts of involuntary manslaughter', ['involuntary_manslaughter 2']],
    ['charged with tampering with evidence', ['tampering_with_evidence']],
    ['charged with negligent use of a deadly weapon', ['negligent_use_of_a_deadly_weapon']],
    ['three counts of 1st-degree murder and one count of arson', ['first_degree_murder 3', 'arson 1']],
    ['a count of stalking', ['stalking 1']],
    ['guilty of raping', ['rape']],
    ['charged with unlicensed beekeeping on monday', ['unlicensed_beekeeping']],
    ['convicted of killing a neighbour', []],
    ['charged in a case that began in may', []],
    ['a sexual assault charge', ['sexual_assault']],
  ])('of %j', (text, codes) => {
    expect(read(text)).toEqual(codes);
  });

  it.each([['a 36-count indictment', 36], ['on two charges', 2], ['sixteen felony counts', 16], ['a charge of theft', null], ['five years in prison on charges', null]])('are counted in %j', (text, counts) => {
    expect(totalCounts(text)).toBe(counts);
  });
});
