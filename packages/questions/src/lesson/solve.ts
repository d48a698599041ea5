import { ruleOf, UNANSWERED, USUAL_CONCEPT } from '@standoff/engine';
import type { Count } from '@standoff/model';
import {
  AnalysisError,
  conceptsFor,
  improvementsFrom,
  judge,
  situationShown,
  type Concept,
  type Prepared,
  type SituationShown,
  type StabilityKind,
  type StateShown,
  type Step,
} from '@standoff/situation';
import type { ExplanationResult, ImprovementResult } from '../explain/answer.js';
import { explainState } from '../explain/solve.js';
import { comparisonOf, versus, type Comparison, type Versus } from './comparison.js';
import {
  answersOf,
  escapesFrom,
  type AnswersByHand,
  type EscapesByHand,
  type Sanction,
} from './deterrence.js';
import { optionTable, type StateByHand } from './option-table.js';
import { ruledOut, type RuledOut } from './ruled-out.js';

/** The answer of `standoff lesson --json`: a verdict worked out by hand, step by step. */
export interface LessonResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/lesson/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** The state asked about. */
  readonly state: StateShown;
  /** For whom. */
  readonly actor: string;
  /** The concept by which it is judged. */
  readonly concept: Concept;
  /** The decision makers that can be asked about, in the order of the situation. */
  readonly actors: readonly string[];
  /** One after the other; the last is the verdict. */
  readonly steps: readonly LessonStep[];
  /** All states in the field's notation; null: they are too many to be read. */
  readonly table: readonly StateByHand[] | null;
}

export type LessonStep =
  | {
      /** The state, option by option. */
      readonly kind: 'state';
    }
  | MovesStep
  | CompareStep
  | AnswersStep
  | TogetherStep
  | EscapeStep
  | VerdictStep;

export interface MovesStep {
  /** The decision maker's moves, and what is no move of it. */
  readonly kind: 'moves';
  /** All of them counted. */
  readonly count: Count;
  /** Those gone through one by one. */
  readonly moves: readonly MoveOfStep[];
  /** What is not gone through. */
  readonly passedOver: {
    /** So many moves. */
    readonly moves: Count;
    /** Of them, so many improvements. */
    readonly improvements: Count;
  };
  /** The changes of its options that are no moves; null: too many to look at. */
  readonly ruledOut: {
    /** All of them counted. */
    readonly count: Count;
    /** Those of the fewest options. */
    readonly shown: readonly RuledOut[];
  } | null;
}

interface MoveOfStep {
  /** What the decision maker does. */
  readonly step: Step;
  /** Where that leads. */
  readonly to: StateShown;
}

export interface CompareStep extends MoveOfStep {
  /** Is it an improvement? */
  readonly kind: 'compare';
  /** Both states by the decision maker's own preferences. */
  readonly comparison: Comparison;
  /** What that comes to, for the state that the move leads to. */
  readonly is: Versus;
}

export interface AnswersStep extends MoveOfStep, AnswersByHand {
  /** Can the others answer the improvement so that the decision maker ends no better off? */
  readonly kind: 'answers';
  /** What deters it; null: nothing does. */
  readonly sanction: Sanction | null;
}

export interface TogetherStep extends MoveOfStep {
  /** Would the improvement leave it no better off if the others improved at the same moment? */
  readonly kind: 'together';
  /** The improvements of the others from the state, each alone. */
  readonly improvements: readonly Step[];
  /** What deters it; null: nothing does. */
  readonly sanction: Sanction | null;
}

export interface EscapeStep extends MoveOfStep, EscapesByHand {
  /** Is there a harmful answer from which the decision maker cannot escape by one move? */
  readonly kind: 'escape';
  /** What deters it; null: nothing does. */
  readonly sanction: Sanction | null;
}

export interface VerdictStep {
  /** What the steps come to. */
  readonly kind: 'verdict';
  /** By the steps before. */
  readonly stable: boolean;
  /** By the kernel that judges all states at once. */
  readonly kernel: boolean;
  /** On what account. */
  readonly why: StabilityKind;
  /** How many improvements there are. */
  readonly improvements: Count;
  /** Of them, those that nothing deters. */
  readonly undeterred: Count;
}

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
