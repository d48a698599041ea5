import { ANSWERED, QUESTION_NAMES, questionNamed } from '@standoff/questions';
import { STANDARD_NAMES, USUAL_STANDARD } from '@standoff/situation';
import { FIRM_CONCEPTS } from '@standoff/engine';
import { STATEMENT_KINDS, STATEMENT_STRENGTHS } from '@standoff/evidence';
import { FORMATS } from '@standoff/exchange';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import {
  coalitionScope,
  conceptList,
  dateList,
  encodingOption,
  extensionList,
  jsonOptions,
  longJsonOptions,
  memoryOption,
  nameList,
  opponentsOption,
  paragraphList,
  partialDate,
  partList,
  portNumber,
  positiveNumber,
  suggestionKinds,
  wholeNumber,
  wordOption,
} from './arguments.js';
import { SHELLS } from './completion-script.js';
import { usage } from './failure.js';
import type { Io } from './io.js';
import type { QuestionFlags } from './question.js';
import { optionsOf, takesOthers } from './question-options.js';
import { SCHEMA_NAMES } from './schema-names.js';
import { TEMPLATES } from './templates.js';

/**
 * What a command's module gives: it runs the command and returns the exit code. Its arguments are those
 * that its signature and its options name.
 */
type Run = (io: Io, ...args: never) => Promise<number> | number;

/** Loads a command and runs it with the arguments that were read. */
type Perform = (command: () => Promise<Run>, args: never) => Promise<void>;

/**
 * The command line: names, options, help. What a command does is loaded only when it runs, so that
 * `--help` is quick.
 */
export function createProgram(version: string, perform: Perform): Command {
  const runs =
    (command: () => Promise<Run>) =>
    async (...args: unknown[]): Promise<void> => {
      if (args.flat().some((word) => typeof word === 'string' && word.trim() === ''))
        throw usage(
          'usage',
          'one of the names on the command line is blank',
          'write a name or leave it out; . is this folder',
        );
      await perform(command, args as never);
    };
  const program = new Command('standoff')
    .description(
      'Makes a strategic situation that somebody has written about executable: which outcomes would\nhold, and where the present course leads, by the Graph Model for Conflict Resolution.',
    )
    .version(version, '-V, --version', 'the version')
    .helpOption('-h, --help', 'what a command does, with examples')
    .helpCommand('help [command]', 'help for a command')
    .configureHelp({ helpWidth: 100 })
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      `
CASE is a .standoff file, a folder that holds exactly one, or - for standard input. Where no text is
needed it can be a model in JSON, as "standoff model" prints it.

Examples:
  $ standoff new harbour            a starter situation in the folder harbour
  $ standoff check harbour          what is wrong with it
  $ standoff analyse harbour        what it comes to
  $ standoff explain harbour        why things stay as they are, or do not

Exit codes: 0 fine, 1 the model has errors, 2 wrong usage, 3 a fault in standoff, 130 interrupted.`,
    );

  add(
    program,
    'check <case...>',
    'say what is wrong with a situation, and what is not used yet',
    [new Option('--strict', 'count warnings as errors'), ...jsonOptions()],
    [
      'standoff check cases/korea-2018',
      'standoff check --strict cases/*',
      'cat draft.standoff | standoff check -',
    ],
  ).action(runs(async () => (await import('./commands/check.js')).check));

  add(
    program,
    'analyse <case>',
    'what the situation comes to, on a screen: who would do what, where it leads, what would change it',
    [
      new Option('--full', 'the answers to all questions, one after the other'),
      wordOption(
        '--standard <standard>',
        `what holds, and which steps the course takes; ${USUAL_STANDARD} when left out`,
        STANDARD_NAMES,
      ),
      new Option(
        '--only <list>',
        `only these parts of the answer, nothing else being worked out: ${['outcomes', ...ANSWERED].join(', ')}; "outcomes" is the whole list of what would hold`,
      ).argParser(partList),
      new Option(
        '--concepts <list>',
        `the stability concepts to look at, such as ${FIRM_CONCEPTS.join(',')}; with two decision makers also L3 (looking three moves ahead), NonMyopic, Stackelberg, Maximin3`,
      ).argParser(conceptList),
      new Option(
        '--extension <list>',
        'also what would hold where preferences are not fully known, by the attitude to that: a, b, c, d or all',
      ).argParser(extensionList),
      new Option(
        '--strength',
        'also how strong the deterrents are, where preferences have degrees',
      ),
      new Option(
        '--coalitions [scope]',
        'also what decision makers could do together: all coalitions, those up to a size ("2"), or the blocks of a partition ("NK+SK, US+JP")',
      ).argParser(coalitionScope),
      new Option('--stability', 'with --json: also every state, with ranks and verdicts'),
      new Option(
        '--limit <n>',
        'list at most so many equilibria; all are counted (10000; 20 where the states are too many to be listed)',
      ).argParser(positiveNumber),
      asOfOption(),
      opponentsOption(),
      memoryOption(),
      ...longJsonOptions(),
    ],
    [
      'standoff analyse cases/korea-2018',
      'standoff analyse cases/korea-2018 --full',
      'standoff analyse cases/korea-2018 --only commitments,replay',
      'standoff analyse harbour --only outcomes',
      'standoff analyse harbour --concepts Nash,SEQ',
      "standoff analyse harbour --json | jq '.equilibria[].taken'",
    ],
  )
    .alias('analyze')
    .action(runs(async () => (await import('./commands/analyse.js')).analyseCase));

  for (const name of QUESTION_NAMES) {
    const { asks, takes, examples } = questionNamed(name);
    add(
      program,
      `${name} ${takesOthers(takes) ? '<case...>' : '<case>'}`,
      asks,
      [...optionsOf(takes), asOfOption(), opponentsOption(), memoryOption(), ...longJsonOptions()],
      examples.map((example) => `standoff ${name} ${example}`),
    ).action(
      runs(async () => {
        const { askQuestion } = await import('./question.js');
        return (io: Io, cases: string | readonly string[], flags: QuestionFlags) =>
          askQuestion(name, io, cases, flags);
      }),
    );
  }

  add(
    program,
    'open <case>',
    'look at a case and change it in the browser: the workbench, served to this machine alone',
    [
      new Option(
        '--port <n>',
        'the port; the one the case had last, or any that is free, when left out',
      ).argParser(portNumber),
      new Option('--no-browser', 'only print the address'),
      new Option('--json', 'print the address as one line of JSON, and open no browser'),
    ],
    [
      'standoff open cases/korea-2018',
      'standoff open harbour --no-browser      print the address only',
      'standoff open harbour --port 8000       at this port',
    ],
  ).action(runs(async () => (await import('./commands/open.js')).open));

  add(
    program,
    'mcp [folder]',
    'tools for an assistant over the cases of a folder: a server of the Model Context Protocol',
    [
      new Option('--write', 'write what the assistant applies into the files'),
      new Option(
        '--port <n>',
        'serve this machine over HTTP, with a token; over standard input and output when left out',
      ).argParser(portNumber),
    ],
    [
      'standoff mcp cases                 what an assistant starts, over standard input and output',
      'standoff mcp cases --write         it may change the situations',
      'standoff mcp cases --port 8100     for clients that speak HTTP',
    ],
  ).action(runs(async () => (await import('./commands/mcp.js')).serveTools));

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
  ).action(runs(async () => (await import('./commands/read.js')).readText));

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
  ).action(runs(async () => (await import('./commands/source-add.js')).addSource));
  add(
    source,
    'import <file>',
    'the works in a bibliography (BibTeX, RIS) as sources of a situation, to be put into one',
    [...jsonOptions()],
    [
      'standoff source import library.bib',
      'standoff source import library.ris >> harbour.standoff',
    ],
  ).action(runs(async () => (await import('./commands/source-import.js')).importSources));
  add(
    source,
    'list <case>',
    'the sources, which of them have a text, and how much refers to them',
    [...jsonOptions()],
    ['standoff source list harbour'],
  ).action(runs(async () => (await import('./commands/source-check.js')).listSources));
  add(
    source,
    'check <case>',
    'whether the texts are those recorded, and whether every reference and annotation is found in them',
    [...jsonOptions()],
    [
      'standoff source check harbour',
      "standoff source check harbour --json | jq '.problems[].reference'",
    ],
  ).action(runs(async () => (await import('./commands/source-check.js')).checkSources));

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
  ).action(runs(async () => (await import('./commands/source-mark.js')).markSource));

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
    .action(runs(async () => (await import('./commands/text.js')).text));

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
  ).action(runs(async () => (await import('./commands/cite.js')).cite));

  add(
    program,
    'report [case]',
    'write a briefing as one file: findings with reasons and citations, figures, and the model; or check one',
    [
      new Option(
        '--out <file>',
        'where to write it; - for standard output (NAME.report.html in this folder)',
      ),
      wordOption('--format <format>', 'by the name of the file when left out, else html', [
        'html',
        'markdown',
      ]),
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
  ).action(runs(async () => (await import('./commands/report.js')).report));

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
  ).action(runs(async () => (await import('./commands/format.js')).format));

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
  ).action(runs(async () => (await import('./commands/new.js')).create));

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
    ],
  ).action(runs(async () => (await import('./commands/import.js')).importFile));

  add(
    program,
    'export <case>',
    'write the model for another program or a paper',
    [
      wordOption(
        '--as <format>',
        `the form: ${FORMATS.map(({ name, what }) => `${name} (${what})`).join('; ')}`,
        FORMATS.map(({ name }) => name),
      ).makeOptionMandatory(),
      new Option('--out <file>', 'where it goes; nothing is overwritten'),
      opponentsOption(),
      memoryOption(),
    ],
    [
      'standoff export cases/korea-2018 --as gmcr --out korea.gmcr',
      'standoff export harbour --as latex > tables.tex',
      'standoff export harbour --as dot | dot -Tsvg > harbour.svg',
    ],
  ).action(runs(async () => (await import('./commands/export.js')).exportCase));

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
  ).action(runs(async () => (await import('./commands/model.js')).model));

  add(
    program,
    'schema',
    'print the JSON Schema of the model, or of what a command prints with --json',
    jsonOptions().slice(1),
    ['standoff schema model', 'standoff schema analysis'],
  )
    .addArgument(new Argument('<name>').choices(SCHEMA_NAMES))
    .action(runs(async () => (await import('./commands/schema.js')).schema));

  add(
    program,
    'completion',
    'print the completion script for bash, zsh or fish',
    [],
    [
      'source <(standoff completion bash)                             this session',
      'standoff completion bash > ~/.local/share/bash-completion/completions/standoff',
      'standoff completion zsh > "${fpath[1]}/_standoff"',
      'standoff completion fish > ~/.config/fish/completions/standoff.fish',
    ],
  )
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .action(runs(async () => (await import('./commands/completion.js')).completion));

  return program;
}

function add(
  program: Command,
  signature: string,
  description: string,
  options: readonly Option[],
  examples: readonly string[],
): Command {
  const command = program.command(signature).description(description);
  for (const option of options) command.addOption(option.required ? filled(option) : option);
  return command.addHelpText(
    'after',
    `\nExamples:\n${examples.map((example) => `  $ ${example}`).join('\n')}`,
  );
}

/** An option whose value cannot be blank: "--taken ''" is a slip, not a wish for nothing. */
function filled(option: Option): Option {
  const { parseArg } = option;
  return option.argParser((value: string, previous) => {
    if (value.trim() === '') throw new InvalidArgumentError('Something has to be written there.');
    return parseArg ? parseArg(value, previous) : value;
  });
}

function asOfOption(): Option {
  return new Option(
    '--as-of <days>',
    'asked as of another day, such as 2018-04-27: events up to then have happened, and windows are judged by it; several days (analyse, outlook, compare) are told side by side',
  ).argParser(dateList);
}
