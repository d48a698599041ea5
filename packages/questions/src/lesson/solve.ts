import { ruleOf, UNANSWERED, USUAL_CONCEPT } from '@standoff/engine';
import {
  AnalysisError,
  conceptsFor,
  improvementsFrom,
  judge,
  situationShown,
  type Concept,
  type Prepared,
  type StateShown,
} from '@standoff/situation';
import type { ExplanationResult, ImprovementResult } from '../explain/answer.js';
import { explainState } from '../explain/explanation.js';
import { comparisonOf, versus } from './comparison.js';
import { answersOf, escapesFrom } from './deterrence.js';
import { optionTable } from './option-table.js';
import { ruledOut } from './ruled-out.js';
import type {
  LessonResult,
  MoveOfStep,
  CompareStep,
  LessonStep,
  AnswersStep,
  VerdictStep,
} from './answer.js';

/** So many moves, improvements among them, and improvements' answers are gone through one by one. */
const MOVES = 8;

const IMPROVEMENTS = 4;

/** So many changes that are no moves are told. */
const RULED_OUT = 6;

export interface LessonOptions {
  /** The index of a state; today's when left out, or the first in which somebody has an improvement. */
  readonly state?: number;
  /** The id of an actor; the first that has an improvement in the state when left out. */
  readonly actor?: string;
  /** SEQ when left out. */
  readonly concept?: Concept;
}

/**
 * The hand calculation of a verdict as a list of steps with their facts. Which improvements there are
 * and what deters them is what the kernel's explanation says; nothing is judged here a second time.
 * @throws AnalysisError 'unknown-actor' where nobody decides anything
 */
export function lesson(
  prepared: Prepared,
  { state: at, actor, concept = USUAL_CONCEPT }: LessonOptions = {},
): LessonResult {
  const { deciders, space, game, naming, model } = prepared;
  if (deciders.length === 0)
    throw new AnalysisError(
      'unknown-actor',
      'nobody has an option, so that there is no verdict to work out',
      'give an actor an option',
    );
  const given = deciders.findIndex(({ id }) => id === actor);
  const state = at ?? firstToSee(prepared, given);
  const mover = actor === undefined ? (improvementsFrom(prepared, state)[0]?.mover ?? 0) : given;
  const who = actor ?? deciders[mover].id;
  const explanation = explainState(prepared, state, who, concept);
  const base = {
    schema: 'standoff/lesson/2',
    situation: situationShown(model),
    state: naming.state(state),
    actor: who,
    concept,
    actors: deciders.map(({ id }) => id),
    table: optionTable(prepared),
  } as const;
  // A stakeholder has nothing to decide.
  if (mover < 0) return { ...base, steps: [{ kind: 'state' }, verdict(explanation, true)] };
  const reach = new Int32Array(game.moves.maxDegree);
  const all = Array.from(reach.subarray(0, game.moves.successors(mover, state, reach)));
  const index = (shown: StateShown): number => space.indexOf(Number(shown.name.decimal));
  const told = [...improvementsTold(explanation)].sort((a, b) => index(a.to) - index(b.to));
  const moves = movesTold(
    all,
    told.map(({ to }) => index(to)),
    (to) => game.ranks[mover][to] > game.ranks[mover][state],
  );
  const barred = ruledOut(prepared, mover, state);
  const move = (to: number): MoveOfStep => ({
    step: naming.step(mover, state, to),
    to: naming.state(to),
  });
  const judged = judge(game, [concept]);
  const kernel = conceptsFor(judged, mover, state).includes(concept);
  const improving = (list: readonly number[]): number =>
    list.filter((to) => game.ranks[mover][to] > game.ranks[mover][state]).length;
  return {
    ...base,
    steps: [
      { kind: 'state' },
      {
        kind: 'moves',
        count: all.length,
        moves: moves.map(move),
        passedOver: {
          moves: all.length - moves.length,
          improvements: improving(all) - improving(moves),
        },
        ruledOut: barred && { count: barred.length, shown: barred.slice(0, RULED_OUT) },
      },
      ...moves.map((to): CompareStep => ({
        kind: 'compare',
        ...move(to),
        comparison: comparisonOf(prepared, mover, state, to),
        is: versus(prepared, mover, to, state),
      })),
      ...told.flatMap((improvement) =>
        deterrenceSteps(prepared, mover, state, concept, improvement),
      ),
      verdict(explanation, kernel),
    ],
  };
}

/** What the others may do about one improvement, where the concept asks. */
function deterrenceSteps(
  prepared: Prepared,
  mover: number,
  state: number,
  concept: Concept,
  { step, to, sanction }: ImprovementResult,
): LessonStep[] {
  const at = prepared.space.indexOf(Number(to.name.decimal));
  const { naming } = prepared;
  const { answers, escape } = ruleOf(concept);
  switch (answers) {
    case 'none':
      return [];
    case 'simultaneous':
      return [
        {
          kind: 'together',
          step,
          to,
          improvements: improvementsFrom(prepared, state)
            .filter((one) => one.mover !== mover)
            .map((one) => naming.step(one.mover, state, one.to)),
          sanction,
        },
      ];
    default: {
      const place = { prepared, mover, state };
      const found = answersOf(place, at, concept, sanction);
      const first: AnswersStep = { kind: 'answers', step, to, ...found, sanction };
      if (!escape || found.harmful === 0) return [first];
      return [
        first,
        {
          kind: 'escape',
          step,
          to,
          ...escapesFrom(place, at, concept, sanction),
          sanction,
        },
      ];
    }
  }
}

function verdict({ stable, kind, improvements }: ExplanationResult, kernel: boolean): VerdictStep {
  // Of listed states it is always known.
  return {
    kind: 'verdict',
    stable: stable!,
    kernel,
    why: kind!,
    improvements: improvements.length,
    undeterred: improvements.filter(({ sanction }) => sanction === null).length,
  };
}

/** The improvements gone through: all where they are few, else first those that decide. */
function improvementsTold({ improvements }: ExplanationResult): readonly ImprovementResult[] {
  if (improvements.length <= IMPROVEMENTS) return improvements;
  return [...improvements]
    .sort((a, b) => Number(a.sanction !== null) - Number(b.sanction !== null))
    .slice(0, IMPROVEMENTS);
}

/** The moves gone through: all where they are few, else those improvements and some that are none. */
function movesTold(
  all: readonly number[],
  told: readonly number[],
  improves: (to: number) => boolean,
): readonly number[] {
  if (all.length <= MOVES) return all;
  const others = all.filter((to) => !improves(to)).slice(0, MOVES - told.length);
  return all.filter((to) => told.includes(to) || others.includes(to));
}

/** Today's state, or where nobody (or not the one asked for) has an improvement there, the first where one has. */
function firstToSee({ game, statusQuo: [today], space }: Prepared, asked: number): number {
  const verdicts = judge(game, [UNANSWERED]).verdicts.get(UNANSWERED)!;
  const looked = asked < 0 ? verdicts : [verdicts[asked]];
  const seen = (state: number): boolean => looked.some((stable) => stable[state] === 0);
  if (seen(today)) return today;
  for (let state = 0; state < space.size; state++) if (seen(state)) return state;
  return today;
}
