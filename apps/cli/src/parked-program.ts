import type { Command } from 'commander';
import { JSON_OPTION } from './command.js';
import type { Ended } from './command.js';
import type { Context } from './context.js';
import { discardParked, redriveParked } from './parked-act.js';
import type { ActOptions } from './parked-act.js';
import { listParked, showParked } from './parked.js';
import type { ParkedListOptions } from './parked.js';

const PLACE = 'cases.assertions.v1/3/1842';
const PLACES = ['<place...>', 'as `list` prints them: topic/partition/offset'] as const;

/** For operators: records that could not be applied. */
export function addParked(program: Command, context: Context, ended: Ended): void {
  const parked = program.command('parked').description('records that could not be applied: look at them, publish them again, discard them').addHelpText('after', `
A parked record holds nothing back; its case is shown with the remark that something may be missing.

Examples:
  docketwire parked list
  docketwire parked redrive ${PLACE} --dry-run`);
  addReads(parked, context, ended);
  parked
    .command('redrive')
    .description('publish records again, to be applied like new ones: after an update of Docketwire has mended what broke')
    .argument(...PLACES)
    .option('--dry-run', 'only say what would become of each')
    .option('--yes', 'do not ask')
    .option(...JSON_OPTION)
    .addHelpText('after', `
Examples:
  docketwire parked redrive ${PLACE} --dry-run
  docketwire parked redrive ${PLACE} --yes`)
    .action(async (places: string[], options: ActOptions) => ended(await redriveParked(context, places, options)));
  parked
    .command('discard')
    .description('forget records that are not needed; on their topic they stay')
    .argument(...PLACES)
    .requiredOption('--reason <text>', 'why: it goes into the log')
    .option('--dry-run', 'only say which would be forgotten')
    .option('--yes', 'do not ask')
    .option(...JSON_OPTION)
    .addHelpText('after', `
Examples:
  docketwire parked discard ${PLACE} --reason "a test by hand" --dry-run
  docketwire parked discard ${PLACE} --reason "a test by hand" --yes`)
    .action(async (places: string[], options: ActOptions & { reason: string }) => ended(await discardParked(context, places, options)));
}

function addReads(parked: Command, context: Context, ended: Ended): void {
  parked
    .command('list')
    .description('all of them, in the order of the log')
    .option('--case <id>', 'only those about this case')
    .option(...JSON_OPTION)
    .addHelpText('after', `
Examples:
  docketwire parked list
  docketwire parked list --json`)
    .action(async (options: ParkedListOptions) => ended(await listParked(context, options)));
  parked
    .command('show')
    .description('one record: why it broke, its headers and its value')
    .argument('<place>', PLACES[1])
    .option(...JSON_OPTION)
    .addHelpText('after', `
Examples:
  docketwire parked show ${PLACE}
  docketwire parked show ${PLACE} --json`)
    .action(async (place: string, options: { json?: boolean }) => ended(await showParked(context, place, options)));
}
