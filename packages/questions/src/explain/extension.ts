import { explainRelational, type Extension, type ResponseConcept } from '@standoff/engine';
import { expectPublishedRule, type Prepared } from '@standoff/situation';
import { actorNamed } from './explanation.js';
import type { RelationalExplanationResult } from './answer.js';
import { relationsOf } from './relations.js';

/**
 * Why a state is stable or not for an actor under an extension: each move it would make, what is known
 * of it, and the answer that deters it or the absence of one.
 * @throws AnalysisError 'unknown-actor', 'too-many-worlds'.
 */
export function explainExtension(
  prepared: Prepared,
  state: number,
  actorId: string,
  concept: ResponseConcept,
  extension: Extension,
): RelationalExplanationResult {
  expectPublishedRule(prepared.game.opponentsRule, 'extensions are defined');
  const actor = actorNamed(prepared, actorId);
  const mover = prepared.deciders.indexOf(actor);
  const { naming } = prepared;
  const base = {
    state: naming.state(state),
    actor: actor.id,
    concept,
    extension,
  } as const;
  if (mover < 0) return { ...base, stable: true, moves: 0, improvements: [] };
  const relations = relationsOf(prepared, { unknown: true, strength: true });
  const why = explainRelational(
    prepared.game,
    relations,
    { extension, level: 0 },
    mover,
    state,
    concept,
  );
  return {
    ...base,
    stable: why.stable,
    moves: why.moves,
    improvements: why.improvements.map(({ to, degree, sanction, answers }) => ({
      step: naming.step(mover, state, to),
      to: naming.state(to),
      degree,
      sanction: sanction && {
        path: sanction.path.map(({ by, from, to: next }) => naming.step(by[0], from, next)),
        result: naming.state(sanction.to),
        loss: sanction.loss,
      },
      answersLookedAt: answers,
    })),
  };
}
