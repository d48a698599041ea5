import { DEFINITIONS, type ExplanationResult } from '@standoff/analysis';
import { counted } from '../english.js';
import { answerWords, undeterredWords } from '../explanation-text.js';
import type { Words } from '../words.js';
import { cited, item, list, strong, verdict, type ListItem } from '@standoff/document';

/** Better moves that are told of each decision maker. */
const TOLD = 2;

/** Why an actor stays or not: its better moves, each with the answer that holds it back or the lack of one. */
export function reasonItem(words: Words, result: ExplanationResult): ListItem {
  const { actor, stable, concept, moves, improvements } = result;
  // What nothing deters decides; it comes first.
  const ordered = [...improvements].sort(
    (a, b) => Number(a.sanction !== null) - Number(b.sanction !== null),
  );
  return item(
    [
      strong(words.actor(actor)),
      ' ',
      stable ? verdict('partly', 'is held back') : verdict('no', 'has a reason to move'),
      ` under ${concept} (stable if ${DEFINITIONS[concept].meaning}): of ${counted(moves, 'move')} here, ${counted(improvements.length, 'is', 'are')} better for it.`,
    ],
    list([
      ...ordered
        .slice(0, TOLD)
        .map(({ step, because, sanction, answersLookedAt }) =>
          item([
            `It ${words.deed(step.takes, step.drops)} `,
            ...cited(words.evidence([...step.takes, ...step.drops])),
            `. Better for it, because ${because}. `,
            ...(sanction === null
              ? [
                  verdict('no', 'Nothing deters it'),
                  `: ${undeterredWords(concept, answersLookedAt)}.`,
                ]
              : [
                  verdict('partly', 'Held back'),
                  `, for then ${answerWords(words, sanction)}; that leaves it ${sanction.leaves} than where it started, because ${sanction.because}.`,
                ]),
          ]),
        ),
      ...(improvements.length > TOLD
        ? [item([`and ${counted(improvements.length - TOLD, 'more better move')}.`])]
        : []),
    ]),
  );
}
