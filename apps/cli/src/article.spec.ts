import { describe, expect, it } from 'vitest';
import { parseArticle, updateOf } from './article.js';
import { EXIT } from './exit.js';

const FILE = `---
source: harbor-courier
articleId: 2024-03-05-whitlock
revision: 2
kind: correction
publishedAt: 2024-03-05T09:30:00+01:00
title: Correction: a plea in Port Elm
credit: highplain-wire
batch: 1
---

Dana Whitlock pleaded not guilty.

It was her second hearing.
`;

describe('an article file', () => {
  it('says in its front matter what the update says, up to the first colon', () => {
    expect(updateOf(parseArticle(FILE))).toEqual({
      source: 'harbor-courier',
      articleId: '2024-03-05-whitlock',
      revision: 2,
      kind: 'correction',
      publishedAt: '2024-03-05T09:30:00+01:00',
      title: 'Correction: a plea in Port Elm',
      originator: 'highplain-wire',
      text: 'Dana Whitlock pleaded not guilty.\n\nIt was her second hearing.',
    });
  });

  it('reads the same with the line ends and the mark of another system', () => {
    expect(parseArticle(`\u{feff}${FILE.replaceAll('\n', '\r\n')}`)).toEqual(parseArticle(FILE));
  });

  it('is all text without front matter', () => {
    expect(parseArticle('A text.\n---\nMore.\n')).toEqual({ fields: {}, text: 'A text.\n---\nMore.' });
  });

  it.each([
    ['a fence that never closes', '---\nsource: a\nText'],
    ['a field that no update has', '---\nauthor: someone\n---\nText'],
    ['a line that is no field', '---\njust words\n---\nText'],
    ['a revision that is no number', '---\nsource: a\nid: b\npublished: 2024-03-05\nrevision: two\n---\nText'],
    ['no text', '---\nsource: a\nid: b\npublished: 2024-03-05\n---\n'],
    ['no source', '---\nid: b\npublished: 2024-03-05\n---\nText'],
    ['no date', '---\nsource: a\nid: b\n---\nText'],
  ])('is a mistake of the caller with %s', (_, content) => {
    expect(() => updateOf(parseArticle(content))).toThrow(expect.objectContaining({ exitCode: EXIT.usage }));
  });

  it('needs neither text nor date to take an article back', () => {
    expect(updateOf(parseArticle('---\nsource: a\nid: b\nkind: retraction\nrevision: 3\n---\n'))).toMatchObject({ kind: 'retraction', revision: 3, text: null });
  });
});
