import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOMS } from './support/rooms.js';

describe('the rooms', () => {
  it('are all named in the table, and the table names no other', () => {
    expect(Object.keys(ROOMS).toSorted()).toEqual(roomsOnDisk());
  });

  it.each(Object.entries(ROOMS))('%s imports only what it may', (room, allowed) => {
    expect(sourcesOf(room).flatMap((file) => strayImports({ file, room, ...allowed }))).toEqual([]);
  });
});

describe('the check itself', () => {
  const stray = (target: string) =>
    strayImports({ file: 'libs/case/src/x.ts', room: 'libs/case', rooms: ['kernel'], packages: [], text: `import { a } from '${target}';` });

  it.each(['@docketwire/log', 'kafkajs', 'node:fs', '../../log/src/index.js', '@docketwire/case', 'fs/promises'])('sees a stray import of %s', (target) => {
    expect(stray(target)).toHaveLength(1);
  });

  it.each(['@docketwire/kernel', './vocabulary.js', 'node:crypto'])('lets %s pass', (target) => {
    expect(stray(target)).toEqual([]);
  });
});

type Source = { file: string; room: string; rooms: readonly string[]; packages: readonly string[]; io?: boolean; text?: string };

function strayImports({ file, room, rooms, packages, io = false, text = readFileSync(file, 'utf8') }: Source): string[] {
  return ts
    .preProcessFile(text)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((target) => !isAllowed(target))
    .map((target) => `${file} → ${target}`);

  function isAllowed(target: string): boolean {
    if (target.startsWith('.')) return join(file, '..', target).startsWith(`${room}/`);
    if (target.startsWith('node:') || builtinModules.includes(target)) return io || target === 'node:crypto';
    if (target.startsWith('@docketwire/')) return rooms.includes(target.slice('@docketwire/'.length));
    return packages.some((name) => target === name || target.startsWith(`${name}/`));
  }
}

function roomsOnDisk(): string[] {
  return ['libs', 'apps'].flatMap((top) => readdirSync(top).map((name) => `${top}/${name}`)).toSorted();
}

/** Specs may use what they like; a room's own rule binds what ships. */
function sourcesOf(room: string): string[] {
  const sources = join(room, 'src');
  if (!existsSync(sources)) return [];
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.spec.'))
    .map((file) => join(sources, file));
}
