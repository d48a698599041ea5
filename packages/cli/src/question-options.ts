import { CONCEPTS, RESPONSE_CONCEPTS } from '@standoff/engine';
import { questionNamed, type Parameter, type QuestionName, type Takes } from '@standoff/questions';
import { CommanderError, Option } from 'commander';
import {
  askedConceptOption,
  blockList,
  costList,
  memoryOption,
  nameList,
  opponentsOption,
  whole,
  word,
  wordOption,
  wholeNumber,
} from './arguments.js';
import { usage } from './failure.js';
import type { QuestionFlags } from './question.js';

/** What stands for the value of an option in help. */
const SHOWN: Readonly<Record<Exclude<Parameter['kind'], 'flag' | 'situations'>, string>> = {
  state: 'state',
  actor: 'actor',
  element: 'id',
  condition: 'condition',
  conditions: 'list',
  concept: 'concept',
  anyConcept: 'concept',
  responses: 'concept',
  whole: 'n',
  blocks: 'blocks',
  costs: 'list',
  word: 'word',
};

/** The options of a question's command: one for everything else that it takes. */
export function optionsOf(takes: Takes): Option[] {
  return Object.entries(takes).flatMap(([name, parameter]) =>
    parameter.kind === 'situations' ? [] : [optionOf(name, parameter)],
  );
}

function optionOf(name: string, parameter: Exclude<Parameter, { kind: 'situations' }>): Option {
  const { kind, description } = parameter;
  const long = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (kind === 'flag') return new Option(long, description);
  const flags = `${long} <${SHOWN[kind]}>`;
  if (kind === 'concept') return wordOption(flags, description, CONCEPTS);
  if (kind === 'anyConcept') return askedConceptOption(description);
  if (kind === 'responses') return wordOption(flags, description, RESPONSE_CONCEPTS);
  const option = new Option(flags, description);
  if (kind === 'whole') {
    const { least, most } = parameter;
    option.argParser(least === null ? wholeNumber : whole(least, most));
  } else if (kind === 'word') {
    const words = parameter.words.map(String);
    option
      .choices(words)
      .argParser((value: string) => parameter.words[words.indexOf(word(value, words))]);
  } else if (kind === 'blocks') {
    option.argParser(blockList);
    if (parameter.instead !== undefined) option.conflicts(parameter.instead);
  } else if (kind === 'costs') option.argParser(costList);
  else if (kind === 'conditions') option.argParser(nameList);
  if ('usually' in parameter) option.default(parameter.usually);
  return option;
}

/**
 * What a question takes, where it is given by name and not on a command line.
 * @throws Failure where something else is given, or is not written as it should be
 */
export function flagsOf(
  question: QuestionName,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const options = optionsOf(questionNamed(question).takes);
  const flags = Object.fromEntries(
    options.flatMap((option) =>
      option.defaultValue === undefined ? [] : [[option.attributeName(), option.defaultValue]],
    ),
  ) as Record<string, unknown>;
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const option = options.find((one) => one.attributeName() === name);
    if (option === undefined)
      throw usage(
        'usage',
        `${question} takes no ${name}`,
        `it takes: ${options.map((one) => `${one.attributeName()} (${one.description})`).join('; ') || 'nothing'}`,
      );
    flags[name] = parsed(option, value);
  }
  return flags;
}

function parsed(option: Option, value: unknown): unknown {
  if (option.isBoolean()) return value === true || value === 'true';
  const words = String(value);
  const read = option.parseArg as ((words: string, before: unknown) => unknown) | undefined;
  try {
    return read === undefined ? words : read(words, undefined);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw usage('usage', `${option.attributeName()}: ${error.message}`, option.description);
  }
}

/** What a question is asked with where nobody says otherwise. */
export function usualFlags(): Pick<QuestionFlags, 'memory' | 'opponents'> {
  return {
    memory: memoryOption().defaultValue as number,
    opponents: opponentsOption().defaultValue as QuestionFlags['opponents'],
  };
}
