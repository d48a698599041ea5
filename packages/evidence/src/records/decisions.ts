import * as z from 'zod';
import {
  isObject,
  itemName,
  KeptFileError,
  parseKept,
  printKept,
  problemsOf,
  repeated,
  type FileProblem,
  type KeptObject,
} from '../kept-file.js';

/** The name of the file beside a situation. */
export const DECISIONS_FILE = 'suggestions.json';

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

export const NO_DECISIONS: Decisions = fromDocument({
  schema: 'standoff/suggestion-decisions/1',
  decisions: [],
});

/**
 * Reads a file of decisions. One that is not understood is told among the problems and stays in the file.
 * @throws KeptFileError where the whole file cannot be used
 */
export function readDecisions(text: string, file = DECISIONS_FILE): Decisions {
  const document = parseKept(text, file);
  if (!Array.isArray(document['decisions']))
    throw new KeptFileError(
      'not-this-file',
      `${file} has no list of decisions`,
      'it is left as it is; move it away to begin anew',
    );
  return fromDocument(document);
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
  const decisions: Decision[] = [];
  const problems: FileProblem[] = [];
  const seen = new Map<string, number>();
  for (const [index, raw] of itemsOf(document).entries()) {
    const read = Item.safeParse(raw);
    if (!read.success) {
      problems.push(...problemsOf(itemName(index, raw), read.error));
      continue;
    }
    const { source, suggestion, decision } = read.data;
    const twice = repeated(seen, `${source}\n${suggestion}`, index, raw);
    if (twice) problems.push({ ...twice, field: 'suggestion' });
    else decisions.push({ source, suggestion, decision });
  }
  return { decisions, problems, document };
}
