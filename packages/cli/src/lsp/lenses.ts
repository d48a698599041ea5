import { decidersOf, type ConflictModel } from '@standoff/model';
import type { QuestionName } from '@standoff/questions';

/** A question that an editor offers above an element. */
export interface Lens {
  /** The id of the element; null: at the beginning of the text. */
  readonly at: string | null;
  readonly title: string;
  readonly question: QuestionName;
  /** What is given to the question. */
  readonly given: Readonly<Record<string, string>>;
}

/** What can be asked at the parts of a model. */
export function lensesOf(model: ConflictModel): Lens[] {
  return [
    { at: null, title: 'Briefing', question: 'briefing', given: {} },
    ...model.scenarios.flatMap(({ id }): Lens[] => [
      { at: id, title: 'Why', question: 'explain', given: { state: id } },
      { at: id, title: 'What would change it', question: 'mediate', given: { goal: id } },
    ]),
    ...decidersOf(model).map(({ id }): Lens => ({
      at: id,
      title: 'Why it moves or stays',
      question: 'explain',
      given: { actor: id },
    })),
  ];
}
