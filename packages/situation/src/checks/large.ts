import {
  FALSE,
  isTooMany,
  LargeStates,
  SymbolicGame,
  TRUE,
  type Edge,
  type Formula,
} from '@standoff/engine';
import type { Actor, ConflictModel, Diagnostic, Preference } from '@standoff/model';
import type { Satisfiable } from '../conflict.js';
import { contradiction, fixedOptions, statusQuoProblems } from './constraints.js';
import {
  emptyScenario,
  falseExtreme,
  incompleteRanking,
  overlappingRanking,
  uselessStatement,
} from './states.js';
import { emptyCommitments } from './unsaid.js';
import { uselessWeight, whyConstant } from './weights.js';
import { largeExtreme, QUICK_NODES, rankingGaps } from './large-states.js';
import { largeModelOf } from '../large-lowering.js';
import type { Lowering } from '../lowering.js';
import { integerWeights, preferenceIn, statementsIn } from '../preference.js';
import { problem } from '../problem.js';
import { WITHOUT_LIST } from '../without-list.js';

/**
 * What `diagnose` says of a model whose states are too many to be listed, by sets of states. Of
 * statements and weights that never matter only those that do the same to all states are found.
 */
export function diagnoseLarge(model: ConflictModel, lowering: Lowering): Diagnostic[] {
  const m = model.options.length;
  const found = [
    problem(
      'model-too-large',
      'info',
      model.situation.at,
      `${m} options: the states are too many to be listed`,
      {
        why: `${WITHOUT_LIST} work with sets of states and say what they leave open; other questions take at most 30 options`,
      },
    ),
  ];
  try {
    found.push(...checked(model, lowering));
  } catch (error) {
    if (!isTooMany(error)) throw error;
    found.push(
      problem(
        'not-checked',
        'info',
        model.situation.at,
        'the sets of states are too irregular: not everything was checked against them',
        {},
      ),
    );
  }
  return found;
}

function checked(model: ConflictModel, lowering: Lowering): Diagnostic[] {
  const large = largeModelOf(model, lowering);
  const game = new SymbolicGame(large, { maxNodes: QUICK_NODES });
  const { bdd, feasible } = game;
  const { constraints } = large;
  const satisfiable: Satisfiable = (formulas) =>
    formulas.reduce<Edge>((all, formula) => bdd.and(all, game.where(formula)), TRUE) !== FALSE;
  if (feasible === FALSE) return [contradiction(model, constraints, satisfiable)];
  const inside = (formula: Formula): Edge => bdd.and(feasible, game.where(formula));
  const found = [
    ...fixedOptions(model, constraints, satisfiable),
    ...emptyCommitments(model, lowering, satisfiable),
    ...statusQuoProblems(model, lowering),
    ...[
      ...model.scenarios.map(({ id, label, at, holds }) => ({ id, label, at, holds })),
      ...model.states.map(({ id, label, at }) => ({
        id,
        label,
        at,
        holds: { op: 'state', id } as const,
      })),
    ].flatMap(({ id, label, at, holds }) =>
      inside(lowering.formula(holds)) === FALSE
        ? [emptyScenario({ id, label, at }, satisfiable([lowering.formula(holds)]))]
        : [],
    ),
    ...model.actors.flatMap((actor) => preferenceProblems(actor, lowering, game)),
  ];
  if (found.some(({ severity }) => severity === 'error')) return found;
  const states = new LargeStates(large);
  for (const extreme of model.extremes) {
    const mover = model.actors.findIndex(({ id }) => id === extreme.actor);
    const set = inside(lowering.formula({ op: 'scenario', id: extreme.scenario }));
    if (largeExtreme(game, states, extreme.kind, mover, set)) continue;
    const why =
      set === FALSE
        ? 'no feasible state belongs to it'
        : set === feasible
          ? 'every feasible state belongs to it'
          : `some states outside it are ${extreme.kind === 'worst' ? 'worse' : 'better'} for ${extreme.actor} than some state inside`;
    found.push(falseExtreme(extreme, why));
  }
  return found;
}

function preferenceProblems(actor: Actor, lowering: Lowering, game: SymbolicGame): Diagnostic[] {
  const factions = actor.factions.length > 0 ? actor.factions.map(({ id }) => id) : [null];
  const found = factions.flatMap((faction) => {
    const preference = preferenceIn(actor, faction);
    if (preference.form === 'weights') return constantWeights(actor, preference, lowering, game);
    if (preference.form !== 'ranking') return [];
    const at = preference.cells[0]?.grounds.at ?? actor.at;
    const { unranked, twice } = rankingGaps(actor, faction, lowering, game);
    return [
      ...(unranked > 0n ? [incompleteRanking(actor, at, unranked)] : []),
      ...(twice > 0n ? [overlappingRanking(actor, at, twice)] : []),
    ];
  });
  const statements = new Map(
    factions
      .flatMap((faction) => statementsIn(preferenceIn(actor, faction), faction))
      .map((statement) => [statement.id, statement]),
  );
  for (const statement of statements.values()) {
    const held = game.bdd.and(game.feasible, game.where(lowering.wish(statement.wants)));
    if (held === FALSE)
      found.push(uselessStatement(actor, statement, 'it holds in no feasible state'));
    else if (held === game.feasible)
      found.push(uselessStatement(actor, statement, 'it holds in every feasible state'));
  }
  return found;
}

function constantWeights(
  actor: Actor,
  preference: Preference & { form: 'weights' },
  lowering: Lowering,
  game: SymbolicGame,
): Diagnostic[] {
  const { weights } = integerWeights(preference);
  return preference.weights.flatMap((weight, k) => {
    const held = game.bdd.and(game.feasible, game.where(lowering.wish(weight.of)));
    const why = whyConstant(weights[k], held === FALSE, held === game.feasible);
    return why === null ? [] : [uselessWeight(actor, weight, why)];
  });
}
