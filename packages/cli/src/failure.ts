import type { Diagnostic } from '@standoff/model';

/** What the exit codes mean. */
export const EXIT = { fine: 0, modelErrors: 1, usage: 2, internal: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Why a command stops, in words for the user. Anything else that is thrown is our own fault. */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(
    readonly exit: ExitCode,
    readonly code: string,
    message: string,
    readonly more: {
      readonly hint?: string | null;
      /** Diagnostics of a text, and what is needed to show them. */
      readonly diagnosed?: Diagnosed;
    } = {},
  ) {
    super(message);
  }
}

export interface Diagnosed {
  readonly file: string;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Wrong usage: exit code 2. */
export function usage(code: string, message: string, hint: string | null = null): Failure {
  return new Failure(EXIT.usage, code, message, { hint });
}
