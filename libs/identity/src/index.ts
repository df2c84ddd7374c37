/*
 * The identity room: which case is this article about, and which of its defendants is this name? Pure.
 *
 * - sighting: the defendants of the article at hand
 * - mention:  a defendant of an article that has been assigned already
 */
export { casesOf } from './decide.js';
export type { Mention, Named, Sighting } from './decide.js';
export { isFullName, nameKeys, sameName } from './name.js';
