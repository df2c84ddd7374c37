/*
 * The extraction room: text in, what it asserts out, with quotes. Pure and deterministic; no network, no clock.
 *
 * - article:   what a publisher sent
 * - defendant: a person or company the article speaks of as accused
 * - doubt:     words that looked like a step and were not asserted as one
 */
export { EXTRACTOR_VERSION, extract } from './extract.js';
export type { Article, Defendant, Doubt, Extraction } from './extraction.js';
