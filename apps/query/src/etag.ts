import type { CaseHead } from '@docketwire/projection';

/** Says what the answer is made of, so that "not modified" costs one look at the case's head. */
export function caseEtag({ version, viewVersion, lastSeq, epoch, updatesPending }: CaseHead): string {
  return `"${version}.${viewVersion}.${lastSeq}.${updatesPending ? 'p' : 'c'}.${epoch.slice(0, 8)}"`;
}

/** Of an answer about a past that no record can change any more. */
export function settledEtag({ viewVersion, epoch }: Pick<CaseHead, 'viewVersion' | 'epoch'>): string {
  return `"then.${viewVersion}.${epoch.slice(0, 8)}"`;
}

/**
 * A day and no longer, though no record can change the answer: new rules and an erasure still can. Not `public`, so that
 * a cache between many readers asks again once readers have accounts.
 */
export const SETTLED = 'max-age=86400, immutable';

/** `If-None-Match` compares weakly (RFC 9110, 13.1.2): proxies that compress mark a tag with `W/`. */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag);
}
