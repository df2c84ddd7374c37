/** How often a long step says that it is still at work. A terminal's line is rewritten; a log gets a line now and then. */
const TERMINAL_TICK_MS = 1_000;
const LOG_TICK_MS = 10_000;
const CLEAR_LINE = '\r\u001B[2K';

/**
 * Does a long piece of work and shows on `out` that it is being done, and how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {NodeJS.WriteStream} out
 * @returns {Promise<T>}
 */
export async function step(title, work, out = process.stdout) {
  const startedAt = Date.now();
  const seconds = () => `${((Date.now() - startedAt) / 1_000).toFixed(0)} s`;
  const begin = out.isTTY ? CLEAR_LINE : '';
  const end = out.isTTY ? '' : '\n';
  out.write(`${title} …${end}`);
  const ticking = setInterval(() => out.write(`${begin}${title} … ${seconds()}${end}`), out.isTTY ? TERMINAL_TICK_MS : LOG_TICK_MS);
  try {
    const result = await work();
    out.write(`${begin}${title}: done in ${seconds()}\n`);
    return result;
  } catch (error) {
    out.write(`${begin}${title}: failed after ${seconds()}\n`);
    throw error;
  } finally {
    clearInterval(ticking);
  }
}
