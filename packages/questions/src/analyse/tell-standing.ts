import {
  cited,
  item,
  list,
  paragraph,
  verdict,
  type Block,
  type ListItem,
  type Verdict,
} from '@standoff/document';
import { holdOf, ruleOf, USUAL_CONCEPT } from '@standoff/engine';
import type { AnalysisResult, StatusQuoResult } from './answer.js';
import type { StabilityKind, Step } from '@standoff/situation';
import { counted } from '../told/english.js';
import { actorInline } from '../told/inlines.js';
import { tellEachToday, tellTakenToday } from '../told/today.js';
import { NOBODY_MOVES, type Words } from '../told/words.js';

/**
 * Where things stand: who has a reason to move and which; `verdictOnToday` is what it comes to.
 * `reach`: also how far moves lead, where nothing else tells it.
 */
export function tellStanding(
  words: Words,
  result: AnalysisResult,
  { reach }: { readonly reach: boolean },
): Block[] {
  return tellEachToday(words, result, (now) => [
    ...tellState(words, result, now),
    ...(reach ? [tellReach(now)] : []),
  ]);
}

function tellReach({ reaches }: StatusQuoResult): Block {
  return paragraph(
    reaches.improvements === 0
      ? 'No improvement leads anywhere from here; '
      : `Moves that each improve matters for the one who makes them lead to ${counted(reaches.improvements, 'other state')}; `,
    `moves of any kind lead to ${reaches.moves === 0 ? 'none' : counted(reaches.moves, 'state')}.`,
  );
}

/** Whether today's state would hold: by the concepts under which every decision maker is stable. */
export function verdictOnToday({
  concepts,
  actors,
  statusQuo: { stability },
}: Pick<AnalysisResult, 'concepts' | 'actors' | 'statusQuo'>): string {
  if (actors.every(({ kind }) => kind !== 'decision maker')) return NOBODY_MOVES;
  const shared = concepts.filter((concept) =>
    actors.every(({ id }) => stability[id].includes(concept)),
  );
  switch (holdOf(shared)?.answers) {
    case 'none':
      return 'Nobody has a better move: in the model, things can stay as they are.';
    case 'credible':
      return 'Things can stay as they are: whoever could do better must expect answers in the others’ own interest.';
    case 'any':
      return 'Things stay as they are only as long as whoever could do better fears answers at any price.';
    case 'simultaneous':
      return 'Things stay as they are only if decision makers move at the same moment.';
    default:
      return 'In the model, things do not stay as they are.';
  }
}

function tellState(words: Words, result: AnalysisResult, now: StatusQuoResult): Block[] {
  return [
    tellTakenToday(words, result.scenarios, now),
    ...list(
      result.actors
        .filter(({ kind }) => kind === 'decision maker')
        .map(({ id }) => tellMaker(words, result, now, id)),
    ),
  ];
}

const VERDICTS: Readonly<Record<StabilityKind, readonly [Verdict, string]>> = {
  'no move': ['yes', 'stays'],
  'no better move': ['yes', 'stays'],
  deterred: ['partly', 'is held back'],
  unstable: ['no', 'has a reason to move'],
};

/** Whether a decision maker has a reason to move, and what speaks for it and against it. */
function tellMaker(
  words: Words,
  { concepts }: AnalysisResult,
  { kinds, stability, improvements, name }: StatusQuoResult,
  id: string,
): ListItem {
  const own = improvements.filter(({ actor }) => actor === id);
  const [kind, said] = VERDICTS[kinds[id]];
  const reasons: Readonly<Record<StabilityKind, () => string>> = {
    'no move': () => 'it has no move here.',
    'no better move': () => 'none of its moves would make matters better for it.',
    deterred: () => `${betterMove(words, own)}, but ${deterrent(stability[id])}`,
    unstable: () => `${betterMove(words, own)}, and ${undeterred(own.length, concepts)}`,
  };
  return item([
    actorInline(words, id),
    ' ',
    verdict(kind, said, { state: String(name.decimal), actor: id, concept: USUAL_CONCEPT }),
    `: ${reasons[kinds[id]]()} `,
    ...(own.length > 0 ? cited(words.evidence([...own[0].takes, ...own[0].drops])) : []),
  ]);
}

function betterMove(words: Words, improvements: readonly Step[]): string {
  const [best] = improvements;
  const deed = `${words.deed(best.takes, best.drops)}${best.slow.length > 0 ? ' (slow)' : ''}`;
  return improvements.length === 1
    ? `its one better move ${deed}`
    : `of ${improvements.length} better moves, the best ${deed}`;
}

/** Where any answer would do and none deters, nothing the others could do deters. */
function undeterred(improvements: number, judged: AnalysisResult['concepts']): string {
  const which = improvements === 1 ? 'it' : 'at least one of them';
  return judged.some((concept) => ruleOf(concept).answers === 'any' && !ruleOf(concept).escape)
    ? `nothing the others could do in answer would make it regret ${improvements === 1 ? 'that' : which}.`
    : `under the concepts looked at nothing deters ${which}.`;
}

function deterrent(concepts: StatusQuoResult['stability'][string]): string {
  switch (holdOf(concepts)?.answers) {
    case 'credible':
      return 'the others would answer in their own interest and leave it no better off.';
    case 'any':
      return 'the others could answer and leave it no better off, if they were ready to do so at any price.';
    default:
      return 'others may move at the same moment and leave it no better off.';
  }
}
