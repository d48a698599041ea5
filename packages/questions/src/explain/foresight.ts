import {
  bitCount,
  CONCEPTS,
  equilibria,
  explainForesight,
  foresightVerdicts,
  FORESIGHT_DEFINITIONS,
  type Foresight,
  type ForesightConcept,
  type ForesightVerdicts,
} from '@standoff/engine';
import { decidersOf, type ConflictModel } from '@standoff/model';
import { AnalysisError, takenIn, type Prepared } from '@standoff/situation';
import { actorNamed, reason } from './explanation.js';
import {
  foresightRead,
  type ForesightExplanationResult,
  type ForesightResult,
  type ForesightStateResult,
} from './foresight-answer.js';

/** What the engine is asked for a concept: for Stackelberg twice, with either as the leader. */
function asked(concept: ForesightConcept): Foresight[] {
  const { code, horizon } = foresightRead(concept)!;
  const { kind } = FORESIGHT_DEFINITIONS[code];
  if (kind === 'non-myopic') return [{ kind }];
  if (kind === 'Stackelberg') return ([0, 1] as const).map((leader) => ({ kind, leader }));
  return [{ kind, horizon: horizon! }];
}

/** @throws AnalysisError 'not-two-decision-makers' where such concepts are asked of another model. */
export function expectForesight(model: ConflictModel, concepts: readonly ForesightConcept[]): void {
  const deciders = decidersOf(model);
  if (concepts.length === 0 || deciders.length === 2) return;
  throw new AnalysisError(
    'not-two-decision-makers',
    `${concepts.join(', ')}: looking several moves ahead is defined for two decision makers who take turns; this situation has ${deciders.length}${deciders.length > 0 ? ` (${deciders.map(({ id }) => id).join(', ')})` : ''}`,
    `ask for ${CONCEPTS.slice(0, -1).join(', ')} or ${CONCEPTS.at(-1)}, which take any number; or model the two that matter most`,
  );
}

/** The states that would hold if both decision makers looked ahead. */
export function foresight(
  prepared: Prepared,
  concepts: readonly ForesightConcept[],
  { limit, stability }: { readonly limit: number; readonly stability: boolean },
): ForesightResult[] {
  const { game, deciders, statusQuo, space } = prepared;
  const { naming } = prepared;
  const now = space.codes[statusQuo[0]];
  const changes = (state: number): number => bitCount(space.codes[state] ^ now);
  return concepts.flatMap((concept) =>
    asked(concept).map((question): ForesightResult => {
      const verdicts = foresightVerdicts(game, question);
      const held = equilibria(verdicts.stable, space.size);
      const states = Array.from(held.keys()).filter((s) => held[s] === 1);
      const at = (state: number): ForesightStateResult => ({
        taken: takenIn(prepared, state),
        name: naming.name(state),
        stable: byDecider(prepared, verdicts, 'stable', state),
        tieDependent: byDecider(prepared, verdicts, 'tieDependent', state),
      });
      return {
        concept,
        leader: question.kind === 'Stackelberg' ? deciders[question.leader].id : null,
        experimental: FORESIGHT_DEFINITIONS[foresightRead(concept)!.code].experimental,
        count: states.length,
        equilibria: states
          .sort((a, b) => changes(a) - changes(b) || a - b)
          .slice(0, limit)
          .map(at),
        statusQuo: at(statusQuo[0]),
        ...(stability ? { states: Array.from(held.keys(), at) } : {}),
      };
    }),
  );
}

function byDecider(
  { deciders }: Prepared,
  verdicts: ForesightVerdicts,
  which: keyof ForesightVerdicts,
  state: number,
): Record<string, boolean> {
  return Object.fromEntries(deciders.map(({ id }, i) => [id, verdicts[which][i][state] === 1]));
}

/**
 * Why an actor that looks ahead stays in a state or leaves it: the line of play that it expects. For
 * Stackelberg once as the leader and once as the follower.
 * @throws AnalysisError 'unknown-actor', 'not-two-decision-makers'.
 */
export function explainForesightAt(
  prepared: Prepared,
  state: number,
  actorId: string,
  concept: ForesightConcept,
): ForesightExplanationResult[] {
  expectForesight(prepared.model, [concept]);
  const { game, deciders } = prepared;
  const { naming } = prepared;
  const actor = actorNamed(prepared, actorId);
  const mover = deciders.indexOf(actor);
  const base = {
    concept,
    experimental: FORESIGHT_DEFINITIONS[foresightRead(concept)!.code].experimental,
    actor: actor.id,
    state: naming.state(state),
  };
  if (mover < 0)
    return [
      {
        ...base,
        role: null,
        stable: true,
        moves: 0,
        horizon: 0,
        repeats: null,
        line: [],
        end: naming.state(state),
        compared: 'same',
        because: 'it has no move',
        tieDependent: false,
      },
    ];
  return asked(concept).map((question): ForesightExplanationResult => {
    const why = explainForesight(game, mover as 0 | 1, state, question);
    const own = game.ranks[mover];
    const gain = own[why.end] - own[state];
    return {
      ...base,
      role:
        question.kind !== 'Stackelberg' ? null : question.leader === mover ? 'leader' : 'follower',
      stable: why.stable,
      moves: why.moves,
      horizon: why.horizon,
      repeats: why.cycle,
      line: naming.steps(why.line),
      end: naming.state(why.end),
      compared: gain > 0 ? 'better' : gain < 0 ? 'worse' : 'same',
      because:
        why.end === state
          ? 'play comes back to where it started'
          : gain > 0
            ? reason(prepared, mover, why.end, state)
            : reason(prepared, mover, state, why.end),
      tieDependent: why.tieDependent,
    };
  });
}
