import { describe, expect, it } from 'vitest';
import { plain, quoteUrl, safeUrl, sourceName } from './safe.js';

describe('a link', () => {
  it.each(['javascript:alert(1)', ' JAVASCRIPT:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '//evil.example', '/relative', 'https://user:secret@news.example/', 'not a url', ''])('is not made of %j', (url) => {
    expect([safeUrl(url), quoteUrl(url, 'words')]).toEqual([null, null]);
  });

  it('leads to the quoted words', () => {
    expect(quoteUrl('https://news.example/a', 'pleaded not-guilty, twice & again')).toBe('https://news.example/a#:~:text=pleaded%20not%2Dguilty%2C%20twice%20%26%20again');
    expect(quoteUrl('https://news.example/a#top', 'dropped')).toBe('https://news.example/a#top:~:text=dropped');
  });

  it('of a long quote names its first and last words', () => {
    const quote = Array.from({ length: 20 }, (_, n) => `w${n}`).join(' \n ');
    expect(quoteUrl('https://news.example/', quote)).toBe('https://news.example/#:~:text=w0%20w1%20w2%20w3%20w4,w15%20w16%20w17%20w18%20w19');
  });

  it('survives half a surrogate pair', () => {
    expect(quoteUrl('https://news.example/', 'a \ud800 b')).toContain('%EF%BF%BD');
  });
});

describe('a name', () => {
  it('is shown without what cannot be seen or turns the reading direction', () => {
    expect(plain('Lee\u202e Mar\u200bsh\u2066\ufeff')).toBe('Lee Marsh');
    expect(plain('Zoë O’Neill 李')).toBe('Zoë O’Neill 李');
  });

  it('of a source is made of its slug', () => {
    expect([sourceName('harbor-courier'), sourceName('The Quay <Gazette>')]).toEqual(['Harbor Courier', 'The Quay <Gazette>']);
  });
});
