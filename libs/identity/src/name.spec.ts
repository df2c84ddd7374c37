import { describe, expect, it } from 'vitest';
import { isFullName, nameKeys, sameName } from './name.js';

describe('names', () => {
  it.each([
    ['Marisol Vega-Thorne', 'Marisol Vega Thorne'],
    ['Marisol Vega-Thorne', 'Marisol Vega'],
    ['Marisol Vega-Thorne', 'Vega-Thorne'],
    ['José Núñez', 'Jose Nunez'],
    ['Robert J. Hale', 'Robert Hale'],
    ['R. Hale', 'Robert Hale'],
    ['Rob Hale', 'Robert Hale'],
    ["Siobhan O'Dea", 'Siobhan O’Dea'],
    ['Arlen Pike Jr.', 'Arlen Pike'],
  ])('%s may be %s', (a, b) => {
    expect(sameName(a, b)).toBe(true);
    expect(sameName(b, a)).toBe(true);
    expect(nameKeys(a).some((key) => nameKeys(b).includes(key))).toBe(true);
  });

  it.each([
    ['Robert Hale', 'Martin Hale'],
    ['Robert Hale', 'Robert Holt'],
    ['Arlen Pike Jr.', 'Arlen Pike Sr.'],
    ['Jo Hale', 'John Hale'],
    ['Vega', 'Thorne'],
  ])('%s is not %s', (a, b) => {
    expect(sameName(a, b)).toBe(false);
  });

  it('are full with a given name', () => {
    expect(isFullName('Hale')).toBe(false);
    expect(isFullName('Robert Hale')).toBe(true);
  });
});
