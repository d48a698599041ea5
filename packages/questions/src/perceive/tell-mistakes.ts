import {
  element,
  item,
  list,
  paragraph,
  type Block,
  type Content,
  type ListItem,
} from '@standoff/document';
import { holdOf } from '@standoff/engine';
import type { Attempt } from './own-moves.js';
import type { HeldUnder, PerceivedGame } from './answer.js';
import type { Concept, StateShown } from '@standoff/situation';
import { figure, inQuotes } from '../told/english.js';
import { stateCalled } from '../told/inlines.js';
import { stepContent } from '../told/steps.js';
import type { Words } from '../told/words.js';

/** Examples told of a kind. */
export const TOLD = 3;

/** States, under what they are spoken of, and what is to be said below each. */
export function exampleList<Example extends HeldUnder>(
  words: Words,
  examples: readonly Example[],
  below: (example: Example) => Block[] = () => [],
): Block[] {
  return list(
    examples.slice(0, TOLD).map((example, k) => {
      const { state } = example;
      return item([stateCalled(words, state), against(words, state, k)], below(example));
    }),
  );
}

/** How a state differs from today; of the first of a list, and of those without a name. */
export function against(words: Words, { name, taken }: StateShown, place: number): string {
  return place > 0 && name.label !== null ? '.' : `. ${words.against(name, taken)}`;
}

/** "it wants: meet" as it stands in the middle of a sentence. */
export function becauseWords(text: string): string {
  return text.replace(/^it wants: (.*)$/s, (_, wish: string) => `it wants ${inQuotes(wish)}`);
}

/** Where an actor, or several to whom the same happens, are mistaken. */
export function tellMistakes(
  words: Words,
  { pictures, leaves, holds, expected }: PerceivedGame,
  concept: Concept,
  subject: 'it' | 'they',
): ListItem[] {
  const one = subject === 'it';
  const count = (of: PerceivedGame['expected']): string => figure(of[concept]);
  const these = pictures.some(({ unawareOf }) => unawareOf.length > 0)
    ? 'the states that look like these'
    : 'these';
  return [
    item([`States that ${subject} ${one ? 'expects' : 'expect'} to hold: ${count(expected)}.`]),
    ...(leaves.examples.length + holds.examples.length === 0
      ? [item([`${one ? 'It is' : 'They are'} mistaken about none of them.`])]
      : []),
    ...(leaves.examples.length === 0
      ? []
      : [
          item(
            [`Of ${these} somebody would leave ${count(leaves.counts)}. The nearest:`],
            exampleList(words, leaves.examples, ({ leaves: attempt }) =>
              attempt ? [tellAttempt(words, attempt)] : [],
            ),
          ),
        ]),
    ...(holds.examples.length === 0
      ? []
      : [
          item(
            [`Not expected, and yet nobody would leave: ${count(holds.counts)}. The nearest:`],
            exampleList(words, holds.examples, ({ expected: awaited }) => [
              awaited
                ? paragraph(
                    'Expected is that ',
                    ...stepContent(
                      words,
                      awaited.step,
                      `, because ${becauseWords(awaited.because)}.`,
                    ),
                  )
                : paragraph(`${one ? 'It does' : 'They do'} not recognise this state.`),
            ]),
          ),
        ]),
  ];
}

function tellAttempt(words: Words, { step, because, possible }: Attempt): Block {
  return paragraph(
    ...stepContent(
      words,
      step,
      `, because ${becauseWords(because)}${possible ? '' : ', or tries to: something it does not know of stands in the way'}.`,
    ),
  );
}

/** The scenarios that an actor judges otherwise than they come out, by what it is mistaken about. */
export function tellScenarios(scenarios: PerceivedGame['scenarios'], concept: Concept): ListItem[] {
  const held = (concepts: readonly Concept[]): ReturnType<typeof holdOf> =>
    concepts.includes(concept) ? holdOf(concepts) : null;
  const groups = new Map<string, Content[]>();
  const say = (what: string, id: string, label: string): void => {
    groups.set(what, [...(groups.get(what) ?? []), [element(id, `“${label}”`)]]);
  };
  for (const one of scenarios) {
    const { id, label, expected, hypergame, expectedReach, reached, unthought } = one;
    if (unthought) {
      if (reached || held(hypergame) !== null)
        say('Cannot think of it, for it does not know of what is done there', id, label);
      continue;
    }
    if (expectedReach !== reached)
      say(
        reached
          ? 'Sees no way there from today, though what others would do leads there'
          : 'Sees a way there from today that others would not take',
        id,
        label,
      );
    const own = held(expected);
    const all = held(hypergame);
    if (own?.title === all?.title) continue;
    say(
      `Expected by it to ${heldWords(own)}; where each acts by its own game, it would ${heldWords(all)}`,
      id,
      label,
    );
  }
  if (groups.size === 0) return [];
  return [
    item(
      ['Scenarios that it judges otherwise than they come out:'],
      list(
        [...groups].map(([what, labels]) =>
          item([
            `${what}: `,
            ...labels.flatMap((label, k) => [...(k > 0 ? [', '] : []), ...label]),
            '.',
          ]),
        ),
      ),
    ),
  ];
}

function heldWords(hold: ReturnType<typeof holdOf>): string {
  return hold ? `hold ${hold.clause}` : 'hold nowhere';
}
