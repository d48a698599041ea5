import { undoName, writeFiles } from '@standoff/case';
import { formatSituation } from '@standoff/language/parse';
import { EXIT, Failure, usage } from '../failure.js';
import type { Io } from '../io.js';
import { readSituationText, type SituationText } from '../situation-file.js';
import { print, printExactly, printAnswer, warn } from '../terminal.js';

/** The answer of `standoff format --json`. */
export interface FormatAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/format/2';
  /** In the order asked for. */
  readonly files: readonly FileFormatted[];
}

/** What the layout of one situation came to. */
export interface FileFormatted {
  /** Its path, or "stdin". */
  readonly file: string;
  /** Whether the layout differs from that of the file. */
  readonly changed: boolean;
  /** Whether the file was written. */
  readonly written: boolean;
  /** The file that keeps the text as it was; null: nothing was written. */
  readonly before: string | null;
  /** The text laid out; missing with --write and --check. */
  readonly text?: string;
}

interface FormatFlags {
  readonly write?: true;
  readonly check?: true;
  readonly json?: true;
}

/** `standoff format`. */
export async function format(
  io: Io,
  cases: readonly string[],
  flags: FormatFlags,
): Promise<number> {
  const { write = false, check = false, json = false } = flags;
  if (cases.length > 1 && !write && !check)
    throw usage(
      'several-files',
      'several files cannot be printed one after the other',
      'say --write to lay out the files themselves, or --check to name those that differ',
    );
  if (write && cases.includes('-'))
    throw usage('usage', 'standard input cannot be written back', 'leave out --write');
  const formatted: (SituationText & { readonly after: string })[] = [];
  for (const argument of cases) {
    const source = await readSituationText(io, argument);
    formatted.push({ ...source, after: laidOut(source) });
  }
  const changed = formatted.filter(({ text, after }) => text !== after);
  if (write)
    for (const { origin, name, after } of changed) {
      const { folder, file, version } = origin!;
      writeFiles(folder, { name: file, content: after, basedOn: version, undo: true });
      if (!json) print(io, `wrote ${name}; the text before is kept in ${undoName(name)}`);
    }
  if (json)
    printAnswer<FormatAnswer>(io, {
      schema: 'standoff/format/2',
      files: formatted.map(({ name, text, after }) => ({
        file: name,
        changed: text !== after,
        written: write && text !== after,
        before: write && text !== after ? undoName(name) : null,
        ...(write || check ? {} : { text: after }),
      })),
    });
  else if (check) {
    for (const { name } of changed) print(io, name);
    if (changed.length > 0) warn(io, 'to lay them out: standoff format --write');
  } else if (!write) printExactly(io, formatted[0].after);
  return check && changed.length > 0 ? EXIT.modelErrors : EXIT.fine;
}

function laidOut({ name, text }: SituationText): string {
  const { text: after, diagnostics } = formatSituation(text);
  if (diagnostics.some(({ severity }) => severity === 'error'))
    throw new Failure(EXIT.modelErrors, 'model-errors', `${name} has errors`, {
      diagnosed: { file: name, text, diagnostics },
    });
  return after;
}
