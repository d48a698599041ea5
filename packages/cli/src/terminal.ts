import type { TextOptions } from '@standoff/report';
import type { Io } from './io.js';

/** Terminals wider than this are not used to the full: long lines are hard to read. */
const WIDEST = 100;

/** Width and colour for an output, by what it is connected to and NO_COLOR, FORCE_COLOR, TERM. */
export function textOptions(
  io: Io,
  caseName?: string,
  to: 'stdout' | 'stderr' = 'stdout',
): TextOptions & { readonly width: number } {
  const { isTTY = false, columns = 0 } = io[to];
  return {
    width: Math.min(isTTY ? columns || WIDEST : WIDEST, WIDEST),
    colour: usesColour(io, isTTY),
    ...(caseName === undefined ? {} : { caseName }),
  };
}

function usesColour({ env }: Io, isTTY: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return isTTY && TERM !== 'dumb';
}

export function print({ stdout }: Io, text: string): void {
  stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function printJson({ stdout }: Io, value: unknown): void {
  stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** The same for an object whose last field is a list so long that it is not to be one string. */
export function printJsonList(
  { stdout }: Io,
  head: object,
  name: string,
  items: readonly unknown[],
): void {
  const start = JSON.stringify(head, null, 2).slice(0, -2);
  stdout.write(`${start},\n  ${JSON.stringify(name)}: [`);
  const inner = (item: unknown): string => JSON.stringify(item, null, 2).replaceAll('\n', '\n    ');
  for (let from = 0; from < items.length; from += 1000) {
    const part = items.slice(from, from + 1000).map((item) => `\n    ${inner(item)}`);
    stdout.write(`${from > 0 ? ',' : ''}${part.join(',')}`);
  }
  stdout.write(`${items.length > 0 ? '\n  ' : ''}]\n}\n`);
}

export function warn({ stderr }: Io, text: string): void {
  stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}
