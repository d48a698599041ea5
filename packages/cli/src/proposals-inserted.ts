import type { Suggestion } from '@standoff/evidence';
import { isLine } from '@standoff/evidence/anchor';
import { applyEdits } from '@standoff/language';
import { addToActor, insertElement } from '@standoff/language/edit';
import { parseSituation } from '@standoff/language/parse';
import { EXIT, Failure, usage } from './failure.js';
import type { Situation } from './situation.js';

/**
 * The text of a situation with the lines of accepted suggestions in it. What is only a note (a line that
 * begins with "#") needs the analyst's words and is left out.
 * @throws Failure where the situation would no longer be read; nothing is written here
 */
export function insertProposals(
  { text, name, model }: Situation,
  source: string,
  accepted: readonly Suggestion[],
): { readonly text: string; readonly lines: readonly string[] } {
  const additions = accepted.filter(({ proposal }) => isLine(proposal));
  const lines = additions.map(({ proposal }) => proposal!);
  if (lines.length > 0 && !model.sources.some(({ id }) => id === source))
    throw usage(
      'unknown-source',
      `${name} has no source ${source}, to which the lines refer`,
      `standoff source add ${name} ${source} TEXT --declare, or name another with --source`,
    );
  let changed = text;
  for (const { proposal, within } of additions) {
    const line = proposal!;
    const result =
      within === undefined ? insertElement(changed, line) : addToActor(changed, within, line);
    if (!result.ok)
      throw new Failure(
        EXIT.modelErrors,
        result.refusal.code,
        `${line}: ${result.refusal.message}`,
        {
          hint: result.refusal.hint ?? null,
        },
      );
    changed = applyEdits(changed, result.edits);
  }
  const { model: read, diagnostics } = parseSituation(changed);
  if (read === null)
    throw new Failure(
      EXIT.modelErrors,
      'would-break',
      `${name} would have errors with what was accepted, and is left as it is`,
      {
        diagnosed: { file: name, text: changed, diagnostics },
      },
    );
  return { text: changed, lines };
}
