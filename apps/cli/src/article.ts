import { usage } from './exit.js';

/** An article update as it is being put together: the server checks it, not we. */
export type Update = Readonly<Record<string, string | number | null>>;

/** A text file: what its front matter says, and the text. */
export type Article = Readonly<{ fields: Readonly<Record<string, string>>; text: string }>;

const FENCE = '---';

/** Names in front matter that are not those of the update. `batch` is the sample newsroom's own. */
const RENAMED: Readonly<Record<string, string>> = { id: 'articleId', published: 'publishedAt', modified: 'modifiedAt', credit: 'originator' };
const FIELDS = ['source', 'articleId', 'revision', 'kind', 'publishedAt', 'modifiedAt', 'url', 'language', 'title', 'originator', 'caseReference', 'batch'];
/** These kinds say something about an article without sending it again. */
const WITHOUT_TEXT = ['hold', 'release', 'retraction'];

/** `key: value` lines between two `---`, then the text; a file that does not begin with `---` is all text. Throws a Failure. */
export function parseArticle(content: string): Article {
  const lines = content.replace(/^\u{feff}/u, '').split(/\r?\n/);
  if (lines[0] !== FENCE) return { fields: {}, text: content.trim() };
  const end = lines.indexOf(FENCE, 1);
  if (end < 0) throw usage('The front matter does not end: its last line is "---".');
  const fields = lines.slice(1, end).filter((line) => line.trim() !== '').map(parseField);
  return { fields: Object.fromEntries(fields), text: lines.slice(end + 1).join('\n').trim() };
}

function parseField(line: string): [name: string, value: string] {
  const at = line.indexOf(':');
  const told = line.slice(0, at).trim();
  const name = RENAMED[told] ?? told;
  if (at < 0 || !FIELDS.includes(name)) throw usage(`The front matter has a line that says nothing known: ${line}`);
  return [name, line.slice(at + 1).trim()];
}

/** The update that a text and its fields make. Throws a Failure where it could never be taken. */
export function updateOf({ fields, text }: Article): Update {
  const { batch: _, revision, ...given } = fields;
  const kind = given['kind'] ?? 'new';
  const needed = WITHOUT_TEXT.includes(kind) ? ['source', 'articleId'] : ['source', 'articleId', 'publishedAt'];
  const missing = needed.filter((name) => !given[name]);
  if (missing.length > 0) throw usage(`Say ${missing.map((name) => OPTION_OF[name]).join(', ')}, or put it into the file's front matter.`);
  if (!text && !WITHOUT_TEXT.includes(kind)) throw usage('The text is empty.');
  return { ...given, kind, ...(revision ? { revision: revisionOf(revision) } : {}), text: text || null };
}

const OPTION_OF: Readonly<Record<string, string>> = { source: '--source', articleId: '--id', publishedAt: '--published' };

function revisionOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw usage(`A revision is a whole number, not "${text}".`);
  return Number(text);
}
