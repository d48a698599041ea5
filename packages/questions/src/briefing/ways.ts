import {
  actor,
  citedAside,
  item,
  list,
  quiet,
  strong,
  type Block,
  type ListItem,
} from '@standoff/document';
import type { AnswerKind } from '@standoff/engine';
import type { Step } from '@standoff/situation';
import { toDo, wouldDo } from '../told/deeds.js';
import { capitalised, counted, listed } from '../told/english.js';
import type { Words } from '../told/words.js';
import type { BriefingResult, EndOutcome, WayStep } from './answer.js';
import { ways } from '../told/shares.js';
import { shortName } from '../told/end-words.js';

/** Ends to which a way is told. */
const TOLD = 3;
/** With more parties those who cannot move are left out. */
const PARTIES = 6;

/** How firmly an outcome is held, by the answers that hold it. */
export const HOLDS: Readonly<Record<AnswerKind, string>> = {
  none: 'firmly',
  credible: 'by answers',
  any: 'at any price',
  simultaneous: 'by chance',
};

/** Whose gains and losses are told. */
export function partiesOf({ deciders, onlookers }: BriefingResult): readonly string[] {
  const all = [...deciders, ...onlookers];
  return all.length <= PARTIES ? all : deciders;
}

/** The steps that all ways have in common, and then each to its end. */
export function toldWays({ ends }: BriefingResult): {
  readonly common: readonly WayStep[];
  readonly ways: readonly { readonly end: EndOutcome; readonly steps: readonly WayStep[] }[];
} {
  const told = ends.filter(({ way }) => way !== null && way.length > 0).slice(0, TOLD);
  if (told.length === 0) return { common: [], ways: [] };
  const shared =
    told.length > 1 ? Math.min(...told.slice(1).map((end) => end.shared)) : told[0].way!.length - 1;
  return {
    common: told[0].way!.slice(0, shared),
    ways: told.map((end) => ({
      end,
      steps: end
        .way!.slice(shared)
        // Where it is a race between two, the sentence above has said so.
        .map((one, n) => (n === 0 && ends.length === 2 ? { ...one, stoppedBy: [] } : one)),
    })),
  };
}

/** The steps from today, together as far as they are the same, then each way by itself. */
export function tellWays(words: Words, result: BriefingResult): Block[] {
  const { common, ways: told } = toldWays(result);
  return [
    ...list(common.map((one, k) => stepItem(words, one, `${k + 1} `))),
    ...told.flatMap(({ end, steps }, k) => {
      const letter = told.length > 1 ? 'abc'[k] : '';
      return list([
        ...steps.map((one, n) => stepItem(words, one, `${common.length + n + 1}${letter} `)),
        item([
          '→ ',
          strong(shortName(words, end)),
          `: ${holdWords(end)}${told.length > 1 ? `; ${ways(end.pull)}` : ''}`,
        ]),
      ]);
    }),
  ];
}

function stepItem(words: Words, { step, stoppedBy }: WayStep, mark: string): ListItem {
  const unless = unlessWords(words, stoppedBy);
  return item([
    mark,
    actor(step.actor, capitalised(words.actor(step.actor))),
    ` would ${wouldDo(words, step.takes, step.drops)}`,
    ...(unless === '' ? [] : [quiet(`, ${unless}`)]),
    ' ',
    ...citedAside(words.evidence([...step.takes, ...step.drops])),
  ]);
}

/** "unless China is first to end the sanctions"; empty: nobody could stop it. */
export function unlessWords(words: Words, stoppedBy: readonly Step[]): string {
  return stoppedBy.length === 0
    ? ''
    : `unless ${listed(
        stoppedBy.map((one) => `${words.actor(one.actor)} is first ${toDo(words, one)}`),
        'or',
      )}`;
}

function holdWords({ hold, round }: EndOutcome): string {
  if (round > 0) return `it goes round in ${counted(round, 'state')}`;
  if (hold === null) return 'does not hold';
  return hold === 'none'
    ? 'holds firmly, nobody has a better move'
    : 'held by what others would answer';
}
