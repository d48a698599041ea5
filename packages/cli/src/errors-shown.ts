import { CaseError } from '@standoff/case';
import type { Diagnostic } from '@standoff/model';
import { diagnosticsText, diagnosticSummary } from '@standoff/questions';
import { Failure, usage } from './failure.js';
import type { Io } from './io.js';
import { printAnswer, textOptions, warn } from './terminal.js';

/** What any command prints with --json where it fails. */
export interface ErrorAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/error/2';
  /** Stable and short: "not-found". */
  readonly code: string;
  /** Why the command stopped, in one sentence without a full stop. */
  readonly message: string;
  /** What to do. */
  readonly hint: string | null;
  /** What is wrong in the text of the situation, where that is why. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Why a command stopped, in words for the user; null: by a fault of ours. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof CaseError) return usage(error.code, error.message, error.hint);
  return error instanceof Failure ? error : null;
}

/** Shows why a command stopped: as one JSON document on standard output, or as text on standard error. */
export function showFailure(io: Io, { code, message, more }: Failure, json: boolean): void {
  const { hint = null, diagnosed } = more;
  if (json) {
    printAnswer<ErrorAnswer>(io, {
      schema: 'standoff/error/2',
      code,
      message,
      hint,
      diagnostics: diagnosed?.diagnostics ?? [],
    });
    return;
  }
  if (diagnosed) {
    const { diagnostics, file, text } = diagnosed;
    warn(io, diagnosticsText(diagnostics, file, text, textOptions(io, undefined, 'stderr')));
    warn(io, `${file}: ${diagnosticSummary(diagnostics)}`);
    return;
  }
  warn(io, `standoff: ${message}`);
  if (hint !== null) warn(io, `  ${hint}`);
}

/** A fault of ours: what happened and what to send, without a page of stack trace. */
export function showFault(
  io: Io,
  error: unknown,
  {
    version,
    argv,
    json,
  }: { readonly version: string; readonly argv: readonly string[]; readonly json: boolean },
): void {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (json) {
    printAnswer<ErrorAnswer>(io, {
      schema: 'standoff/error/2',
      code: 'internal',
      message,
      hint: 'a fault in standoff, not in the situation; please report it',
      diagnostics: [],
    });
    return;
  }
  const place = error instanceof Error ? /\n\s+at (.*)/.exec(error.stack ?? '')?.[1] : undefined;
  warn(
    io,
    [
      'standoff: internal error. This is a fault in standoff, not in your situation.',
      `  ${message}`,
      `Please report it with these lines, and the situation if you may share it (see CONTRIBUTING.md):`,
      `  standoff ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}`,
      `  command: ${argv.join(' ')}`,
      ...(place === undefined ? [] : [`  at ${place}`]),
      ...(io.env['STANDOFF_DEBUG'] === undefined
        ? ['With STANDOFF_DEBUG=1 the whole stack is shown.']
        : [error instanceof Error ? (error.stack ?? '') : '']),
    ].join('\n'),
  );
}
