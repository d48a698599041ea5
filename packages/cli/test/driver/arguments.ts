import type { Argument, Command, Option } from 'commander';
import fc from 'fast-check';
import { createProgram } from '../../src/program.js';

/** A command that does something, with the words that call it. */
export interface Callable {
  /** "source add" */
  readonly name: string;
  readonly command: Command;
}

/** All commands, read from the program itself, so that none can be forgotten. */
export const COMMANDS: readonly Callable[] = callables(
  createProgram('0', () => Promise.resolve()),
  '',
);

function callables(parent: Command, before: string): Callable[] {
  return parent.commands.flatMap((command) => {
    const name = before + command.name();
    return command.commands.length > 0 ? callables(command, `${name} `) : [{ name, command }];
  });
}

export function takesJson({ command }: Callable): boolean {
  return command.options.some(({ long }) => long === '--json');
}

/** Where the situation lies, and its text beside it; from the folder in which commands are called. */
export const FILES = {
  case: 'case',
  situation: 'case/s.standoff',
  text: 'article.txt',
} as const;

const CASES = [FILES.case, FILES.case, FILES.case, FILES.situation, '-', 'nowhere', FILES.text];
const PLACES = [
  FILES.text,
  FILES.text,
  'out.html',
  'out.md',
  '-',
  'case',
  'no/where',
  '',
  FILES.situation,
];
// Small, since they say how much is to be done.
const NUMBERS = ['0', '1', '2', '3', '-1', '1.5', '1e400', '07', 'two'];
const SIZES = ['1B', '10KB', '1MB', '64MB', '2GB', '2XB'];
const DATES = ['2018', '2018-04-27', '2018-13', '27.04.2018'];
const JUNK = [
  '',
  ' ',
  '((',
  "'",
  '"',
  ',',
  '+',
  '@',
  '#',
  '__proto__',
  'constructor',
  'a\nb',
  '\u2028',
  '-',
  '--',
  '\u{1F980}',
  '../..',
  'x'.repeat(300),
];

/**
 * The words of a call, without --json: what the command takes, mostly valid and of this text, sometimes
 * nothing of the kind; options that are left out, said twice, or unknown.
 */
export function callOf({ name, command }: Callable, text: string): fc.Arbitrary<string[]> {
  const named = namesIn(text);
  const positional = command.registeredArguments.map((argument) => positionalOf(argument, named));
  const options = command.options
    .filter(({ long }) => long !== '--json')
    .map((option) =>
      fc.oneof(
        { weight: 3, arbitrary: fc.constant<string[]>([]) },
        { weight: 1, arbitrary: optionOf(option, named) },
      ),
    );
  const astray = fc.oneof(
    { weight: 30, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.constantFrom(['--nonsense'], ['extra'], ['--stat', 'x'], ['--']) },
  );
  return fc
    .tuple(fc.tuple(...positional), fc.tuple(...options), astray)
    .map(([given, said, other]) => [...name.split(' '), ...given.flat(), ...said.flat(), ...other]);
}

function positionalOf(argument: Argument, named: readonly string[]): fc.Arbitrary<string[]> {
  const value = valueOf(argument.name(), argument.argChoices, argument.parseArg, named);
  const given = argument.variadic
    ? fc.array(value, { minLength: 1, maxLength: 3 })
    : value.map((one) => [one]);
  return fc.oneof(
    { weight: argument.required ? 30 : 3, arbitrary: given },
    { weight: 1, arbitrary: fc.constant<string[]>([]) },
  );
}

function optionOf(option: Option, named: readonly string[]): fc.Arbitrary<string[]> {
  const flag = option.long!;
  if (!option.required && !option.optional) return fc.constant<string[]>([flag]);
  const [, placeholder = ''] = /[<[](.*?)\.*[>\]]/.exec(option.flags) ?? [];
  // A port that is free now may be taken at the next call.
  const value =
    flag === '--port'
      ? fc.constantFrom('0', '65536', 'x')
      : valueOf(placeholder, option.argChoices, option.parseArg, named);
  const given = fc
    .tuple(value, fc.boolean())
    .map(([one, apart]) => (apart ? [flag, one] : [`${flag}=${one}`]));
  return fc.oneof(
    { weight: 20, arbitrary: given },
    { weight: 1, arbitrary: fc.tuple(given, given).map((twice) => twice.flat()) },
    { weight: 1, arbitrary: fc.constant<string[]>([flag]) },
  );
}

/** A value: four times in five one that the option itself takes. */
function valueOf(
  placeholder: string,
  choices: readonly string[] | undefined,
  parse: ((value: string, previous: never) => unknown) | undefined,
  named: readonly string[],
): fc.Arbitrary<string> {
  const all = [...NUMBERS, ...SIZES, ...DATES, ...named, ...JUNK];
  const fitting =
    choices ??
    (placeholder === 'case'
      ? CASES
      : /^(file|text|folder)$/.test(placeholder)
        ? PLACES
        : parse === undefined
          ? named
          : all.filter((value) => takes(parse, value)));
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...(fitting.length > 0 ? fitting : all)) },
    { weight: 1, arbitrary: fc.constantFrom(...all) },
  );
}

function takes(parse: (value: string, previous: never) => unknown, value: string): boolean {
  try {
    parse(value, undefined as never);
    return true;
  } catch {
    return false;
  }
}

/** Names of the text and what states are called by, and lists and expressions made of them. */
function namesIn(text: string): string[] {
  const found = [...new Set(text.match(/\p{L}[\p{L}\p{N}_]*(\.\p{L}[\p{L}\p{N}_]*)?|"[^"\n]*"/gu))]
    .map((name) => name.replace(/^"|"$/g, ''))
    .slice(0, 60);
  const dotted = found.filter((name) => name.includes('.'));
  const [one = 'A.x', other = one] = dotted;
  return [
    ...found,
    'status quo',
    'none',
    '#0',
    '#1',
    '#99999999999999999999',
    'YN',
    `+${one}`,
    `-${one}, +${other}`,
    `${one}, ${other}`,
    `${one.split('.')[0]}+${other.split('.')[0]}`,
    `${one} and not ${other}`,
    `at most one of {${one}, ${other}}`,
    'all',
    'a,d',
    'Nash,SEQ',
    'L3',
    'Maximin2',
    'binding=1, fixed=off',
    'outcomes',
  ];
}
