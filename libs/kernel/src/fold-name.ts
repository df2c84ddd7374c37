/**
 * A name as a search compares it: lower case, without diacritics and punctuation, one space between words. An
 * apostrophe joins (`O’Neill` → `oneill`), anything else that is no letter or digit separates (`Reed-Hale` → `reed hale`).
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’ʼ`]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
