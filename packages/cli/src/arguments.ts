import {
  ANSWERED,
  FORESIGHT_CHOICES,
  foresightConcept,
  MEDIATION_COSTS,
  type AnalysisResult,
  type Answered,
  type MediationCosts,
} from '@standoff/questions';
import {
  CONCEPTS,
  EXTENSIONS,
  FORESIGHT_CODES,
  FORESIGHT_DEFINITIONS,
  type ForesightConcept,
  type Extension,
} from '@standoff/engine';
import type { Concept } from '@standoff/situation';
import { ENCODINGS, encodingNamed, type SuggestionKind } from '@standoff/evidence';
import { wrongDate } from '@standoff/model';
import { InvalidArgumentError, Option } from 'commander';
import { SUGGESTION_HEADINGS } from './suggestion-headings.js';

/** `--json` and `--pretty`, the same for every command. */
export function jsonOptions(): Option[] {
  return [
    new Option('--json', 'one JSON document on standard output'),
    new Option('--pretty', 'JSON laid out to be read'),
  ];
}

/** The same of answers that may be long. */
export function longJsonOptions(): Option[] {
  return [...jsonOptions(), new Option('--uncut', 'with --json: all of each list, however long')];
}

/** An option that takes one of a few words, in any case. */
export function wordOption(flags: string, description: string, words: readonly string[]): Option {
  return new Option(flags, description)
    .choices(words)
    .argParser((value: string) => word(value, words));
}

/** `--encoding euc-kr`: any name that the web has for an encoding. */
export function encodingOption(): Option {
  return new Option(
    '--encoding <name>',
    'how the letters of the file are written, where it does not say so, such as euc-kr or windows-1251',
  )
    .choices(ENCODINGS)
    .argParser((value: string) => {
      const encoding = encodingNamed(value);
      if (encoding === null) throw new InvalidArgumentError(`Choose from ${ENCODINGS.join(', ')}.`);
      return encoding;
    });
}

const OPPONENTS: Readonly<Record<string, AnalysisResult['opponentsRule']>> = {
  sequences: 'legal sequences',
  once: 'each at most once',
};

/** `--opponents once`: how their joint answers are read. */
export function opponentsOption(): Option {
  const words = Object.keys(OPPONENTS);
  return new Option(
    '--opponents <rule>',
    'how others may answer together: in any sequence without two moves in a row by one (published), or each once (an earlier tool)',
  )
    .choices(words)
    .default(OPPONENTS['sequences'], 'sequences')
    .argParser((value: string) => OPPONENTS[word(value, words)]);
}

/** `--memory 500MB`: what a question may use. */
export function memoryOption(): Option {
  return new Option('--memory <size>', 'refuse a model that needs more, such as 500MB or 8GB')
    .default(2 * 1024 ** 3, '2GB')
    .argParser(byteSize);
}

/** A stability concept, or one of looking ahead. */
export type AskedConcept = Concept | ForesightConcept;

/** `--concept SEQ` or `--concept L3`. */
export function askedConceptOption(description: string): Option {
  return new Option('--concept <concept>', description)
    .choices([...CONCEPTS, ...FORESIGHT_EXAMPLES])
    .argParser(askedConcept);
}

/** "Nash,SEQ,L3" as concepts: stability concepts in their usual order, then those of looking ahead. */
export function conceptList(value: string): AskedConcept[] {
  const asked = nameList(value).map(askedConcept);
  const ahead = asked.filter((concept) => !CONCEPTS.some((c) => c === concept));
  return [...CONCEPTS.filter((concept) => asked.includes(concept)), ...new Set(ahead)];
}

/** The codes of looking ahead, three moves where they take a number. */
const FORESIGHT_EXAMPLES = FORESIGHT_CODES.map((code) =>
  FORESIGHT_DEFINITIONS[code].horizon ? `${code}3` : code,
);

const CHOICES = `Choose from ${CONCEPTS.join(', ')}; with two decision makers also ${FORESIGHT_CHOICES}.`;

function askedConcept(value: string): AskedConcept {
  const found =
    CONCEPTS.find((concept) => concept.toLowerCase() === value.toLowerCase()) ??
    foresightConcept(value);
  if (found === null) throw new InvalidArgumentError(CHOICES);
  return found;
}

/** Apart: the stability concepts, and those of looking ahead. */
export function parted(asked: readonly AskedConcept[]): {
  readonly concepts: readonly Concept[];
  readonly foresight: readonly ForesightConcept[];
} {
  return {
    concepts: CONCEPTS.filter((concept) => asked.includes(concept)),
    foresight: asked.flatMap((concept) => foresightConcept(concept) ?? []),
  };
}

/** "2GB", "500 MB", "1.5g" as bytes. */
export function byteSize(value: string): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([KMGT]?)(?:I?B)?\s*$/i.exec(value);
  const bytes = match
    ? Number(match[1]) * 1024 ** ' KMGT'.indexOf(match[2].toUpperCase() || ' ')
    : 0;
  if (!(bytes >= LEAST_MEMORY && bytes <= MOST_MEMORY))
    throw new InvalidArgumentError('Write a size from 1MB, such as 500MB or 2GB.');
  return bytes;
}

/** With less nothing can be said of any model. */
const LEAST_MEMORY = 1024 ** 2;

/** No machine has more. */
const MOST_MEMORY = 1024 ** 5;

/** Digits as people write a number; NaN for anything else that a number can be made of. */
function asDecimal(value: string): number {
  return /^\s*[+-]?\d+\s*$/.test(value) ? Number(value) : NaN;
}

/** A whole number of a range. */
export function whole(least: number, most?: number): (value: string) => number {
  const range = `from ${least}${most === undefined ? '' : ` to ${most}`}`;
  return (value) => {
    const number = asDecimal(value);
    if (!Number.isSafeInteger(number) || number < least || number > (most ?? number))
      throw new InvalidArgumentError(`Write a whole number ${range}.`);
    return number;
  };
}

export const positiveNumber = whole(1);

/** "binding=1, fixed=off" as costs of changes. */
export function costList(value: string): Partial<MediationCosts> {
  const costs: Record<string, number | null> = {};
  const names = Object.keys(MEDIATION_COSTS);
  for (const part of nameList(value)) {
    const [name, cost] = part.split('=').map((side) => side.trim());
    const known = names.find((one) => one.toLowerCase() === name.toLowerCase());
    if (known === undefined)
      throw new InvalidArgumentError(`"${name}" is no change. Choose from ${names.join(', ')}.`);
    if (cost !== 'off' && !(Number.isInteger(Number(cost)) && Number(cost) >= 1))
      throw new InvalidArgumentError(`Write ${known}=2, a whole number from 1, or ${known}=off.`);
    if (known in costs) throw new InvalidArgumentError(`${known} stands in it twice.`);
    costs[known] = cost === 'off' ? null : Number(cost);
  }
  return costs;
}

/** "NK+SK, US+JP" as blocks of names. */
export function blockList(value: string): string[][] {
  const blocks = value
    .split(',')
    .map((block) =>
      block
        .split('+')
        .map((name) => name.trim())
        .filter(Boolean),
    )
    .filter(({ length }) => length > 0);
  if (blocks.length === 0) throw new InvalidArgumentError('Write blocks such as A+B, C+D.');
  return blocks;
}

/** `--coalitions`, `--coalitions 2` or `--coalitions "A+B, C"`. */
export function coalitionScope(value: string): { size: number } | { partition: string[][] } {
  // No name has these: it is the case that was meant.
  if (/[/\\.]/.test(value))
    throw new InvalidArgumentError(
      'Write the case before --coalitions, or a scope after it: 2, or A+B.',
    );
  return /^\s*\d+\s*$/.test(value)
    ? { size: positiveNumber(value) }
    : { partition: blockList(value) };
}

/** "a", "a,d" or "all" as extensions. */
export function extensionList(value: string): Extension[] {
  const asked = nameList(value).map((part) => part.toLowerCase());
  if (asked.length === 1 && asked[0] === 'all') return [...EXTENSIONS];
  const wrong = asked.find((part) => !EXTENSIONS.some((extension) => extension === part));
  if (wrong !== undefined)
    throw new InvalidArgumentError(`Choose from ${EXTENSIONS.join(', ')}, or write all.`);
  return EXTENSIONS.filter((extension) => asked.includes(extension));
}

/** A seed. */
export function wholeNumber(value: string): number {
  const number = asDecimal(value);
  if (!Number.isSafeInteger(number)) throw new InvalidArgumentError('Write a whole number.');
  return number;
}

/** The number of a port that a user's program may take. */
export function portNumber(value: string): number {
  const number = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (!(number >= 1 && number <= 65_535))
    throw new InvalidArgumentError('Write a number from 1 to 65535.');
  return number;
}

/** "2018-04-27", "2018-04" or "2018". */
export function partialDate(value: string): string {
  const wrong = wrongDate(value);
  if (wrong !== null) throw new InvalidArgumentError(`Write a date such as 2018-04-27: ${wrong}.`);
  return value;
}

/** "2018-04-27, 2018-06" as dates. */
export function dateList(value: string): string[] {
  return [...new Set(nameList(value).map(partialDate))];
}

/** "commitments, replay" as parts of the composed answer. */
export function partList(value: string): (Answered | 'outcomes')[] {
  const parts = ['outcomes', ...ANSWERED] as const;
  const asked = nameList(value).map((name) => name.toLowerCase());
  const wrong = asked.find((name) => !parts.some((part) => part === name));
  if (wrong !== undefined) throw new InvalidArgumentError(`Choose from ${parts.join(', ')}.`);
  return parts.filter((part) => asked.includes(part));
}

/** "NK.suspend, US.meet" as its parts, one at least. */
export function nameList(value: string): string[] {
  const parts = value.split(',').map((part) => part.trim());
  if (parts.every((part) => part === ''))
    throw new InvalidArgumentError('Write at least one, such as A, B.');
  if (parts.includes(''))
    throw new InvalidArgumentError('Something has to stand between the commas.');
  return parts;
}

/** One of a few words, in any case. */
export function word<T extends string>(value: string, words: readonly T[]): T {
  const found = words.find((w) => w.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw new InvalidArgumentError(`Choose from ${words.join(', ')}.`);
  return found;
}

const SUGGESTION_KINDS = Object.keys(SUGGESTION_HEADINGS) as SuggestionKind[];

/** "actor, demand" as kinds of suggestions. */
export function suggestionKinds(value: string): SuggestionKind[] {
  const asked = nameList(value).map((name) => name.toLowerCase());
  const wrong = asked.find((name) => !SUGGESTION_KINDS.some((kind) => kind === name));
  if (wrong !== undefined)
    throw new InvalidArgumentError(`Choose from ${SUGGESTION_KINDS.join(', ')}.`);
  return SUGGESTION_KINDS.filter((kind) => asked.includes(kind));
}

/** "3, P7-P9" as the numbers of paragraphs. */
export function paragraphList(value: string): number[] {
  return nameList(value).flatMap((part) => {
    const [, first, last] = /^P?(\d{1,6})(?:-P?(\d{1,6}))?$/iu.exec(part) ?? [];
    if (first === undefined) throw new InvalidArgumentError('Write paragraphs such as 3,7-9.');
    const from = Number(first);
    const to = last === undefined ? from : Number(last);
    if (to < from || to - from > 10_000)
      throw new InvalidArgumentError('Write paragraphs such as 3,7-9.');
    return Array.from({ length: to - from + 1 }, (_, k) => from + k);
  });
}
