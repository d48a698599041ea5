import type { SourceText, Suggestion } from '@standoff/evidence';
import type { Decision } from '@standoff/evidence/records';
import { Page, type TextOptions } from '@standoff/document';
import { counted } from '@standoff/questions';

/** A suggestion with what was decided about it. */
export interface Decided extends Suggestion {
  /** What was decided about it; null: nothing yet. */
  readonly decision: Decision['decision'] | null;
}

interface Told {
  readonly text: SourceText;
  /** As the user named the text. */
  readonly name: string;
  readonly source: string;
  readonly shown: readonly Decided[];
  /** All of them. */
  readonly decided: readonly Decided[];
  readonly inserted: readonly string[];
  /** Where the situation is kept as it was before; null: it is not changed. */
  readonly before: string | null;
  readonly forCase: string | null;
}

/** What `standoff read` prints. */
export function suggestionsText(told: Told, options: TextOptions): string {
  const { text, name, source, shown, decided, inserted, before, forCase } = told;
  const page = new Page(options);
  const { title, author, published } = text.metadata;
  page.line([title ?? name, author, published].filter(Boolean).join(' · '));
  for (const warning of text.warnings) page.line(`Note: ${warning}`);
  if (inserted.length > 0) {
    page.blank();
    page.line(`Put into the situation:`);
    for (const line of inserted) page.line(line, { indent: 2, hang: 4 });
    if (before !== null) page.line(`The text before is kept in ${before}.`);
  }
  const short = shortest(decided.map(({ id }) => id));
  const paragraphs = [...new Set(shown.map(({ passage }) => passage.paragraph))];
  for (const paragraph of paragraphs.sort((a, b) => a - b)) {
    page.heading(`P${paragraph}`);
    for (const one of shown.filter(({ passage }) => passage.paragraph === paragraph)) {
      const known = one.known === undefined ? '' : ' Known to the model.';
      const decision = one.decision === null ? '' : ` ${one.decision}.`;
      page.line(`${one.proposal ?? one.finding}${known}${decision}`, {
        indent: 2,
        hang: 4,
        margin: one.id.slice(0, short),
      });
    }
  }
  page.blank();
  page.line(closing(shown.length, decided, source, forCase));
  return page.toString();
}

function closing(
  shown: number,
  decided: readonly Decided[],
  source: string,
  forCase: string | null,
): string {
  if (decided.length === 0)
    return 'Nothing was found that an analyst looks for. The reading aid reads English prose.';
  const rest = decided.length - shown;
  return [
    `${counted(shown, 'suggestion')}${rest > 0 ? ` of ${decided.length}; the others are decided, known to the model or filtered (--all shows what is decided)` : ''}, with references to “${source}”.`,
    'They are findings of rules, some of them wrong, and nothing enters a situation unaccepted:',
    forCase === null
      ? '“--for CASE --accept NAME” remembers what you take and “--reject NAME” what you do not, “--draft” writes a situation to edit.'
      : '“--accept NAME --write” puts a line into the situation, “--reject NAME” remembers that it is not wanted.',
  ].join(' ');
}

/** How much of the names tells them apart; at least five letters. */
function shortest(ids: readonly string[]): number {
  for (let length = 5; ; length++)
    if (new Set(ids.map((id) => id.slice(0, length))).size === new Set(ids).size) return length;
}
