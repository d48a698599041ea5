import { STATEMENT_KINDS, STATEMENT_STRENGTHS } from '@standoff/evidence';
import { Argument, Option, type Command } from 'commander';
import {
  encodingOption,
  jsonOptions,
  nameList,
  paragraphList,
  partialDate,
  suggestionKinds,
  wholeNumber,
  wordOption,
} from '../arguments.js';
import { add, type Runs } from './command.js';

/** The texts beside a situation, and what rests on them. */
export function addTexts(program: Command, runs: Runs): void {
  add(
    program,
    'read <text>',
    'read a text and suggest what may go into a situation: actors, dates, conditions, who says what, …',
    [
      new Option(
        '--for <case>',
        'what this situation has already is known, and decisions are kept',
      ),
      new Option('--source <name>', 'the source that references name (the name of the file)'),
      new Option(
        '--published <day>',
        'the day it was written, such as 2018-04-27 (as the text or the situation says)',
      ).argParser(partialDate),
      new Option('--kind <list>', 'only these kinds, such as actor,demand').argParser(
        suggestionKinds,
      ),
      new Option('--paragraph <list>', 'only from these paragraphs, such as 3,7-9').argParser(
        paragraphList,
      ),
      new Option('--accept <names>', 'remember these as accepted').argParser(nameList),
      new Option('--write', 'put the lines of what is accepted into the situation'),
      new Option('--reject <names>', 'remember these as not wanted').argParser(nameList),
      new Option('--undecide <names>', 'forget what was decided about these').argParser(nameList),
      new Option(
        '--with <url>',
        'let a server of your own draft, of the OpenAI-compatible kind; what it proposes is checked',
      ).conflicts(['accept', 'reject', 'undecide', 'draft', 'kind', 'paragraph', 'all', 'out']),
      new Option('--model <name>', 'which of the models of that server'),
      new Option('--all', 'also what is decided and what the model knows'),
      new Option('--draft', 'a situation to edit, made of what is not rejected').conflicts('json'),
      new Option('--out <file>', 'where the draft goes; nothing is overwritten'),
      encodingOption(),
      ...jsonOptions(),
    ],
    [
      'standoff read article.html',
      'standoff read article.txt --draft --out draft.standoff',
      'standoff read article.txt --for harbour --kind actor,demand',
      'standoff read article.txt --for harbour --accept 1x0c4 --write',
      'standoff read article.txt --for harbour --with http://localhost:11434 --model llama3.1',
    ],
  ).action(runs(async () => (await import('../commands/read.js')).readText));

  const source = program
    .command('source')
    .description('the texts beside a situation: add one, list them, look up what refers to them');
  add(
    source,
    'add <case> <name> <file>',
    'read the text of a source, copy it to sources/ beside the situation, and record its hash',
    [
      new Option('--in-place', 'leave the file where it is and record its path'),
      new Option(
        '--declare',
        'put a source of that name into the situation, where it has none, with what the text says of itself',
      ),
      encodingOption(),
      ...jsonOptions(),
    ],
    [
      'standoff source add harbour gazette ~/Downloads/article.html',
      'standoff source add harbour gazette article.txt --declare',
      'standoff source add harbour gazette ../texts/article.pdf --in-place',
      'standoff source add harbour gazette article.txt --encoding euc-kr',
    ],
  ).action(runs(async () => (await import('../commands/source-add.js')).addSource));
  add(
    source,
    'import <file>',
    'the works in a bibliography (BibTeX, RIS) as sources of a situation, to be put into one',
    [...jsonOptions()],
    [
      'standoff source import library.bib',
      'standoff source import library.ris >> harbour.standoff',
    ],
  ).action(runs(async () => (await import('../commands/source-import.js')).importSources));
  add(
    source,
    'list <case>',
    'the sources, which of them have a text, and how much refers to them',
    [...jsonOptions()],
    ['standoff source list harbour'],
  ).action(runs(async () => (await import('../commands/source-list.js')).listSources));
  add(
    source,
    'check <case>',
    'whether the texts are those recorded, and whether every reference and annotation is found in them',
    [...jsonOptions()],
    [
      'standoff source check harbour',
      "standoff source check harbour --json | jq '.problems[].reference'",
    ],
  ).action(runs(async () => (await import('../commands/source-check.js')).checkSources));

  add(
    source,
    'mark <case> <name> <words>',
    'mark exact words of a source as a statement, for elements to rest on; where they stand is checked',
    [
      wordOption('--kind <kind>', 'what the statement is', STATEMENT_KINDS),
      new Option('--by <who>', 'who says it; the source itself when left out'),
      wordOption('--strength <strength>', 'how surely', STATEMENT_STRENGTHS),
      new Option(
        '--paragraph <n>',
        'where the words stand several times: in which paragraph',
      ).argParser(wholeNumber),
      new Option('--prefix <words>', 'the same: what stands directly before'),
      new Option('--suffix <words>', 'the same: what stands directly after'),
      new Option('--digest', 'keep a digest of the words instead of the words'),
      ...jsonOptions(),
    ],
    [
      'standoff source mark harbour gazette "without a subsidy the line closes" --kind threatens --by "the operator"',
      'standoff source mark harbour gazette "the line closes" --paragraph 2 --digest',
    ],
  ).action(runs(async () => (await import('../commands/source-mark.js')).markSource));

  add(
    source,
    'annotations <case> <name>',
    'annotations of a source in the form of Hypothesis: prints them, or takes those of a file in',
    [...jsonOptions()],
    [
      'standoff source annotations harbour gazette > gazette.annotations.json',
      'standoff source annotations harbour gazette export.json',
    ],
  )
    .addArgument(new Argument('[file]', 'an export of Hypothesis, in JSON'))
    .action(
      runs(async () => (await import('../commands/source-annotations.js')).exchangeAnnotations),
    );

  add(
    program,
    'text <case> <source>',
    'a source in numbered paragraphs and sentences, with what becomes of each in the model',
    [new Option('--open', 'only the sentences of which the model says nothing'), ...jsonOptions()],
    [
      'standoff text harbour gazette',
      'standoff text harbour gazette P7-P9',
      'standoff text harbour gazette --open',
    ],
  )
    .addArgument(
      new Argument('[paragraphs]', 'such as P7 or P7-P9; all when left out').argParser(
        paragraphList,
      ),
    )
    .action(runs(async () => (await import('../commands/text.js')).text));

  add(
    program,
    'cite <case> <element>',
    'what an element rests on: the passages, the reasons and claims, and the bibliography',
    [
      wordOption('--style <style>', 'how the bibliography is written', [
        'apa',
        'harvard1',
        'vancouver',
      ]).default('apa'),
      new Option('--csl', 'only the bibliography, in CSL-JSON for a reference manager').conflicts(
        'json',
      ),
      wordOption('--as <form>', 'only the bibliography, in another form for one', [
        'bibtex',
        'ris',
      ]).conflicts(['json', 'csl']),
      ...jsonOptions(),
    ],
    [
      'standoff cite cases/korea-2018 NK.dismantle',
      'standoff cite cases/korea-2018 cogan --style harvard1',
      'standoff cite harbour Union --csl > harbour.json',
      'standoff cite harbour Union --as bibtex > harbour.bib',
    ],
  ).action(runs(async () => (await import('../commands/cite.js')).cite));
}
