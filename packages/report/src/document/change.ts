import { holdOf, type MediateResult, type Plan } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { counted } from '../english.js';
import {
  alsoWords,
  asThingsAre,
  costWords,
  mediationAnswer,
  moveWords,
  turnedWords,
} from '../questions/mediate-text.js';
import type { Words } from '../words.js';
import {
  cited,
  heading,
  item,
  lead,
  list,
  note,
  paragraph,
  type Block,
  type Section,
} from '@standoff/document';
import { gains } from './outcomes.js';
import { stepList } from '../steps.js';

/** What would have to change for the scenario by which more would gain than lose. */
export function changeSection(words: Words, model: ConflictModel, result: MediateResult): Section {
  const labels = new Map(model.scenarios.map(({ id, label }) => [id, label]));
  const { goal, plans, more } = result;
  return {
    id: 'change',
    title: 'What would have to change',
    blocks: [
      lead(
        `More would gain by “${labels.get(goal.text) ?? goal.text}” than lose, but improvements do not lead there. ${asThingsAre(result)}`,
      ),
      paragraph(mediationAnswer(result)),
      ...plans.flatMap((plan, k) => planBlocks(words, labels, plan, k + 1)),
      ...(more > 0 ? [paragraph(`${counted(more, 'more plan')} of that cost not told.`)] : []),
      note(
        `What a change costs is an assumption, not part of the situation: ${costWords(result.costs)}.`,
      ),
    ],
  };
}

function planBlocks(
  words: Words,
  labels: ReadonlyMap<string, string>,
  plan: Plan,
  number: number,
): Block[] {
  const { cost, moves, state, concepts, path, against, sideEffects } = plan;
  return [
    heading(`Plan ${number}, at a cost of ${cost}`),
    ...list(
      moves.map((move) =>
        item([`${moveWords(move, words)} `, ...('evidence' in move ? cited(move.evidence) : [])]),
      ),
    ),
    paragraph(
      `Then ${state.name.label === null ? `state #${state.name.decimal}` : `“${state.name.label}” #${state.name.decimal}`} would hold, ${holdOf(concepts)!.clause}${alsoWords(words, plan)}. ${words.against(state.name, state.taken)}`,
    ),
    ...(path === null || path.steps.length === 0
      ? []
      : [paragraph('The way there:'), ...stepList(words, path.steps)]),
    paragraph('By what they want now: ', ...gains(words, against)),
    paragraph(`Beside that: ${turnedWords(sideEffects, labels)}`),
  ];
}
