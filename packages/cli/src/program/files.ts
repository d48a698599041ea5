import { FORMATS } from '@standoff/exchange';
import { REPORT_FORMATS } from '@standoff/exchange/report';
import { REPORT_FILE_FORMATS } from '@standoff/questions';
import { Option, type Command } from 'commander';
import {
  jsonOptions,
  memoryOption,
  opponentsOption,
  partialDate,
  wholeNumber,
  wordOption,
} from '../arguments.js';
import { TEMPLATES } from '../templates.js';
import { add, type Runs } from './command.js';

/** What `export --as` can be. */
const WRITTEN = [
  ...FORMATS.filter(({ writer }) => writer !== null),
  ...REPORT_FORMATS,
  { name: 'package', what: 'the case as one file, with what stands beside it' },
];

/** Files that are written: situations, reports, the forms of other programs. */
export function addFiles(program: Command, runs: Runs): void {
  add(
    program,
    'report [case]',
    'write a briefing as one file: findings with reasons and citations, figures, and the model; or check one',
    [
      new Option(
        '--out <file>',
        'where to write it; - for standard output (NAME.report.html in this folder)',
      ),
      wordOption(
        '--format <format>',
        'by the name of the file when left out, else html',
        REPORT_FILE_FORMATS,
      ),
      wordOption('--style <style>', 'how sources are cited', ['apa', 'harvard1', 'vancouver']),
      new Option('--date <day>', 'the day it was made, such as 2018-05-01, to be told').argParser(
        partialDate,
      ),
      new Option('--seed <n>', 'where worlds are drawn').default(1).argParser(wholeNumber),
      new Option('--force', 'also overwrite a file that is no report'),
      new Option('--verify <file>', 'work out everything in a report again and compare').conflicts([
        'out',
        'format',
        'style',
        'date',
        'force',
      ]),
      opponentsOption(),
      memoryOption(),
      ...jsonOptions(),
    ],
    [
      'standoff report cases/korea-2018',
      'standoff report harbour --out briefing.md',
      'standoff report harbour --style apa --date 2018-05-01',
      'standoff report --verify korea.report.html',
    ],
  ).action(runs(async () => (await import('../commands/report.js')).report));

  add(
    program,
    'format <case...>',
    'lay out a situation; comments stay',
    [
      new Option('--write', 'write the result back to the file').conflicts('check'),
      new Option(
        '--check',
        'only name the files whose layout differs; exit code 1 if there are any',
      ),
      ...jsonOptions(),
    ],
    [
      'standoff format harbour                print the result',
      'standoff format --write cases/*        lay out the files themselves',
      'standoff format --check cases/*        in continuous integration',
    ],
  ).action(runs(async () => (await import('../commands/format.js')).format));

  add(
    program,
    'new [folder]',
    'write a commented starter situation; nothing is overwritten',
    [
      wordOption(
        '--as <kind>',
        'begin with this kind of conflict, called after the folder',
        Object.keys(TEMPLATES),
      ),
      new Option(
        '--from <text>',
        'read this text, keep it beside the situation, and declare it as the source',
      ),
      ...jsonOptions(),
    ],
    [
      'standoff new harbour',
      'standoff new harbour --from ~/Downloads/article.html',
      'standoff new river --as mediation',
      'standoff new                  in this folder',
    ],
  ).action(runs(async () => (await import('../commands/new.js')).create));

  add(
    program,
    'import <file>',
    'make a situation of a file of another program, with a note of what could not be carried over',
    [
      new Option(
        '--to <folder>',
        'where the situation is written; the folder called as the file, without its ending, when left out',
      ),
      ...jsonOptions(),
    ],
    [
      'standoff import elmira.gmcr',
      'standoff import table.csv --to harbour',
      'standoff import chicken.nfg',
      'standoff import harbour.zip            a case that was exported as a package',
    ],
  ).action(runs(async () => (await import('../commands/import.js')).importFile));

  add(
    program,
    'export <case>',
    'write the model for another program or a paper, a figure, the report for a word processor, or the whole case',
    [
      wordOption(
        '--as <format>',
        `the form: ${WRITTEN.map(({ name, what }) => `${name} (${what})`).join('; ')}`,
        WRITTEN.map(({ name }) => name),
      ).makeOptionMandatory(),
      new Option('--out <file>', 'where it goes; nothing is overwritten'),
      new Option(
        '--figure <name>',
        'of svg and png, which figure of the report, such as map or tornado; its first when left out',
      ),
      new Option('--no-texts', 'of a package: without the texts of the sources'),
      opponentsOption(),
      memoryOption(),
    ],
    [
      'standoff export cases/korea-2018 --as gmcr --out korea.gmcr',
      'standoff export harbour --as latex > tables.tex',
      'standoff export harbour --as dot | dot -Tsvg > harbour.svg',
      'standoff export harbour --as png --figure map --out map.png',
      'standoff export harbour --as package --no-texts --out harbour.zip',
    ],
  ).action(runs(async () => (await import('../commands/export.js')).exportCase));

  add(
    program,
    'model <case>',
    'print the model that a situation comes to, in JSON, which can be CASE in its place; or as a text',
    [
      ...jsonOptions(),
      new Option(
        '--text',
        'the text of a situation that comes to this model, as of one that another program made',
      ).conflicts('json'),
    ],
    [
      'standoff model harbour > harbour.json',
      'standoff analyse harbour.json',
      'standoff model harbour.json --text > again.standoff',
      "standoff model harbour | jq '.options[].id'",
    ],
  ).action(runs(async () => (await import('../commands/model.js')).model));
}
