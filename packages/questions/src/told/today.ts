import { cited, heading, paragraph, type Block, type Content } from '@standoff/document';
import type { StateName } from '@standoff/situation';
import type { StatusQuoResult } from '../analyse/answer.js';
import type { OptionId } from '@standoff/model';
import { counted } from './english.js';
import type { Words } from './words.js';

/** What is taken in a state, and what that rests on. */
export function takenContent(words: Words, taken: readonly OptionId[]): Content {
  const phrases = words.taken(taken);
  return [
    phrases.length === 0 ? 'No option is taken. ' : `Taken: ${phrases.join('; ')}. `,
    ...cited(words.evidence(taken)),
  ];
}

/** What is taken today and nothing else, and which scenarios that is. */
export function tellTakenToday(
  words: Words,
  scenarios: readonly { readonly id: string; readonly label: string }[],
  now: Pick<StatusQuoResult, 'taken' | 'scenarios'>,
): Block {
  const phrases = words.taken(now.taken);
  const within = scenarios.filter(({ id }) => now.scenarios.includes(id));
  return paragraph(
    phrases.length === 0
      ? 'No option is taken.'
      : `Taken today: ${phrases.join('; ')}. Nothing else is.`,
    within.length > 0
      ? ` This is ${within.map(({ label }) => `“${label}”`).join(', also ')}. `
      : ' ',
    ...cited(words.evidence(now.taken)),
  );
}

/** The state that things stand in, told first, and each other one that they may stand in. */
export function tellEachToday<
  Now extends {
    readonly taken: readonly OptionId[];
    readonly name: Pick<StateName, 'added' | 'dropped'>;
  },
>(
  words: Words,
  {
    statusQuo,
    statusQuoAlternatives: all = [],
  }: { readonly statusQuo: Now; readonly statusQuoAlternatives?: readonly Now[] },
  tell: (now: Now) => Block[],
): Block[] {
  return [
    ...(all.length > 1
      ? [
          paragraph(
            `What is known leaves ${counted(all.length, 'state')} in which things may stand. This is the one with the fewest options taken; the others follow.`,
          ),
        ]
      : []),
    ...tell(statusQuo),
    ...all
      .slice(1)
      .flatMap((other) => [
        heading('Or else'),
        paragraph(words.against(other.name, other.taken)),
        ...tell(other),
      ]),
  ];
}
