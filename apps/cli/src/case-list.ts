import { CaseList } from '@docketwire/contracts';
import type { CaseSummary } from '@docketwire/contracts';
import { printable } from './context.js';
import type { Context } from './context.js';
import { EXIT, usage } from './exit.js';
import type { ExitCode } from './exit.js';
import { get, queryOf, stranger } from './server.js';
import { PRESUMPTION, countWords, offenceWords, standingWords } from './wording.js';

export type CaseListOptions = Readonly<{ name?: string; status?: string; changedSince?: string; preCharge?: boolean; limit: string; json?: boolean }>;

/** What the server gives in one page at most. */
const PAGE = 200;

/** The cases that changed last, or those that a name, a status or a time selects. */
export async function listCases(context: Context, options: CaseListOptions): Promise<ExitCode> {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1) throw usage(`--limit takes a whole number from 1, not "${options.limit}".`);
  let shown = 0;
  for await (const found of casesOf(context, firstPath(options, limit))) {
    if (shown === limit) {
      context.talk(`The first ${limit} cases; --limit shows more.`);
      break;
    }
    linesOf(found, options.json ?? false).forEach(context.out);
    shown += 1;
  }
  context.talk(shown === 0 ? 'No case.' : PRESUMPTION);
  return EXIT.ok;
}

/** The cases of all pages, each page read when it is needed. */
async function* casesOf(context: Context, first: string): AsyncGenerator<CaseSummary> {
  for (let path: string | null = first; path !== null; ) {
    const page: CaseList | undefined = CaseList.safeParse(await get(context, path)).data;
    if (!page) throw stranger(context.queryUrl);
    yield* page.cases;
    path = page.next;
  }
}

function firstPath({ name, status, changedSince, preCharge }: CaseListOptions, limit: number): string {
  return `/v1/cases${queryOf({ name, status, changedSince, includePreCharge: preCharge ? 'true' : null, limit: String(Math.min(limit + 1, PAGE)) })}`;
}

function linesOf(found: CaseSummary, json: boolean): string[] {
  if (json) return [JSON.stringify(found)];
  const { id, state, changedAt, articles, sources, defendants } = found;
  const head = `${id}  ${state.replaceAll('_', ' ')}, changed ${changedAt.slice(0, 19)}Z, ${countWords(articles, 'article')}, ${countWords(sources, 'source')}`;
  return [head, ...defendants.flatMap(({ name, charges }) => charges.map((charge) => `  ${printable(name)} · ${offenceWords(charge)}: ${standingWords(charge)}`))];
}
