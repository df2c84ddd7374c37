import { describe, expect, it } from 'vitest';
import { plainTextOf, READ_LIMIT } from './plain-text.js';

describe('plain text', () => {
  it('stays as it was sent, letter by letter', () => {
    const text = 'Ann Lee, 41, was charged.\n\n“No,” she said — 3 < 4 & 5 > 4.';
    expect(plainTextOf(text)).toBe(text);
  });

  it('loses the characters that no database keeps and the marks that hide words', () => {
    expect(plainTextOf('a\u0000b\u202ec')).toBe('a b c');
    expect(plainTextOf('a\ud800b').isWellFormed()).toBe(true);
  });

  it('ends where nobody reads on', () => {
    expect(plainTextOf('a'.repeat(READ_LIMIT + 5))).toHaveLength(READ_LIMIT);
  });
});

describe('HTML', () => {
  it('loses its tags, and what is not the story', () => {
    const html = '<nav>Home</nav><h1>Baker jailed</h1><p>Ann <b>Lee</b> was jailed.</p><figcaption>A photo</figcaption><aside>Read more</aside><script>alert("x")</script><p>She &amp; others&#8217; case</p>';
    expect(plainTextOf(html)).toBe('Baker jailed\n\nAnn Lee was jailed.\n\nShe & others’ case');
  });

  it.each(['<p>a<script>', '<p>a<!-- never closed', '<p>a<', '<p>a</p', '<p>a&#xD800;&#0;&bogus;'])('that is broken (%s) still gives its text', (html) => {
    expect(plainTextOf(html)).toMatch(/^a/);
  });

  it('has no script in what is left', () => {
    expect(plainTextOf('<p>x</p><scr<script>ipt>alert(1)</script><img src=x onerror=alert(1)>')).not.toMatch(/<|onerror/);
  });
});
