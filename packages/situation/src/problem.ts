import type { Diagnostic, TextRange } from '@standoff/model';

const NOWHERE: TextRange = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };

/** A diagnostic of a model element; `at` null stands for the start of the text. */
export function problem(
  code: string,
  severity: Diagnostic['severity'],
  at: TextRange | null,
  message: string,
  more: {
    readonly why?: string;
    readonly hint?: string;
    readonly related?: readonly { readonly range: TextRange | null; readonly message: string }[];
  },
): Diagnostic {
  const { related, ...rest } = more;
  return {
    code,
    severity,
    message,
    range: at ?? NOWHERE,
    ...rest,
    ...(related && related.length > 0
      ? {
          related: related.map(({ range, message: m }) => ({
            range: range ?? NOWHERE,
            message: m,
          })),
        }
      : {}),
  };
}
