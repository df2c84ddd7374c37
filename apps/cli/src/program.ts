import { Command } from 'commander';
import { listCases } from './case-list.js';
import type { CaseListOptions } from './case-list.js';
import { showCase } from './case-show.js';
import type { CaseShowOptions } from './case-show.js';
import { JSON_OPTION } from './command.js';
import type { Ended } from './command.js';
import type { Context } from './context.js';
import { publishNewsroom } from './newsroom.js';
import type { NewsroomOptions } from './newsroom.js';
import { addParked } from './parked-program.js';
import { publish } from './publish.js';
import type { PublishOptions } from './publish.js';
import { watch } from './watch.js';
import type { WatchOptions } from './watch.js';

const ROOT_HELP = `
Data goes to standard output, talk to standard error.

Environment:
  DOCKETWIRE_INTAKE_URL     where updates are published (http://127.0.0.1:3401)
  DOCKETWIRE_QUERY_URL      where cases are read (http://127.0.0.1:3400)
  DOCKETWIRE_PROJECTOR_URL  where parked records are dealt with (http://127.0.0.1:3403)
  NO_COLOR                  no colours, as --no-color

Exit codes:
  0 done   1 failed   2 wrong usage   3 not found   4 refused by the server   130 interrupted

Examples:
  docketwire case list
  docketwire watch
  docketwire publish story.txt --source harbor-courier --id 2024-03-05-whitlock --published 2024-03-05`;

/** The whole command line. `ended` hears the exit code of the command that was run. */
export function buildProgram(context: Context, ended: Ended): Command {
  const program = new Command('docketwire')
    .description('Publish article updates, read cases, and follow their changes.')
    .option('--no-color', 'no colours')
    .addHelpText('after', ROOT_HELP)
    .showSuggestionAfterError();
  addPublish(program, context, ended);
  addWatch(program, context, ended);
  addCases(program, context, ended);
  addNewsroom(program, context, ended);
  addParked(program, context, ended);
  return program;
}

function addPublish(program: Command, context: Context, ended: Ended): void {
  program
    .command('publish')
    .description('publish an article update from a text file, or many from NDJSON; "-" is standard input')
    .argument('[file]', 'text (with or without front matter), or NDJSON where it ends in .ndjson or .jsonl; may be left out for a hold, release or retraction')
    .option('--source <name>', 'who publishes, such as harbor-courier')
    .option('--id <id>', "the publisher's own id of the article")
    .option('--published <time>', 'date, or time with its offset')
    .option('--title <title>')
    .option('--kind <kind>', 'new (if not said), update, correction, hold, release or retraction')
    .option('--revision <number>', "the publisher's count of versions")
    .option('--modified <time>', 'time of this version, with its offset')
    .option('--url <url>')
    .option('--language <tag>', 'such as en-GB')
    .option('--originator <name>', 'the credited agency')
    .option('--case-reference <reference>', 'such as a docket number')
    .option('--ndjson', 'the file holds one JSON update a line')
    .option(...JSON_OPTION)
    .addHelpText('after', `
Waits and tries again while the server cannot take an update. Publishing the same update again changes nothing.

Examples:
  docketwire publish story.txt --source harbor-courier --id 2024-03-05-whitlock --published 2024-03-05 --title "Plea in Port Elm"
  docketwire publish --source harbor-courier --id 2024-03-05-whitlock --kind retraction --revision 3
  docketwire publish updates.ndjson --json
  other-program | docketwire publish - --ndjson`)
    .action(async (file: string | undefined, options: PublishOptions) => ended(await publish(context, file, options)));
}

function addWatch(program: Command, context: Context, ended: Ended): void {
  program
    .command('watch')
    .description('print each change as it comes, of all cases or of one; goes on by itself when the connection is cut')
    .argument('[case]', "a case's id")
    .option('--after <seq>', 'first the changes after this number: 0 for all')
    .option('--count <n>', 'stop after so many changes')
    .option('--timeout <seconds>', 'stop after so long; with --count, too few changes by then are a failure')
    .option('--pre-charge', 'also changes about people whom nobody has accused in court')
    .option(...JSON_OPTION)
    .addHelpText('after', `
Examples:
  docketwire watch
  docketwire watch --after 0 --json
  docketwire watch 4f0c7d5e-6f0a-5d0e-9a51-0d4f5f5b7c11 --count 1 --timeout 60`)
    .action(async (caseId: string | undefined, options: WatchOptions) => ended(await watch(context, caseId, options)));
}

function addCases(program: Command, context: Context, ended: Ended): void {
  const cases = program.command('case').description('read cases').addHelpText('after', `
Examples:
  docketwire case list --name whitlock
  docketwire case show 4f0c7d5e-6f0a-5d0e-9a51-0d4f5f5b7c11`);
  cases
    .command('list')
    .description('the cases that changed last')
    .option('--name <name>', "words that begin the words of a defendant's name")
    .option('--status <status>', 'such as charged, dismissed, acquitted')
    .option('--changed-since <time>', 'time with its offset')
    .option('--pre-charge', 'also people whom nobody has accused in court')
    .option('--limit <n>', 'at most so many', '50')
    .option(...JSON_OPTION)
    .addHelpText('after', `
Examples:
  docketwire case list --status dismissed
  docketwire case list --name "dana whit" --json`)
    .action(async (options: CaseListOptions) => ended(await listCases(context, options)));
  cases
    .command('show')
    .description('one case: its charges, how they came to stand where they stand, and the words that say so')
    .argument('<id>', "the case's id")
    .option('--on <date>', 'what was true on that day')
    .option('--known-at <time>', 'as it was known at that instant')
    .option(...JSON_OPTION)
    .addHelpText('after', `
Examples:
  docketwire case show 4f0c7d5e-6f0a-5d0e-9a51-0d4f5f5b7c11
  docketwire case show 4f0c7d5e-6f0a-5d0e-9a51-0d4f5f5b7c11 --on 2023-02-28
  docketwire case show 4f0c7d5e-6f0a-5d0e-9a51-0d4f5f5b7c11 --known-at 2023-04-21T12:00:00Z --json`)
    .action(async (id: string, options: CaseShowOptions) => ended(await showCase(context, id, options)));
}

function addNewsroom(program: Command, context: Context, ended: Ended): void {
  program
    .command('newsroom')
    .description('the sample newsroom: invented articles about one invented case')
    .addHelpText('after', '\nExamples:\n  docketwire newsroom publish')
    .command('publish', { isDefault: true })
    .description('publish its articles, out of order and some twice, as news arrives')
    .argument('[folder]', 'where it lies, if not in infra/newsroom')
    .option('--batch <name>', '1: charge to dismissal; 2: what came after; all', '1')
    .option(...JSON_OPTION)
    .addHelpText('after', `
Examples:
  docketwire newsroom publish
  docketwire newsroom publish --batch all`)
    .action(async (folder: string | undefined, options: NewsroomOptions) => ended(await publishNewsroom(context, folder, options)));
}
