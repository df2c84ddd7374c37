/** A path with its query string; what is not set is left out. */
export function pathWith(path: string, query: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(set.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}
