import { CONCEPTS, ruleOf } from '@standoff/engine';
import { nearest, type Actor } from '@standoff/model';
import {
  AnalysisError,
  oneNamed,
  preferenceIn,
  statementsIn,
  type Concept,
  type Deterrence,
  type Prepared,
  type Situation,
  type StabilityKind,
  type State,
} from '@standoff/situation';
import { wishWords } from '../told/statement-words.js';
import type { ExplanationResult, ImprovementResult } from './answer.js';

/**
 * Why a state is stable or not for an actor under a concept: each improvement of the actor, and
 * the response that deters it or the absence of one.
 * @throws AnalysisError 'unknown-actor'.
 */
export function explainAt(
  situation: Situation,
  state: State,
  actorId: string,
  concept: Concept,
): ExplanationResult {
  return explainEach(situation, state, actorId, [concept])[0];
}

/**
 * The same under several concepts.
 * @throws AnalysisError 'unknown-actor'.
 */
export function explainEach(
  situation: Situation,
  state: State,
  actorId: string,
  concepts: readonly Concept[],
): ExplanationResult[] {
  const actor = actorNamed(situation, actorId);
  const { states } = situation;
  const base = { state: states.shown(state), actor: actor.id };
  if (!situation.deciders.includes(actor))
    return concepts.map((concept) => ({
      ...base,
      concept,
      stable: true,
      kind: 'no move',
      moves: 0,
      improvements: [],
    }));
  const moves = states.moves(actor.id, state).length;
  const found = concepts.map((concept) => {
    const improvements = states
      .deterrences(actor.id, state, concept)
      .sort((a, b) => states.compare(actor.id, b.to, a.to));
    return { concept, improvements, stable: verdictOf(improvements) };
  });
  const kind = kindHere(situation, actor, state, moves, found);
  return found.map(({ concept, improvements, stable }) => ({
    ...base,
    concept,
    stable,
    kind,
    moves,
    improvements: improvements.map((improvement) =>
      improvementResult(situation, actor, state, concept, improvement),
    ),
  }));
}

/** The same of a state by its index. */
export function explainState(
  prepared: Prepared,
  state: number,
  actorId: string,
  concept: Concept,
): ExplanationResult {
  return explainAt(prepared, BigInt(prepared.space.codes[state]), actorId, concept);
}

/** The actor with this id or label. @throws AnalysisError 'unknown-actor'. */
export function actorNamed({ model }: Pick<Situation, 'model'>, name: string): Actor {
  const actor = oneNamed(model.actors, name, 'unknown-actor');
  if (actor) return actor;
  const ids = model.actors.map(({ id }) => id);
  const near = nearest(name, ids);
  throw new AnalysisError(
    'unknown-actor',
    `there is no actor called "${name}"`,
    near ? `did you mean ${near}?` : `the actors are: ${ids.join(', ')}`,
  );
}

/** Each improvement has to be deterred. Null: not known. */
function verdictOf(improvements: readonly Deterrence[]): boolean | null {
  if (improvements.some(({ deterred }) => deterred === false)) return false;
  return improvements.some(({ deterred }) => deterred === null) ? null : true;
}

/** The kind does not depend on the concepts asked about: being held by any concept is deterrence. */
function kindHere(
  { states }: Situation,
  actor: Actor,
  state: State,
  moves: number,
  found: readonly {
    readonly concept: Concept;
    readonly improvements: readonly Deterrence[];
    readonly stable: boolean | null;
  }[],
): StabilityKind | null {
  if (moves === 0) return 'no move';
  if (found[0].improvements.length === 0) return 'no better move';
  const held = found.some(({ stable }) => stable === true)
    ? true
    : CONCEPTS.every((one) =>
          found.some(({ concept, stable }) => concept === one && stable === false),
        )
      ? false
      : states.heldBack(actor.id, state);
  return held === null ? null : held ? 'deterred' : 'unstable';
}

function improvementResult(
  situation: Situation,
  actor: Actor,
  state: State,
  concept: Concept,
  { to, deterred, answer, answers }: Deterrence,
): ImprovementResult {
  const { states } = situation;
  const step = (from: State, next: State): ImprovementResult['step'] =>
    states.steps([{ actor: actor.id, from, to: next }])[0];
  const base = {
    step: step(state, to),
    to: states.shown(to),
    because: reasonAt(situation, actor, to, state),
    answersLookedAt: answers,
  };
  if (!answer)
    return {
      ...base,
      sanction: null,
      ...(deterred === false ? {} : { leftOpen: deterred ? 'which' : 'whether' }),
    };
  const { bestEscape } = answer;
  return {
    ...base,
    sanction: {
      simultaneous: answer.simultaneous,
      path: states.steps(answer.moves),
      result: states.shown(answer.to),
      leaves: states.compare(actor.id, answer.to, state) < 0 ? 'worse off' : 'no better off',
      because: reasonAt(situation, actor, state, answer.to),
      bestEscape: !ruleOf(concept).escape
        ? null
        : { step: bestEscape === null ? null : step(answer.to, bestEscape) },
    },
  };
}

/** Why the mover likes one state at least as much as another, in the words of its preferences. */
export function reason(prepared: Prepared, mover: number, better: number, worse: number): string {
  const code = (state: number): State => BigInt(prepared.space.codes[state]);
  return reasonAt(prepared, prepared.deciders[mover], code(better), code(worse));
}

/** The same of states of any number of options. */
export function reasonAt(situation: Situation, actor: Actor, better: State, worse: State): string {
  const { states } = situation;
  if (states.compare(actor.id, better, worse) === 0) return 'it is indifferent between the two';
  return preferenceWords(situation, actor, better, worse);
}

/** Why the one of two states that differ for an actor is the better one, by the faction that prevails or another. */
export function preferenceWords(
  { lowering, model }: Pick<Situation, 'lowering' | 'model'>,
  actor: Actor,
  better: State,
  worse: State,
  faction = actor.prevails,
): string {
  const preference = preferenceIn(actor, faction);
  if (preference.form === 'statements') {
    const decisive = statementsIn(preference, faction).find(
      ({ wants }) => lowering.wishHoldsAt(wants, better) !== lowering.wishHoldsAt(wants, worse),
    );
    return decisive ? `it wants: ${wishWords(model, decisive)}` : 'its statements say so';
  }
  return preference.form === 'ranking' ? 'its ranking says so' : 'its weights say so';
}
