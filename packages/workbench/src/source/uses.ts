import { elementsOf } from '@standoff/situation';
import type { AnnotationFile } from '@standoff/evidence/records';
import type { ConflictModel, Evidence } from '@standoff/model';
import { placedElements } from '../document/elements.js';

/** An element that rests on a passage. */
export interface Use {
  /** The id, or where there is none what it is about. */
  readonly name: string;
  /** For an address; null: the element has none. */
  readonly id: string | null;
}

/** What rests on a source: on a paragraph by number, and on the source as a whole. */
export interface Uses {
  readonly paragraphs: ReadonlyMap<number, readonly Use[]>;
  readonly whole: readonly Use[];
}

/** Annotations count for the paragraphs that they say they stand in. */
export function usesOf(
  model: ConflictModel,
  source: string,
  { anchors }: Pick<AnnotationFile, 'anchors'>,
): Uses {
  const paragraphs = new Map<number, Use[]>();
  const whole: Use[] = [];
  const add = (list: Use[], use: Use): void => {
    if (!list.some(({ name }) => name === use.name)) list.push(use);
  };
  const span = ({ paragraphs: named, annotation }: Evidence): Evidence['paragraphs'] =>
    named ??
    anchors.find((one) => one.source === source && one.id === annotation)?.paragraphs ??
    null;
  const named = new Set(placedElements(model).map(({ id }) => id));
  for (const { id: name, grounds } of elementsOf(model)) {
    const use: Use = { name, id: named.has(name) ? name : null };
    for (const one of grounds.evidence) {
      if (one.source !== source) continue;
      const at = span(one);
      if (at === null) add(whole, use);
      else
        for (let number = at.from; number <= at.to; number++) {
          const list = paragraphs.get(number) ?? [];
          paragraphs.set(number, list);
          add(list, use);
        }
    }
  }
  return { paragraphs, whole };
}
