import type { ConflictModel, Evidence } from '@standoff/model';
import { elementsOf, type Element } from '@standoff/situation';

/** A reference to a paragraph that has none of the words by which a text would speak of the element. */
export interface WeakCitation {
  readonly element: Element;
  readonly reference: Evidence;
}

/** The words of the paragraphs of a source; null: its text is not at hand. */
export type ParagraphWords = (source: string, from: number, to: number) => string | null;

/**
 * References to paragraphs in which neither the element nor what it speaks of is named: no word of its
 * label, of the options in it, of their owners and their other names. Words count as the same where one of
 * them, or of longer ones the first five letters, begins the other, so that "denuclearise" is found in
 * "denuclearisation". What is inferred is not expected to be named, and what is marked is checked by its
 * words.
 */
export function weakCitations(model: ConflictModel, wordsAt: ParagraphWords): WeakCitation[] {
  const named = namesIn(model);
  return elementsOf(model).flatMap((element) => {
    const references = element.grounds.evidence.filter(isPlain);
    if (references.length === 0 || element.kind === 'source' || element.kind === 'situation')
      return [];
    const own = stemsOf(wordsOf(element, named));
    if (own.size === 0) return [];
    return references
      .filter(({ source, paragraphs }) => {
        const words = wordsAt(source, paragraphs!.from, paragraphs!.to);
        return words !== null && words !== '' && !shareOne(own, stemsOf(words));
      })
      .map((reference) => ({ element, reference }));
  });
}

function isPlain({ paragraphs, annotation, inferred }: Evidence): boolean {
  return paragraphs !== null && annotation === null && inferred === undefined;
}

/** What everything that has an id is called, with whose it is. */
function namesIn(model: ConflictModel): ReadonlyMap<string, string> {
  const { actors, options, agreements, scenarios, claims } = model;
  const ofActor = (id: string): string => {
    const actor = actors.find((one) => one.id === id);
    return actor === undefined ? '' : [actor.label, ...actor.aliases].join(' ');
  };
  return new Map([
    ...[...agreements, ...scenarios, ...claims].map(({ id, label }) => [id, label] as const),
    ...options.map(({ id, label, owner }) => [id, `${label} ${ofActor(owner)}`] as const),
    ...actors.map(({ id }) => [id, ofActor(id)] as const),
  ]);
}

/** The words of an element, and of all that it names. */
function wordsOf({ text, within, grounds }: Element, named: ReadonlyMap<string, string>): string {
  const words = [text, named.get(within ?? '') ?? ''];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') words.push(named.get(value) ?? '');
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit({ ...grounds, evidence: [] });
  return words.join(' ');
}

function shareOne(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((one) =>
    [...others].some((other) => one.startsWith(other) || other.startsWith(one)),
  );
}

const SMALL = new Set(
  'the and for not but all any can has had its was are who that this with from only their they them then than when what will would could should have been into over under about after before between both each more most some such very also because which while where there these those other others'.split(
    ' ',
  ),
);

/** The first five letters of the words that say something. */
function stemsOf(words: string): ReadonlySet<string> {
  return new Set(
    (words.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [])
      .filter((word) => word.length > 2 && !SMALL.has(word))
      .map((word) => word.slice(0, 5)),
  );
}
