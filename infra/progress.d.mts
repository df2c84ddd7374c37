/** Does a long piece of work and shows on `out` (standard output unless given) that it is being done, and how long it took. */
export function step<T>(title: string, work: () => Promise<T>, out?: NodeJS.WriteStream): Promise<T>;
