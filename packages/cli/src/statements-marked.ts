import type { Write } from '@standoff/case';
import type { Suggestion, SuggestionKind } from '@standoff/evidence';
import { createAnchor, type AnchoredText, type StatementKind } from '@standoff/evidence/anchor';
import {
  ANNOTATIONS_FILE,
  currentVersion,
  nextStatement,
  printAnnotations,
  withAnchor,
} from '@standoff/evidence/records';
import type { CaseFiles } from './case-files.js';

/** What a speech act is as a statement of the ledger. */
const STATEMENTS: Readonly<Partial<Record<SuggestionKind, StatementKind>>> = {
  attribution: 'says',
  demand: 'demands',
  threat: 'threatens',
  promise: 'promises',
  assurance: 'assures',
};

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
    const kind = STATEMENTS[one.kind];
    if (kind === undefined || one.proposal === null || one.proposal.startsWith('#')) return one;
    const { paragraph, start, end } = one.passage;
    const id = nextStatement(file);
    const statement = { kind, by: one.by ?? null, strength: one.strength ?? null };
    file = withAnchor(file, createAnchor(text, { id, source, start, end, statement }));
    const at = `@${source}:P${paragraph}`;
    return { ...one, proposal: one.proposal.replace(at, () => `${at}#${id}`) };
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
