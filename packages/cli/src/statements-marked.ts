import type { Write } from '@standoff/case';
import type { Suggestion } from '@standoff/evidence';
import { createAnchor, restingOn, statementOf, type AnchoredText } from '@standoff/evidence/anchor';
import {
  ANNOTATIONS_FILE,
  currentVersion,
  nextStatement,
  printAnnotations,
  withAnchor,
} from '@standoff/evidence/records';
import type { CaseFiles } from './case-files.js';

/**
 * Accepted suggestions with their words marked as statements, where what somebody says is put into the
 * situation and the text is the one recorded for the source: the lines rest on the words then.
 */
export function statementsMarked(
  { annotations, annotationsVersion, records }: CaseFiles,
  source: string,
  accepted: readonly Suggestion[],
  text: AnchoredText,
): { readonly accepted: readonly Suggestion[]; readonly write: Write | null } {
  const record = records.records.find(({ id }) => id === source);
  if (record === undefined || currentVersion(record).text !== text.version)
    return { accepted, write: null };
  let file = annotations;
  const resting = accepted.map((one): Suggestion => {
    const statement = statementOf(one);
    if (statement === null || one.proposal === null) return one;
    const { paragraph, start, end } = one.passage;
    const id = nextStatement(file);
    file = withAnchor(file, createAnchor(text, { id, source, start, end, statement }));
    return { ...one, proposal: restingOn(one.proposal, `@${source}:P${paragraph}`, id) };
  });
  return file === annotations
    ? { accepted, write: null }
    : {
        accepted: resting,
        write: {
          name: ANNOTATIONS_FILE,
          content: printAnnotations(file),
          basedOn: annotationsVersion,
        },
      };
}
