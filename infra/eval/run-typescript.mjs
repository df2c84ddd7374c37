/*
 * Lets Node read the rooms as they are written, so that a measurement needs no build: `@docketwire/x` is that room's
 * index, and an import that ends in .js is the .ts file beside it.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const libs = new URL('../../libs/', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('@docketwire/')) return next(new URL(`${specifier.slice(12)}/src/index.ts`, libs).href, context);
    if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.startsWith('file:')) {
      const source = fileURLToPath(new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL));
      if (existsSync(source)) return next(pathToFileURL(source).href, context);
    }
    return next(specifier, context);
  },
});
