import { CONCEPTS, RESPONSE_CONCEPTS } from '@standoff/engine';
import type { Parameter, Takes } from '@standoff/questions';
import { Option } from 'commander';
import {
  askedConceptOption,
  blockList,
  costList,
  nameList,
  whole,
  word,
  wordOption,
  wholeNumber,
} from './arguments.js';

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

/** Whether other situations are named behind the first. */
export function takesOthers(takes: Takes): boolean {
  return Object.values(takes).some(({ kind }) => kind === 'situations');
}

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
