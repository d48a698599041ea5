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

/** The same for an object whose last field is a list so long that it is not to be one string. */
export function printJsonList(head: object, name: string, items: readonly unknown[]): void {
  const start = JSON.stringify(head, null, 2).slice(0, -2);
  process.stdout.write(`${start},\n  ${JSON.stringify(name)}: [`);
  const inner = (item: unknown): string => JSON.stringify(item, null, 2).replaceAll('\n', '\n    ');
  for (let from = 0; from < items.length; from += 1000) {
    const part = items.slice(from, from + 1000).map((item) => `\n    ${inner(item)}`);
    process.stdout.write(`${from > 0 ? ',' : ''}${part.join(',')}`);
  }
  process.stdout.write(`${items.length > 0 ? '\n  ' : ''}]\n}\n`);
}

export function warn(text: string): void {
  process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}
