import type { CaseHead } from '@docketwire/projection';

/** Says what the answer is made of, so that "not modified" costs one look at the case's head. */
export function caseEtag({ version, viewVersion, lastSeq, epoch, updatesPending }: CaseHead): string {
  return `"${version}.${viewVersion}.${lastSeq}.${updatesPending ? 'p' : 'c'}.${epoch.slice(0, 8)}"`;
}

/** `If-None-Match` compares weakly (RFC 9110, 13.1.2): proxies that compress mark a tag with `W/`. */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag);
}
