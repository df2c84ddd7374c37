/*
 * Lets the benchmark use what a user runs: `@docketwire/x` is that room as it was built. The programs it measures against
 * are Nest applications with decorators, which Node does not strip: TypeScript compiles those alone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const apps = new URL('../../apps/', import.meta.url).href;
const built = new URL('../../dist/libs/', import.meta.url).href;
const builtApps = new URL('../../dist/apps/', import.meta.url).href;
/** Their names say it. */
const DECORATED = /\/infra\/bench\/.*\.nest\.ts$/;

registerHooks({
  resolve: (specifier, context, next) => next(specifier.startsWith('@docketwire/') ? `${built}${specifier.slice(12)}/src/index.js` : fileOf(specifier, context.parentURL), context),
  load(url, context, next) {
    if (!DECORATED.test(url)) return next(url, context);
    return { format: 'module', shortCircuit: true, source: compiled(fileURLToPath(url)) };
  },
});

const { default: ts } = await import('typescript');

/**
 * Where an import that ends in .js is to be found: in dist where an app has it, and beside it as .ts where it is not built.
 * @param {string} specifier
 * @param {string | undefined} importer
 */
function fileOf(specifier, importer) {
  if (!specifier.startsWith('.') || !specifier.endsWith('.js') || !importer?.startsWith('file:')) return specifier;
  const target = new URL(specifier, importer).href;
  if (target.startsWith(apps)) return target.replace(apps, builtApps);
  const source = target.replace(/\.js$/, '.ts');
  return !existsSync(fileURLToPath(target)) && existsSync(fileURLToPath(source)) ? source : specifier;
}

/** @param {string} file */
function compiled(file) {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2024, experimentalDecorators: true, emitDecoratorMetadata: true, verbatimModuleSyntax: true, inlineSourceMap: true };
  return ts.transpileModule(readFileSync(file, 'utf8'), { fileName: file, compilerOptions }).outputText;
}
