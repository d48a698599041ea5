import { DEFINITIONS, type ResponseConcept } from './concepts.js';
import type { Game } from './game.js';
import { coveredFromBelow, improvements, type Steps } from './reachability.js';
import { worthAfterAnswers } from './response.js';

/**
 * The moves that the course under a concept is made of: improvements that no answer undoes. Let C be the
 * answers that the concept counts. An improvement from s to t of a decision maker is undeterred where
 * what C leads to from t, t itself included, is all better for it than s; with escape, where what it
 * makes of each of these by a move of its own is.
 *
 * So a decision maker has such a step just where it is not stable, and the states where the course
 * stays are exactly the equilibria under the concept. Ours in this form; the answers are those of the
 * concepts (theory 3.2-3.6).
 */
export function undeterred(game: Game, concept: ResponseConcept): Steps {
  const rule = DEFINITIONS[concept];
  if (rule.answers === 'none') return improvements(game);
  const { moves, ranks } = game;
  const worth: (Int32Array | undefined)[] = [];
  return {
    movers: moves.movers,
    size: moves.size,
    // From s to t and t to u: the worth of u is above the rank of t, which is above that of s.
    transitive: moves.transitive,
    maxDegree: moves.maxDegree,
    ...coveredFromBelow(game),
    successors(mover, state, out) {
      const own = ranks[mover];
      const count = moves.successors(mover, state, out);
      let better = 0;
      for (let k = 0; k < count; k++) if (own[out[k]] > own[state]) out[better++] = out[k];
      // What answers come to is a search through all states: for who has no improvement it is not asked.
      if (better === 0) return 0;
      const after = (worth[mover] ??= worthAfterAnswers(game, mover, rule));
      let kept = 0;
      for (let k = 0; k < better; k++) if (after[out[k]] > own[state]) out[kept++] = out[k];
      return kept;
    },
  };
}

/**
 * Of the steps from each state those that are best for who makes them: where two end in states that
 * their mover likes alike, both.
 */
export function bestOf(steps: Steps, ranks: Game['ranks']): Steps {
  const { movers, size, transitive, maxDegree } = steps;
  return {
    movers,
    size,
    transitive,
    maxDegree,
    successors(mover, state, out) {
      const own = ranks[mover];
      const count = steps.successors(mover, state, out);
      let best = 0;
      for (let k = 1; k < count; k++) if (own[out[k]] > own[out[best]]) best = k;
      const top = count > 0 ? own[out[best]] : 0;
      let kept = 0;
      for (let k = 0; k < count; k++) if (own[out[k]] === top) out[kept++] = out[k];
      return kept;
    },
  };
}
