import { describe, expect, it } from 'vitest';
import { foldName } from './fold-name.js';

describe('a folded name', () => {
  it.each([
    ['Dana Whitlock', 'dana whitlock'],
    ['  ÉLODIE   Marçon-Reyes ', 'elodie marcon reyes'],
    ['Sean O’Neill, Jr.', 'sean oneill jr'],
    ["Sean O'Neill", 'sean oneill'],
    ['Łukasz Żuk', 'łukasz zuk'],
    ['100%_done', '100 done'],
    ['\u0000!?', ''],
  ])('%j is compared as %j', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });
});
