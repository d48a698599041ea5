import { jsonWithoutSteering, withSteeringShown } from '@standoff/model';
import { Page, type TextOptions } from '@standoff/document';
import type { Output } from './given.js';
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

/** Written before a line of progress, which stands in place of the one before. */
export const LINE_ANEW = '\r\u001b[K';
/** The looks that texts have here (`styleOf` in @standoff/report), and no others. */
const OWN_LOOKS = /\u001b\[(?:1|22|1;36|22;39|3[1-4]|39|90)m/g;

/**
 * An output that nothing can steer but the program itself: what labels, names of files and the like have
 * of control characters, or of marks that turn the direction of writing, is shown as signs. Colours of
 * our own pass where there are to be any.
 */
export function cleaned(output: Output, io: Io): Output {
  const colour = usesColour(io, output.isTTY ?? false);
  const clean = (text: string): string => {
    if (text.startsWith(LINE_ANEW)) return LINE_ANEW + clean(text.slice(LINE_ANEW.length));
    if (!colour) return withSteeringShown(text);
    const looks = text.match(OWN_LOOKS) ?? [];
    return text
      .split(OWN_LOOKS)
      .map((part, i) => withSteeringShown(part) + (looks[i] ?? ''))
      .join('');
  };
  return {
    write: (text) => output.write(clean(text)),
    // Somebody's own text as it is, for a file or another program.
    exactly: (text) => output.write(output.isTTY ? clean(text) : text),
    ...(output.isTTY === undefined ? {} : { isTTY: output.isTTY }),
    get columns() {
      return output.columns ?? 0;
    },
  };
}

export function print({ stdout }: Io, text: string): void {
  stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** A line of prose, wrapped to the width there is. */
export function printWrapped(io: Io, text: string): void {
  const page = new Page(textOptions(io));
  page.line(text, { hang: 2 });
  print(io, page.toString());
}

/** A whole text that is a file of its own: byte for byte what it is, but on a terminal. */
export function printExactly({ stdout }: Io, text: string): void {
  if (stdout.exactly) stdout.exactly(text);
  else stdout.write(text);
}

/** Every document in JSON says what it is. */
interface Printed {
  readonly schema: `standoff/${string}/1`;
}

/** What a command answers with --json. `indent` 0: on one line. */
// With a type of its own an answer may have more than is asked of it here.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function printAnswer<A extends Printed>(io: Io, answer: A, indent = 2): void {
  printJson(io, answer, indent);
}

/** The same for one whose last field is a list so long that it is not to be one string. */
export function printLongAnswer<A extends Printed>(
  { stdout }: Io,
  answer: A,
  name: { [K in keyof A]: A[K] extends readonly unknown[] ? K : never }[keyof A] & string,
): void {
  const items = answer[name] as readonly unknown[];
  const start = jsonText({ ...answer, [name]: undefined }).slice(0, -2);
  stdout.write(`${start},\n  ${JSON.stringify(name)}: [`);
  const inner = (item: unknown): string => jsonText(item).replaceAll('\n', '\n    ');
  for (let from = 0; from < items.length; from += 1000) {
    const part = items.slice(from, from + 1000).map((item) => `\n    ${inner(item)}`);
    stdout.write(`${from > 0 ? ',' : ''}${part.join(',')}`);
  }
  stdout.write(`${items.length > 0 ? '\n  ' : ''}]\n}\n`);
}

/** JSON that is in the form of other programs. */
export function printJson({ stdout }: Io, value: unknown, indent = 2): void {
  stdout.write(`${jsonText(value, indent)}\n`);
}

const jsonText = (value: unknown, indent = 2): string =>
  jsonWithoutSteering(JSON.stringify(value, null, indent));

export function warn({ stderr }: Io, text: string): void {
  stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}
