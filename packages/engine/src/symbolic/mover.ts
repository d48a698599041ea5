import { isTooMany } from '../errors.js';
import type { Formula } from '../formula.js';
import type { OptionDirection } from '../moves.js';
import { FALSE, TRUE, type Bdd, type Edge } from './bdd.js';
import { encode, encodePreference } from './encode.js';
import type { LargeModel } from './large-model.js';

/** What a step of one mover is worked out from; the option at variable v has its copy at v + 1. */
export interface SymbolicMover {
  /** The cube of its options, and of their copies. */
  readonly own: Edge;
  readonly copies: Edge;
  readonly toCopy: ReadonlyMap<number, number>;
  readonly toOption: ReadonlyMap<number, number>;
  /** Where its options are at the one end of a move as at the other. */
  readonly stays: Edge;
  /** Its preference, most important first. */
  readonly statements: readonly Edge[];
  /** Those that its own options bear on: no other tells the two ends of its moves apart. */
  readonly deciding: readonly Edge[];
  /**
   * Which two ends of a move are permitted by directions and disallowed transitions: own options at
   * the end that is given, copies at the other end, which is where the move leads to ('forward') or
   * comes from ('back').
   */
  readonly permitted: { readonly forward: Edge; readonly back: Edge };
  /**
   * The improvements: options before, copies after; to feasible states from feasible ones. Null where it is too
   * large to be of use.
   */
  readonly improvements: Edge | null;
}

/** @param relationNodes how large the relation of the improvements may get. */
export function symbolicMover(
  bdd: Bdd,
  model: LargeModel,
  mover: number,
  variableOf: (option: number) => number,
  relationNodes: number,
): SymbolicMover {
  const variables = model.owned[mover].map(variableOf);
  const toCopy = new Map(variables.map((v) => [v, v + 1]));
  const statements = encodePreference(bdd, model.preferences[mover], variableOf);
  const own = new Set(variables);
  const deciding = statements.filter((f) => bdd.support(f).some((v) => own.has(v)));
  const stays = [...toCopy].reduce(
    (same, [v, copy]) => bdd.minus(same, bdd.xor(bdd.variable(v), bdd.variable(copy))),
    TRUE,
  );
  const permittedWay = (way: 'forward' | 'back'): Edge => {
    const allowed = permittedMoves(bdd, model, mover, variableOf, toCopy, way);
    // Where moves need not compose, staying must not pass for a move between two others.
    return model.disallowed.length === 0 ? allowed : bdd.minus(allowed, stays);
  };
  const permitted = { forward: permittedWay('forward'), back: permittedWay('back') };
  const constraints = model.constraints.map((constraint) => encode(bdd, constraint, variableOf));
  return {
    own: bdd.cube(variables),
    copies: bdd.cube([...toCopy.values()]),
    toCopy,
    toOption: new Map(variables.map((v) => [v + 1, v])),
    stays,
    statements,
    deciding,
    permitted,
    improvements: small(bdd, relationNodes, () =>
      improvementRelation(bdd, permitted.forward, constraints, deciding, toCopy),
    ),
  };
}

function permittedMoves(
  bdd: Bdd,
  model: LargeModel,
  mover: number,
  variableOf: (option: number) => number,
  toCopy: ReadonlyMap<number, number>,
  way: 'forward' | 'back',
): Edge {
  const disallowed = model.disallowed.filter((d) => d.mover === mover);
  const at = (formula: Formula): Edge => encode(bdd, formula, variableOf);
  let allowed: Edge = TRUE;
  for (const option of model.owned[mover]) {
    const here = bdd.variable(variableOf(option));
    const there = bdd.variable(variableOf(option) + 1);
    const [before, after] = way === 'forward' ? [here, there] : [there, here];
    allowed = bdd.and(allowed, mayChange(bdd, model.directions[option], before, after));
  }
  for (const { from, to } of disallowed) {
    const [here, there] = way === 'forward' ? [from, to] : [to, from];
    allowed = bdd.minus(allowed, bdd.and(at(here), bdd.rename(at(there), toCopy)));
  }
  return allowed;
}

function mayChange(bdd: Bdd, direction: OptionDirection, before: Edge, after: Edge): Edge {
  if (direction === 'forward') return bdd.implies(before, after);
  return direction === 'back' ? bdd.implies(after, before) : TRUE;
}

function improvementRelation(
  bdd: Bdd,
  permitted: Edge,
  constraints: readonly Edge[],
  deciding: readonly Edge[],
  toCopy: ReadonlyMap<number, number>,
): Edge {
  let relation = permitted;
  // What the mover's options do not bear on holds after the move as it did before.
  for (const constraint of constraints) {
    const after = bdd.rename(constraint, toCopy);
    if (after !== constraint) relation = bdd.and(relation, after);
  }
  // From the least important statement up: better by a statement, or level on it and better below.
  const better = [...deciding].reverse().reduce((below, statement) => {
    const after = bdd.rename(statement, toCopy);
    return bdd.or(bdd.minus(after, statement), bdd.minus(below, bdd.xor(after, statement)));
  }, FALSE);
  return bdd.and(relation, better);
}

/** What is made, or null where it takes more nodes than that. */
function small(bdd: Bdd, nodes: number, make: () => Edge): Edge | null {
  try {
    return bdd.nodes.withEffort(nodes, make);
  } catch (error) {
    if (!isTooMany(error)) throw error;
    return null;
  }
}
