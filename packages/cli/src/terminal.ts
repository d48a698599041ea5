import type { TextOptions } from '@standoff/report';

/** Terminals wider than this are not used to the full: long lines are hard to read. */
const WIDEST = 100;

/** Width and colour for a stream, by what it is connected to and NO_COLOR, FORCE_COLOR, TERM. */
export function textOptions(
  stream: NodeJS.WriteStream,
  caseName?: string,
): TextOptions & { readonly width: number } {
  return {
    width: Math.min(stream.isTTY ? stream.columns || WIDEST : WIDEST, WIDEST),
    colour: usesColour(stream),
    ...(caseName === undefined ? {} : { caseName }),
  };
}

function usesColour(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return stream.isTTY && TERM !== 'dumb';
}

export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function warn(text: string): void {
  process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}
