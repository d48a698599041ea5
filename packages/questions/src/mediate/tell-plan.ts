import {
  element,
  heading,
  item,
  list,
  paragraph,
  type Block,
  type Content,
} from '@standoff/document';
import { holdOf } from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import type { Turned } from '@standoff/situation';
import { figure } from '../told/english.js';
import { gains, joined, numberedState, stateCalled } from '../told/inlines.js';
import { tellParts } from './tell-joint.js';
import { stepList } from '../told/steps.js';
import type { Words } from '../told/words.js';
import type { Plan } from './answer.js';
import { moveContent } from './move-words.js';

/** A plan; what the one before it comes to as well is not told again. */
export function tellPlan(
  words: Words,
  model: ConflictModel,
  plan: Plan,
  number: number,
  before: Plan | null,
): Block[] {
  const { cost, moves, state, concepts, path, against, sideEffects } = plan;
  const same = before?.state.name.decimal === state.name.decimal;
  const then = stateCalled(words, state);
  return [
    heading(moves.length === 0 ? 'As things are' : `Plan ${number}, at a cost of ${cost}`),
    ...list(
      moves.map((move) =>
        item(moveContent(words, model, move), move.kind === 'joint' ? tellParts(words, move) : []),
      ),
    ),
    paragraph(
      moves.length === 0 ? 'Without any change ' : 'Then ',
      same ? { ...then, text: 'the same state' } : then,
      ` would hold, ${holdOf(concepts)!.clause} (${concepts.join(', ')})`,
      ...alsoContent(plan),
      same ? '.' : `. ${words.against(state.name, state.taken)}`,
    ),
    ...(same && JSON.stringify(before.path) === JSON.stringify(path) ? [] : tellWay(words, plan)),
    ...(same ? [] : [paragraph('By what they want now: ', ...gains(words, against))]),
    ...(moves.length === 0
      ? []
      : [paragraph('Beside that: ', ...turnedContent(model, sideEffects))]),
  ];
}

/** Other states told of one plan. */
const ALSO = 3;

/** ", and so would “settled” #1 and #3", of what else of the goal the same changes bring about. */
function alsoContent({ also }: Plan): Content {
  if (also.length === 0) return [];
  const more = also.length - ALSO;
  return [
    ', and so would ',
    ...joined([
      ...also.slice(0, ALSO).map((state) => [numberedState(state)]),
      ...(more > 0 ? [[`${figure(more)} more of what is wished`]] : []),
    ]),
  ];
}

function tellWay(words: Words, { path, moves }: Plan): Block[] {
  const joint = moves.find((move) => move.kind === 'joint');
  if (joint !== undefined) {
    const before = path!.steps.slice(0, path!.steps.length - joint.steps.length);
    return [
      ...(before.length === 0
        ? []
        : [
            paragraph('First, each step an improvement for the one who moves:'),
            ...stepList(words, before),
          ]),
      paragraph(
        before.length === 0
          ? 'From today, together and each at once or in this order:'
          : 'From there, together and each at once or in this order:',
      ),
      ...stepList(words, joint.steps),
    ];
  }
  if (path === null) return [paragraph('No moves lead there from today.')];
  if (path.steps.length === 0) return [paragraph('It is today’s state.')];
  return [
    paragraph(
      `The way there, ${path.by === 'improvements' ? 'each' : 'not every'} step an improvement for the one who moves:`,
    ),
    ...stepList(words, path.steps),
  ];
}

/** What else turns, in sentences. */
export function turnedContent(
  model: ConflictModel,
  { statusQuo, begins, ceases, opens, closes }: Turned,
): Content {
  const labels = new Map(model.scenarios.map(({ id, label }) => [id, label]));
  const named = (ids: readonly string[]): Content =>
    ids.flatMap((id, k) => [...(k > 0 ? [', '] : []), element(id, `“${labels.get(id) ?? id}”`)]);
  const parts: Content[] = [
    ...(statusQuo === 'as before' ? [] : [[`today’s state ${statusQuo}`]]),
    ...(begins.length > 0 ? [[...named(begins), ' would begin to hold']] : []),
    ...(ceases.length > 0 ? [[...named(ceases), ' would no longer hold']] : []),
    ...(opens.length > 0 ? [['improvements would lead to ', ...named(opens)]] : []),
    ...(closes.length > 0 ? [['improvements would no longer lead to ', ...named(closes)]] : []),
  ];
  if (parts.length === 0) return ['nothing else that has a name.'];
  return [...parts.flatMap((part, k) => [...(k > 0 ? ['; '] : []), ...part]), '.'];
}
