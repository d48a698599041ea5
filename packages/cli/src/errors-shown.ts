import { diagnosticsText, diagnosticSummary } from '@standoff/report';
import { WriteError } from '@standoff/workbench/server';
import { Failure, usage } from './failure.js';
import { printJson, textOptions, warn } from './terminal.js';

/** Why a command stopped, in words for the user; null: by a fault of ours. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof WriteError) return usage(error.code, error.message);
  return error instanceof Failure ? error : null;
}

/** Shows why a command stopped: as one JSON document on standard output, or as text on standard error. */
export function showFailure({ code, message, more }: Failure, json: boolean): void {
  const { hint = null, diagnosed } = more;
  if (json) {
    printJson({
      schema: 'standoff/error/1',
      code,
      message,
      hint,
      diagnostics: diagnosed?.diagnostics ?? [],
    });
    return;
  }
  if (diagnosed) {
    const { diagnostics, file, text } = diagnosed;
    warn(diagnosticsText(diagnostics, file, text, textOptions(process.stderr)));
    warn(`${file}: ${diagnosticSummary(diagnostics)}`);
    return;
  }
  warn(`standoff: ${message}`);
  if (hint !== null) warn(`  ${hint}`);
}

/** A fault of ours: what happened and what to send, without a page of stack trace. */
export function showFault(error: unknown, version: string, json: boolean): void {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (json) {
    printJson({
      schema: 'standoff/error/1',
      code: 'internal',
      message,
      hint: 'a fault in standoff, not in the situation; please report it',
      diagnostics: [],
    });
    return;
  }
  const place = error instanceof Error ? /\n\s+at (.*)/.exec(error.stack ?? '')?.[1] : undefined;
  warn(
    [
      'standoff: internal error. This is a fault in standoff, not in your situation.',
      `  ${message}`,
      `Please report it with these lines, and the situation if you may share it (see CONTRIBUTING.md):`,
      `  standoff ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}`,
      `  command: ${process.argv.slice(2).join(' ')}`,
      ...(place === undefined ? [] : [`  at ${place}`]),
      ...(process.env['STANDOFF_DEBUG'] === undefined
        ? ['With STANDOFF_DEBUG=1 the whole stack is shown.']
        : [error instanceof Error ? (error.stack ?? '') : '']),
    ].join('\n'),
  );
}
