import { orphanProblem, type AnchoredText } from '@standoff/evidence/anchor';
import type { Count } from '@standoff/model';
import type { Page } from '@standoff/document';
import {
  nearShown,
  referenceProblem,
  type CheckedAnchor,
  type CheckedReference,
} from './references-checked.js';

/** Something that does not resolve, as it is printed. */
export interface ProblemShown {
  /** "@cogan:P25", "@cogan#bank". */
  readonly reference: string;
  /** What is wrong with it. */
  readonly message: string;
  /** The elements that rest on it. */
  readonly elements: readonly {
    /** What the element is called by: "NK.suspend", "NK.3". */
    readonly id: string;
    /** The line it stands in, counted from 1; null: the situation was given without its text. */
    readonly line: Count | null;
  }[];
  /** Where words like those looked for stand. */
  readonly near: readonly NearShown[];
}

/** Words like those looked for. */
export interface NearShown {
  /** The paragraph, "P7"; empty: in none. */
  readonly place: string;
  /** How alike they are: "the same words". */
  readonly how: string;
  /** The words as they stand there, white space as single spaces. */
  readonly words: string;
}

/** References that do not resolve, then annotations that nothing refers to and that are orphans. */
export function problemsShown(
  references: readonly CheckedReference[],
  anchors: readonly CheckedAnchor[],
  texts: ReadonlyMap<string, AnchoredText>,
): ProblemShown[] {
  const shown = references.flatMap((checked): ProblemShown[] => {
    const text = texts.get(checked.source);
    const message = referenceProblem(checked.resolved, text);
    if (message === null) return [];
    const { resolved, elements, reference } = checked;
    const near = resolved.status === 'unresolved' ? (resolved.orphan?.near ?? []) : [];
    return [
      {
        reference,
        message,
        elements: elements.map(({ id, grounds: { at } }) => ({
          id,
          line: at && at.start.line + 1,
        })),
        near: text ? near.map((one) => nearShown(one, text)) : [],
      },
    ];
  });
  const told = new Set(shown.map(({ reference }) => reference.replace(/:P[\d-P]*/, '')));
  return [
    ...shown,
    ...anchors.flatMap(({ anchor, orphan }): ProblemShown[] => {
      const reference = `@${anchor.source}#${anchor.id}`;
      const text = texts.get(anchor.source);
      if (orphan === null || told.has(reference)) return [];
      return [
        {
          reference,
          message: orphanProblem(orphan),
          elements: [],
          near: text ? orphan.near.map((one) => nearShown(one, text)) : [],
        },
      ];
    }),
  ];
}

const MOST_ELEMENTS = 4;
const MOST_WORDS = 160;

export function problemLines(page: Page, problems: readonly ProblemShown[]): void {
  for (const { reference, message, elements, near } of problems) {
    page.line(`${reference}  ${message}`, { indent: 2, hang: 2 });
    if (elements.length > 0) {
      const named = elements
        .slice(0, MOST_ELEMENTS)
        .map(({ id, line }) => (line === null ? id : `${id} (line ${line})`));
      const more = elements.length - named.length;
      page.line(`needed by ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`, {
        indent: 4,
        hang: 2,
      });
    }
    for (const { place, how, words } of near)
      page.line(
        `${[place, how].filter(Boolean).join(', ')}: “${words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words}”`,
        { indent: 4, hang: 2 },
      );
  }
}
