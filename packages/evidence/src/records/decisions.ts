import * as z from 'zod';
import {
  emptyKept,
  isObject,
  parseKeptList,
  printKept,
  readBy,
  readItems,
  type FileProblem,
  type KeptForm,
  type KeptObject,
} from '../kept-file.js';

/** The name of the file beside a situation. */
export const DECISIONS_FILE = 'suggestions.json';

const FORM: KeptForm = {
  name: DECISIONS_FILE,
  schema: 'standoff/suggestion-decisions/1',
  list: 'decisions',
};

/** What was decided about a suggestion (`Suggestion.id`) in the text of a source. */
export interface Decision {
  readonly source: string;
  readonly suggestion: string;
  readonly decision: 'accepted' | 'rejected';
}

export interface Decisions {
  readonly decisions: readonly Decision[];
  /** What cannot be used; it stays in the file. */
  readonly problems: readonly FileProblem[];
  /** The whole content, with everything that is not ours. */
  readonly document: KeptObject;
}

const Item = z.looseObject({
  source: z.string().min(1, 'expected the name of a source'),
  suggestion: z.string().min(1, 'expected the id of a suggestion'),
  decision: z.enum(['accepted', 'rejected']),
});

export const NO_DECISIONS: Decisions = fromDocument(emptyKept(FORM));

/**
 * Reads a file of decisions. One that is not understood is told among the problems and stays in the file.
 * @throws KeptFileError where the whole file cannot be used
 */
export function readDecisions(text: string, file = DECISIONS_FILE): Decisions {
  return fromDocument(parseKeptList(text, FORM, file));
}

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
  const items = itemsOf(file.document);
  const index = items.findIndex((raw) => isAbout(raw, decision));
  const old = index < 0 ? {} : (items[index] as KeptObject);
  const item = { ...old, ...decision };
  return withItems(file, index < 0 ? [...items, item] : items.with(index, item));
}

/** The file in which nothing is decided about a suggestion. */
export function withoutDecision(
  file: Decisions,
  about: Pick<Decision, 'source' | 'suggestion'>,
): Decisions {
  return withItems(
    file,
    itemsOf(file.document).filter((raw) => !isAbout(raw, about)),
  );
}

function isAbout(
  raw: unknown,
  { source, suggestion }: Pick<Decision, 'source' | 'suggestion'>,
): boolean {
  return isObject(raw) && raw['source'] === source && raw['suggestion'] === suggestion;
}

function itemsOf(document: KeptObject): readonly unknown[] {
  return document['decisions'] as unknown[];
}

function withItems({ document }: Decisions, decisions: readonly unknown[]): Decisions {
  return fromDocument({ ...document, decisions });
}

function fromDocument(document: KeptObject): Decisions {
  const { values, problems } = readItems(
    itemsOf(document),
    (raw, item) => readBy(Item, raw, item),
    ({ source, suggestion }) => `${source}\n${suggestion}`,
    'suggestion',
  );
  const decisions = values.map(({ source, suggestion, decision }) => ({
    source,
    suggestion,
    decision,
  }));
  return { decisions, problems, document };
}
