import {
  actorNamed,
  explainState,
  type ExplanationResult,
  type ImprovementResult,
} from '@standoff/questions';
import {
  AnalysisError,
  conceptsFor,
  findState,
  improvementsFrom,
  judge,
  Naming,
  type Concept,
  type Prepared,
  type StabilityKind,
  type StateShown,
  type Step,
} from '@standoff/situation';
import { ruleOf, UNANSWERED } from '@standoff/engine';
import {
  answersOf,
  escapesFrom,
  type Answers,
  type Escapes,
  type Sanction,
} from './lesson-answers.js';
import { against, compare, type Against, type Comparison } from './comparison.js';
import { optionTable, type OptionTable } from './option-table.js';
import { ruledOut, type RuledOut } from './ruled-out.js';

/** The hand calculation of one verdict, step by step. */
export interface Lesson {
  readonly state: StateShown;
  readonly actor: string;
  readonly concept: Concept;
  /** The decision makers that can be asked about, in the order of the situation. */
  readonly actors: readonly string[];
  readonly steps: readonly LessonStep[];
  /** All states in the field's notation; null: they are too many to be read. */
  readonly table: OptionTable | null;
}

export type LessonStep =
  | { readonly kind: 'state' }
  | MovesStep
  | CompareStep
  | AnswersStep
  | TogetherStep
  | EscapeStep
  | VerdictStep;

/** The decision maker's moves, and what is no move of it. */
export interface MovesStep {
  readonly kind: 'moves';
  /** All of them counted; those gone through one by one. */
  readonly count: number;
  readonly moves: readonly Move[];
  /** How many moves, and how many of them improvements, are not gone through. */
  readonly passedOver: { readonly moves: number; readonly improvements: number };
  /** The changes of the fewest options; null: too many to look at. */
  readonly ruledOut: { readonly count: number; readonly shown: readonly RuledOut[] } | null;
}

interface Move {
  readonly step: Step;
  readonly to: StateShown;
}

/** Is it an improvement? */
export interface CompareStep extends Move {
  readonly kind: 'compare';
  readonly comparison: Comparison;
  readonly is: Against;
}

/** Can the others answer the improvement so that the decision maker ends no better off? */
export interface AnswersStep extends Move, Answers {
  readonly kind: 'answers';
  readonly sanction: Sanction | null;
}

/** Would the improvement leave it no better off if the others improved at the same moment? */
export interface TogetherStep extends Move {
  readonly kind: 'together';
  /** The improvements of the others from the state, each alone. */
  readonly improvements: readonly Step[];
  readonly sanction: Sanction | null;
}

/** Is there a harmful answer from which the decision maker cannot escape by one move? */
export interface EscapeStep extends Move, Escapes {
  readonly kind: 'escape';
  readonly sanction: Sanction | null;
}

export interface VerdictStep {
  readonly kind: 'verdict';
  /** By the steps before. */
  readonly stable: boolean;
  /** By the kernel that judges all states at once. */
  readonly kernel: boolean;
  readonly why: StabilityKind;
  readonly improvements: number;
  /** Of them, those that nothing deters. */
  readonly undeterred: number;
}

/** So many moves, improvements among them, and improvements' answers are gone through one by one. */
const MOVES = 8;
const IMPROVEMENTS = 4;

/** So many changes that are no moves are told. */
const RULED_OUT = 6;

export interface LessonParams {
  /** A decimal; null: today's state, or the first in which somebody has an improvement. */
  readonly state: number | null;
  /** Null: the first that has an improvement in the state. */
  readonly actor: string | null;
  readonly concept: Concept;
}

/**
 * The hand calculation of a verdict as a list of steps with their facts. Which improvements there are
 * and what deters them is what the kernel's explanation says; nothing is judged here a second time.
 * @throws AnalysisError 'unknown-state', 'unknown-actor'; also the latter where nobody decides anything
 */
export function lesson(prepared: Prepared, params: LessonParams): Lesson {
  const { deciders, space, game } = prepared;
  if (deciders.length === 0)
    throw new AnalysisError(
      'unknown-actor',
      'nobody has an option, so that there is no verdict to work out',
      'give an actor an option',
    );
  const asked = params.actor === null ? null : actorNamed(prepared, params.actor);
  const given = asked === null ? -1 : deciders.indexOf(asked);
  const state =
    params.state === null ? firstToSee(prepared, given) : findState(prepared, `#${params.state}`);
  const mover = asked === null ? (improvementsFrom(prepared, state)[0]?.mover ?? 0) : given;
  const who = asked?.id ?? deciders[mover].id;
  const { naming } = prepared;
  const explanation = explainState(prepared, state, who, params.concept);
  const base = {
    state: naming.state(state),
    actor: who,
    concept: params.concept,
    actors: deciders.map(({ id }) => id),
    table: optionTable(prepared),
  };
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
  const move = (to: number): Move => ({
    step: naming.step(mover, state, to),
    to: naming.state(to),
  });
  const judged = judge(game, [params.concept]);
  const kernel = conceptsFor(judged, mover, state).includes(params.concept);
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
        comparison: compare(prepared, mover, state, to),
        is: against(prepared, mover, to, state),
      })),
      ...told.flatMap((improvement) =>
        deterrenceSteps(prepared, naming, mover, state, params.concept, improvement),
      ),
      verdict(explanation, kernel),
    ],
  };
}

/** What the others may do about one improvement, where the concept asks. */
function deterrenceSteps(
  prepared: Prepared,
  naming: Naming,
  mover: number,
  state: number,
  concept: Concept,
  { step, to, sanction }: ImprovementResult,
): LessonStep[] {
  const at = prepared.space.indexOf(Number(to.name.decimal));
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
      const place = { prepared, naming, mover, state };
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
