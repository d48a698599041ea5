import { FIRM_CONCEPTS } from '@standoff/engine';
import { ANSWERED, QUESTION_NAMES, questionNamed, takesOthers } from '@standoff/questions';
import { STANDARD_NAMES, USUAL_STANDARD } from '@standoff/situation';
import { Option, type Command } from 'commander';
import {
  coalitionScope,
  conceptList,
  dateList,
  extensionList,
  jsonOptions,
  longJsonOptions,
  memoryOption,
  opponentsOption,
  partList,
  positiveNumber,
  wordOption,
} from '../arguments.js';
import type { Io } from '../io.js';
import { optionsOf } from '../question-options.js';
import type { QuestionFlags } from '../question.js';
import { add, type Runs } from './command.js';
import { sweepOptions } from './sweeps.js';

/** What is asked of a situation. */
export function addAsking(program: Command, runs: Runs): void {
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
  ).action(runs(async () => (await import('../commands/check.js')).check));

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
    .action(runs(async () => (await import('../commands/analyse.js')).analyseCase));

  for (const name of QUESTION_NAMES) {
    const { asks, takes, examples, cut } = questionNamed(name);
    add(
      program,
      `${name} ${takesOthers(takes) ? '<case...>' : '<case>'}`,
      asks,
      [
        ...optionsOf(takes),
        ...(cut === null ? [] : sweepOptions()),
        asOfOption(),
        opponentsOption(),
        memoryOption(),
        ...longJsonOptions(),
      ],
      examples.map((example) => `standoff ${name} ${example}`),
    ).action(
      runs(async () => {
        const { askQuestion } = await import('../question.js');
        return (io: Io, cases: string | readonly string[], flags: QuestionFlags) =>
          askQuestion(name, io, cases, flags);
      }),
    );
  }
}

function asOfOption(): Option {
  return new Option(
    '--as-of <days>',
    'asked as of another day, such as 2018-04-27: events up to then have happened, and windows are judged by it; several days (analyse, outlook, compare) are told side by side',
  ).argParser(dateList);
}
