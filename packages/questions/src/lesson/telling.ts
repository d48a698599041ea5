import {
  column,
  element,
  quiet,
  strong,
  type Block,
  type Content,
  type Inline,
  type RowGroup,
  type StateInline,
} from '@standoff/document';
import type { ConflictModel, OptionId } from '@standoff/model';
import type { StateShown } from '@standoff/situation';
import type { Words } from '../told/words.js';
import type { LessonResult } from './answer.js';

/** What the steps of a lesson are told with. */
export interface Telling {
  readonly words: Words;
  readonly model: ConflictModel;
  readonly lesson: LessonResult;
  /** A state, which leads to the same verdict on it. */
  readonly state: (state: StateShown) => Inline;
}

/** A step as it is told. */
export interface ToldStep {
  readonly title: Content;
  /** What the step starts from. */
  readonly given: readonly Block[];
  /** What one can guess before the rest is told, and what is right; null: nothing. */
  readonly guess: { readonly question: string; readonly answer: boolean } | null;
  readonly blocks: readonly Block[];
}

/** States as columns of Y and N, a row an option; what is another than in the first stands out. */
export function tellColumns(
  telling: Telling,
  caption: string,
  states: readonly { readonly state: StateShown; readonly head?: string }[],
  options: readonly OptionId[],
): Block[] {
  const {
    words,
    model,
    lesson: { actor, concept },
  } = telling;
  const verdict = { actor, concept };
  const [{ state: first }] = states;
  const mark = (state: StateShown, id: OptionId): Inline => {
    const yes = state.taken.includes(id);
    const letter = yes ? 'Y' : 'N';
    if (state !== first && yes !== first.taken.includes(id)) return strong(letter);
    return yes ? letter : quiet(letter);
  };
  return [
    {
      block: 'table',
      caption,
      columns: [
        column('Option'),
        ...states.map(({ state, head }) => ({
          head: [head ?? headOf(String(state.name.decimal), verdict)],
          align: 'middle' as const,
        })),
      ],
      groups: byOwner(words, model, options, (id) => states.map(({ state }) => [mark(state, id)])),
    },
  ];
}

/** A state by its number, as the columns of the field have it. */
export function headOf(decimal: string, verdict: StateInline['verdict']): Inline {
  return { inline: 'state', decimal, text: `#${decimal}`, verdict };
}

/** A row for each option, under whoever it belongs to. */
export function byOwner(
  words: Words,
  { actors, options }: ConflictModel,
  shown: readonly OptionId[],
  cells: (id: OptionId) => Content[],
): RowGroup[] {
  return actors.flatMap((actor): RowGroup[] => {
    const own = options.filter(({ id, owner }) => owner === actor.id && shown.includes(id));
    const rows = own.map(({ id }) => [[element(id, words.option(id))], ...cells(id)]);
    return rows.length === 0 ? [] : [{ title: words.name(actor.id), rows }];
  });
}
