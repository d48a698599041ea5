import type { AnnotationFile } from '@standoff/evidence';
import type { ConflictModel, Evidence, Grounded } from '@standoff/model';
import { groundedElements } from '../document/elements.js';

/** An element that rests on a passage. */
export interface Use {
  /** The id, or where there is none what it is about. */
  readonly name: string;
  /** For an address; null: the element has no id. */
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
  for (const { use, evidence } of users(model))
    for (const one of evidence) {
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
  return { paragraphs, whole };
}

function users(model: ConflictModel): { use: Use; evidence: readonly Evidence[] }[] {
  const unnamed = (name: string, { evidence }: Grounded) => ({ use: { name, id: null }, evidence });
  return [
    ...groundedElements(model).map(({ id, grounds }) => ({
      use: { name: id, id },
      evidence: grounds.evidence,
    })),
    ...model.perceptions.map((one) => unnamed(`${one.actor} perceives ${one.of}`, one)),
    ...model.extremes.map((one) => unnamed(`${one.kind} for ${one.actor}`, one)),
    ...model.relations.map((one) => unnamed(`${one.from} ${one.kind} ${one.to}`, one)),
  ];
}
