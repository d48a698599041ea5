import { inTerminal, note, paragraph, type Block } from '@standoff/document';
import { NOBODY_MOVES, type Words } from '../told/words.js';
import { tellScenarioAsked } from '../told/scenario-asked.js';
import type { Explained, ExplainResult } from './answer.js';
import { tellExtensionExplanations } from './tell-extension.js';
import { tellForesightExplanations } from './tell-foresight.js';
import { tellExplanations } from './tell-explanation.js';

/** Why a state is stable or not, or that there is nobody whose staying could be explained. */
export function tellExplain(words: Words, result: ExplainResult): Block[] {
  const { scenario, firmest, atFirst } = result;
  return [
    ...(scenario ? [tellScenarioAsked(scenario)] : []),
    ...tellExplained(words, result),
    ...(firmest ? tellExplained(words, firmest) : []),
    ...(atFirst
      ? [
          note(
            'There are so many states that looking at all that could be answered takes long: what is open above is left open for that.',
            inTerminal(' With --full it is done.'),
          ),
        ]
      : []),
  ];
}

function tellExplained(words: Words, { explanations, foresight, extensions }: Explained): Block[] {
  if (explanations.length > 0) return tellExplanations(words, explanations);
  if (foresight.length > 0) return tellForesightExplanations(words, foresight);
  if (extensions.length > 0) return tellExtensionExplanations(words, extensions);
  return [paragraph(NOBODY_MOVES)];
}
