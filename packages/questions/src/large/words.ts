import { verdict, type Content } from '@standoff/document';
import type {
  LargeAnalysisResult,
  LargeCount,
  LargeEquilibrium,
  LargeScenario,
  LargeStatusQuo,
} from './answer.js';
import { counted, longFigure } from '../told/english.js';
import type { Words } from '../told/words.js';

/** How many combinations there are, and how many satisfy the constraints. */
export function combinations({ points, feasible }: LargeAnalysisResult['space']): string {
  if (feasible === null) return '';
  return feasible === points
    ? ` Every one of ${longFigure(points)} combinations of options is possible in the model.`
    : ` Of ${longFigure(points)} combinations of options, ${longFigure(feasible)} satisfy the constraints.`;
}

/** "stays: it has no move here." */
export function largeStanding(words: Words, now: LargeStatusQuo, id: string): Content {
  switch (now.kinds[id]) {
    case 'no move':
      return [verdict('yes', 'stays'), ': it has no move here.'];
    case 'no better move':
      return [verdict('yes', 'stays'), ': none of its moves would make matters better for it.'];
    case 'deterred':
      return [
        verdict('partly', 'is held back'),
        `: ${betterMove(words, now, id)}, but others could answer and leave it no better off (${now.stability[id].join(', ')}).`,
      ];
    case 'unstable':
      return [
        verdict('no', 'has a reason to move'),
        `: ${betterMove(words, now, id)}, and under the concepts looked at nothing deters it.`,
      ];
    case 'not decided':
      return [
        verdict('partly', 'may have a reason to move'),
        `: ${betterMove(words, now, id)}; whether the others’ answers deter it was not decided within the limits.`,
      ];
  }
}

function betterMove(words: Words, { improvements }: LargeStatusQuo, id: string): string {
  const { count, best } = improvements[id];
  if (best.length === 0) return 'no better move was found';
  const [{ takes, drops, slow }] = best;
  const deed = `${words.deed(takes, drops)}${slow.length > 0 ? ' (slow)' : ''}`;
  return count.count === '1' && count.exact
    ? `its one better move ${deed}`
    : `of ${amount(count)} better moves, the best ${deed}`;
}

export function largeWay({ by, steps, shortest }: NonNullable<LargeEquilibrium['path']>): string {
  const length = counted(steps.length, 'step');
  return `${shortest ? 'The shortest way there' : 'A way there, there may be shorter ones'}: ${length}, ${
    by === 'improvements'
      ? 'each an improvement for the one who moves'
      : 'not all of them improvements for the one who moves'
  }`;
}

/** Whether an outcome lies in it. */
export function largeHolding({ states: size, nash, holdsNow }: LargeScenario): Content {
  const now = holdsNow ? 'Holds today. ' : '';
  if (size === '0') return [verdict('no', 'No state of the model satisfies it.')];
  if (isNone(nash))
    return [
      now,
      verdict('no', 'In each'),
      ` of its ${size === null ? '' : `${longFigure(size)} `}states somebody has a better move; answers of others may or may not deter it.`,
    ];
  if (nash.count === '0') return [`${now}Whether it would hold is not known.`];
  return [
    now,
    verdict('yes', 'Would hold'),
    `: ${largeCounted(nash, 'outcome')} ${nash.count === '1' ? 'lies' : 'lie'} in it.`,
  ];
}

/** Whether a way leads to such an outcome, or into the scenario. */
export function largeReaching({
  states: size,
  holdsNow,
  nash,
  nashReachable,
  reachable,
  path,
}: LargeScenario): string {
  if (size === '0') return '';
  const steps =
    path === null || path.steps.length === 0 ? '' : ` within ${counted(path.steps.length, 'step')}`;
  if (nash.count !== '0') {
    if (nashReachable.improvements) return `Improvements lead to such an outcome${steps}.`;
    if (nashReachable.moves)
      return `Such an outcome is reached only if somebody makes a move that is not better for it${steps}.`;
    if (nashReachable.moves === false) return 'No moves lead to such an outcome from today.';
  }
  if (holdsNow) return '';
  if (reachable.improvements)
    return `Improvements lead into it from today${steps}${isNone(nash) ? ', but not to stay' : ''}.`;
  if (reachable.moves)
    return reachable.improvements === false
      ? `It is entered only if somebody makes a move that is not better for it${steps}.`
      : `Moves lead into it from today${steps}.`;
  return reachable.moves === false
    ? 'No moves lead there from today.'
    : 'Whether moves lead there from today is not known.';
}

export function isNone({ count, exact }: LargeCount): boolean {
  return count === '0' && exact;
}

/** "at least 50,000 states". */
export function largeCounted({ count, exact }: LargeCount, singular: string): string {
  return `${amount({ count, exact })} ${count === '1' ? singular : `${singular}s`}`;
}

export function amount({ count, exact }: LargeCount): string {
  return exact ? longFigure(count) : `at least ${longFigure(count)}`;
}
