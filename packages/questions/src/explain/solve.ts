import { CONCEPTS, explain, isSet, ruleOf, type Deterrence } from '@standoff/engine';
import type { Actor } from '@standoff/model';
import {
  AnalysisError,
  Naming,
  preferenceIn,
  statementsIn,
  oneNamed,
  nearest,
  type Prepared,
  type Concept,
  type StabilityKind,
} from '@standoff/situation';
import type { ExplanationResult, ImprovementResult } from './answer.js';

/**
 * Why a state is stable or not for an actor under a concept: each improvement of the actor, and
 * the response that deters it or the absence of one.
 * @throws AnalysisError 'unknown-actor'.
 */
export function explainState(
  prepared: Prepared,
  state: number,
  actorId: string,
  concept: Concept,
): ExplanationResult {
  const actor = actorNamed(prepared, actorId);
  const { naming } = prepared;
  const mover = prepared.deciders.indexOf(actor);
  const base = {
    schema: 'standoff/explanation/1',
    state: naming.state(state),
    actor: actor.id,
    concept,
  } as const;
  if (mover < 0) return { ...base, stable: true, kind: 'no move', moves: 0, improvements: [] };
  const { stable, moves, improvements } = explain(prepared.game, mover, state, concept);
  return {
    ...base,
    stable,
    kind: kindHere(prepared, mover, state, moves, improvements.length),
    moves,
    improvements: [...improvements]
      .sort((a, b) => prepared.game.ranks[mover][b.to] - prepared.game.ranks[mover][a.to])
      .map((improvement) =>
        improvementResult(prepared, naming, mover, state, concept, improvement),
      ),
  };
}

/** The actor with this id or label. @throws AnalysisError 'unknown-actor'. */
export function actorNamed({ model }: Pick<Prepared, 'model'>, name: string): Actor {
  const actor = oneNamed(model.actors, name, 'unknown-actor');
  if (actor) return actor;
  const near = nearest(
    name,
    model.actors.map(({ id }) => id),
  );
  throw new AnalysisError(
    'unknown-actor',
    `there is no actor called "${name}"`,
    near ? `did you mean ${near}?` : null,
  );
}

/** The kind does not depend on the concept asked about: being held by any concept is deterrence. */
function kindHere(
  { game }: Prepared,
  mover: number,
  state: number,
  moves: number,
  improvements: number,
): StabilityKind {
  if (moves === 0) return 'no move';
  if (improvements === 0) return 'no better move';
  return CONCEPTS.some((concept) => explain(game, mover, state, concept).stable)
    ? 'deterred'
    : 'unstable';
}

function improvementResult(
  prepared: Prepared,
  naming: Naming,
  mover: number,
  state: number,
  concept: Concept,
  { to, sanction, responses }: Deterrence,
): ImprovementResult {
  const own = prepared.game.ranks[mover];
  const base = {
    step: naming.step(mover, state, to),
    to: naming.state(to),
    because: reason(prepared, mover, to, state),
    answersLookedAt: responses,
  };
  if (!sanction) return { ...base, sanction: null };
  const simultaneous = sanction.kind === 'simultaneous';
  return {
    ...base,
    sanction: {
      simultaneous,
      path: simultaneous
        ? sanction.change.choices.map((choice) => naming.step(choice.mover, state, choice.to))
        : naming.steps(sanction.path),
      result: naming.state(sanction.to),
      leaves: own[sanction.to] < own[state] ? 'worse off' : 'no better off',
      because: reason(prepared, mover, state, sanction.to),
      bestEscape: !ruleOf(concept).escape
        ? null
        : {
            step:
              sanction.bestEscape === null
                ? null
                : naming.step(mover, sanction.to, sanction.bestEscape),
          },
    },
  };
}

/** Why the mover likes one state at least as much as another, in the words of its preferences. */
export function reason(prepared: Prepared, mover: number, better: number, worse: number): string {
  const actor = prepared.deciders[mover];
  const own = prepared.game.ranks[mover];
  if (own[better] === own[worse]) return 'it is indifferent between the two';
  const preference = preferenceIn(actor, actor.prevails);
  if (preference.form === 'statements') {
    const decisive = statementsIn(preference, actor.prevails).find(({ wants }) => {
      const bits = prepared.truth.of(prepared.lowering.formula(wants));
      return isSet(bits, better) !== isSet(bits, worse);
    });
    return decisive ? `it wants: ${decisive.text}` : 'its statements say so';
  }
  return preference.form === 'ranking' ? 'its ranking says so' : 'its weights say so';
}
