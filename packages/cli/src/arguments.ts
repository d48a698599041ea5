import { CONCEPTS, type AnalysisResult, type Concept } from '@standoff/analysis';
import { InvalidArgumentError, Option } from 'commander';

/** `--json`, the same for every command. */
export function jsonOption(): Option {
  return new Option('--json', 'one JSON document on standard output');
}

/** An option that takes one of a few words, in any case. */
export function wordOption(flags: string, description: string, words: readonly string[]): Option {
  return new Option(flags, description)
    .choices(words)
    .argParser((value: string) => word(value, words));
}

/** `--concept SEQ`. */
export function conceptOption(description: string): Option {
  return wordOption('--concept <concept>', description, CONCEPTS);
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

/** "Nash,SEQ" as concepts, in their usual order. */
export function conceptList(value: string): Concept[] {
  const asked = value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => word(part, CONCEPTS));
  if (asked.length === 0) throw new InvalidArgumentError(`Choose from ${CONCEPTS.join(', ')}.`);
  return CONCEPTS.filter((concept) => asked.includes(concept));
}

/** "2GB", "500 MB", "1.5g" as bytes. */
export function byteSize(value: string): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([KMGT]?)(?:I?B)?\s*$/i.exec(value);
  const bytes = match
    ? Number(match[1]) * 1024 ** ' KMGT'.indexOf(match[2].toUpperCase() || ' ')
    : 0;
  if (bytes < 1) throw new InvalidArgumentError('Write a size such as 500MB or 2GB.');
  return bytes;
}

export function positiveNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('Write a whole number from 1.');
  return number;
}

/** "NK.suspend, US.meet" as its parts. */
export function nameList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

function word<T extends string>(value: string, words: readonly T[]): T {
  const found = words.find((w) => w.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw new InvalidArgumentError(`Choose from ${words.join(', ')}.`);
  return found;
}
