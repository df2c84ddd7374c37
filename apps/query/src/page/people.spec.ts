import { describe, expect, it } from 'vitest';
import { caseName, otherNames } from './people.js';

describe('a case’s name', () => {
  it.each([
    [[], 'Case with nobody named'],
    [['Ann Lee'], 'Ann Lee'],
    [['Ann Lee', 'Bo Ray'], 'Ann Lee and Bo Ray'],
    [['Ann Lee', 'Bo Ray', 'Cy Oak'], 'Ann Lee, Bo Ray and Cy Oak'],
    [['Ann Lee', 'Bo Ray', 'Cy Oak', 'Di Elm'], 'Ann Lee, Bo Ray and 2 others'],
  ])('of %j is %j', (names, name) => {
    expect(caseName(names)).toBe(name);
  });
});

describe('another name', () => {
  it('is told only where it says more than the name itself', () => {
    expect(otherNames({ name: 'Linnea Quintana-Brack', aliases: ['Quintana', 'Linnea Quintana Brack', 'QUINTANA-BRACK', 'Nea Brack', 'Linnea Hale'] })).toEqual(['Nea Brack', 'Linnea Hale']);
  });
});
