import { jsonWithoutSteering, withSteeringShown, type ConflictModel } from '@standoff/model';
import type { TextOptions } from '@standoff/document';
import type { Output } from './given.js';
import { inProportion } from './in-proportion.js';
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

/** A whole text that is a file of its own: byte for byte what it is, but on a terminal. */
export function printExactly({ stdout }: Io, text: string): void {
  if (stdout.exactly) stdout.exactly(text);
  else stdout.write(text);
}

/** An answer in JSON has about so many characters at most, where nobody asks for all of it. */
export const USUAL_JSON = 60_000;

/** Every document in JSON says what it is; that of the model is one that people keep as a file. */
interface Printed {
  readonly schema: `standoff/${string}/2` | ConflictModel['schema'];
}

/**
 * What a command answers with --json: on one line, unless it is to be pretty.
 * @param most about so many characters; where there are more, lists are cut and say so
 */
// With a type of its own an answer may have more than is asked of it here.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export function printAnswer<A extends Printed>(io: Io, answer: A, most = Infinity): void {
  printJson(io, most === Infinity ? answer : inProportion(answer, most));
}

/** The same for one whose last field is a list so long that it is not to be one string. */
export function printLongAnswer<A extends Printed>(
  io: Io,
  answer: A,
  name: { [K in keyof A]: A[K] extends readonly unknown[] ? K : never }[keyof A] & string,
): void {
  const around = jsonText(io, { ...answer, [name]: [ITEMS] });
  const at = around.lastIndexOf(ITEMS);
  const start = around.slice(0, at - 1);
  const between = `,${/\s*$/.exec(start)![0]}`;
  const items = answer[name] as readonly unknown[];
  io.stdout.write(start);
  for (let from = 0; from < items.length; from += 1000) {
    const part = items
      .slice(from, from + 1000)
      .map((item) => jsonText(io, item).replaceAll('\n', between.slice(1)));
    io.stdout.write(`${from > 0 ? between : ''}${part.join(between)}`);
  }
  io.stdout.write(`${around.slice(at + ITEMS.length + 1)}\n`);
}

/** Stands where the items of a long list go. */
const ITEMS = 'items';

/** JSON that is in the form of other programs. */
export function printJson(io: Io, value: unknown): void {
  io.stdout.write(`${jsonText(io, value)}\n`);
}

const jsonText = ({ pretty }: Io, value: unknown): string =>
  jsonWithoutSteering(JSON.stringify(value, null, pretty ? 2 : 0));

export function warn({ stderr }: Io, text: string): void {
  stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}
