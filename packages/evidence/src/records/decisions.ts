import * as z from 'zod';
import { isObject, keptList, printKept, type Kept, type KeptObject } from '../kept-file.js';

/** The name of the file beside a situation. */
export const DECISIONS_FILE = 'suggestions.json';

/** What was decided about a suggestion (`Suggestion.id`) in the text of a source. */
export interface Decision {
  readonly source: string;
  readonly suggestion: string;
  readonly decision: 'accepted' | 'rejected';
}

/** What was decided about suggestions. */
export interface Decisions extends Kept {
  /** In the order of the file. */
  readonly decisions: readonly Decision[];
}

const Item = z.looseObject({
  source: z.string().min(1, 'expected the name of a source'),
  suggestion: z.string().min(1, 'expected the id of a suggestion'),
  decision: z.enum(['accepted', 'rejected']),
});

const FILE = keptList(
  {
    name: DECISIONS_FILE,
    schema: 'standoff/suggestion-decisions/1',
    list: 'decisions',
  },
  {
    item: Item,
    key: ({ source, suggestion }) => `${source}\n${suggestion}`,
    field: 'suggestion',
    say: (items) => ({
      decisions: items.map(({ source, suggestion, decision }): Decision => ({
        source,
        suggestion,
        decision,
      })),
    }),
  },
);

/** A file in which nothing is decided. */
export const NO_DECISIONS: Decisions = FILE.none;

/**
 * Reads a file of decisions. One that is not understood is told among the problems and stays in the file.
 * @throws KeptFileError where the whole file cannot be used
 */
export const readDecisions: (text: string, file?: string) => Decisions = FILE.read;

export function printDecisions({ document }: Decisions): string {
  return printKept(document);
}

/** What was decided about a suggestion; null: nothing yet. */
export function decisionOn(
  { decisions }: Decisions,
  source: string,
  suggestion: string,
): Decision['decision'] | null {
  return (
    decisions.find((one) => one.source === source && one.suggestion === suggestion)?.decision ??
    null
  );
}

/** The file with a decision, which replaces an earlier one about the same suggestion. */
export function withDecision(file: Decisions, decision: Decision): Decisions {
  const items = FILE.items(file);
  const index = items.findIndex((raw) => isAbout(raw, decision));
  const old = index < 0 ? {} : (items[index] as KeptObject);
  const item = { ...old, ...decision };
  return FILE.withItems(file, index < 0 ? [...items, item] : items.with(index, item));
}

/** The file in which nothing is decided about a suggestion. */
export function withoutDecision(
  file: Decisions,
  about: Pick<Decision, 'source' | 'suggestion'>,
): Decisions {
  return FILE.withItems(
    file,
    FILE.items(file).filter((raw) => !isAbout(raw, about)),
  );
}

function isAbout(
  raw: unknown,
  { source, suggestion }: Pick<Decision, 'source' | 'suggestion'>,
): boolean {
  return isObject(raw) && raw['source'] === source && raw['suggestion'] === suggestion;
}
