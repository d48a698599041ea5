import { countSet, type TruthTable } from '@standoff/engine';
import type {
  Actor,
  ConflictModel,
  Diagnostic,
  Extreme,
  PreferenceStatement,
  Scenario,
  TextRange,
} from '@standoff/model';
import type { Satisfiable } from '../conflict.js';
import { uselessWeights } from './weights.js';
import { isExtreme } from '../extremes.js';
import type { Lowering } from '../lowering.js';
import { cellsOf, preferenceIn, ranksOf, statementsIn } from '../preference.js';
import { problem } from '../problem.js';

/** Scenarios and named states without a feasible state. */
export function emptyScenarios(
  model: ConflictModel,
  lowering: Lowering,
  truth: TruthTable,
  satisfiable: Satisfiable,
): Diagnostic[] {
  const states = model.states.map((state) => ({
    ...state,
    holds: { op: 'state', id: state.id } as const,
  }));
  return [...model.scenarios, ...states].flatMap(({ id, label, holds: p, at }) =>
    countSet(truth.of(lowering.formula(p))) > 0
      ? []
      : [emptyScenario({ id, label, at }, satisfiable([lowering.formula(p)]))],
  );
}

/**
 * A scenario or named state without a feasible state.
 * @param possible whether it could hold if there were no constraints
 */
export function emptyScenario(
  { id, label, at }: Pick<Scenario, 'id' | 'label' | 'at'>,
  possible: boolean,
): Diagnostic {
  return problem(
    'empty-scenario',
    'warning',
    at,
    `no feasible state belongs to ${id} ("${label}")`,
    {
      why: possible
        ? 'the constraints rule out every state in which it holds'
        : 'it contradicts itself',
    },
  );
}

/**
 * Rankings that are incomplete or overlap.
 * @param widest over all states that there may be: also those which rules that are in doubt rule out
 */
export function rankingProblems(
  actor: Actor,
  lowering: Lowering,
  widest: TruthTable,
): Diagnostic[] {
  return factionsOf(actor).flatMap((faction) => {
    const preference = preferenceIn(actor, faction);
    if (preference.form !== 'ranking') return [];
    const { unranked, twice } = cellsOf(preference, lowering, widest);
    const at = preference.cells[0]?.grounds.at ?? actor.at;
    return [
      ...(unranked > 0 ? [incompleteRanking(actor, at, unranked)] : []),
      ...(twice > 0 ? [overlappingRanking(actor, at, twice)] : []),
    ];
  });
}

const factionsOf = ({ factions }: Actor): readonly (string | null)[] =>
  factions.length > 0 ? factions.map(({ id }) => id) : [null];

/** Statements and weights that never matter. */
export function preferenceProblems(
  actor: Actor,
  lowering: Lowering,
  truth: TruthTable,
): Diagnostic[] {
  const factions = factionsOf(actor);
  const found: Diagnostic[] = [];
  // A statement is useless only if it is so whichever faction prevails.
  const useless = new Map<string, { worlds: number; diagnostic: Diagnostic }>();
  const worlds = new Map<string, number>();
  for (const faction of factions) {
    const preference = preferenceIn(actor, faction);
    if (preference.form === 'weights')
      found.push(...uselessWeights(actor, preference, lowering, truth));
    const { size } = truth.space;
    let classes: Int32Array = new Int32Array(size);
    let classCount = 1;
    for (const statement of statementsIn(preference, faction)) {
      worlds.set(statement.id, (worlds.get(statement.id) ?? 0) + 1);
      const bits = lowering.wished(statement.wants, truth);
      const refined = refine(classes, bits, size);
      if (refined.count === classCount) {
        const held = countSet(bits);
        const seen = useless.get(statement.id);
        useless.set(statement.id, {
          worlds: (seen?.worlds ?? 0) + 1,
          diagnostic: uselessStatement(
            actor,
            statement,
            held === 0
              ? 'it holds in no feasible state'
              : held === size
                ? 'it holds in every feasible state'
                : 'the statements above it decide wherever it could',
          ),
        });
      }
      classes = refined.classes;
      classCount = refined.count;
    }
  }
  for (const [id, { worlds: count, diagnostic }] of useless)
    if (worlds.get(id) === count) found.push(diagnostic);
  return found;
}

export function incompleteRanking(
  actor: Actor,
  at: TextRange | null,
  unranked: number | bigint,
): Diagnostic {
  return problem(
    'ranking-incomplete',
    'error',
    at,
    `the ranking of ${actor.id} leaves out ${states(unranked)}`,
    { hint: 'add "> others" where they belong, or name them' },
  );
}

export function overlappingRanking(
  actor: Actor,
  at: TextRange | null,
  twice: number | bigint,
): Diagnostic {
  return problem(
    'ranking-overlap',
    'error',
    at,
    `the ranking of ${actor.id} places ${states(twice)} in more than one cell`,
    { hint: 'every state must fall in exactly one item of a ranking' },
  );
}

export function uselessStatement(
  actor: Actor,
  { at, text }: PreferenceStatement,
  why: string,
): Diagnostic {
  return problem(
    'statement-never-matters',
    'warning',
    at,
    `"${text}" never matters to ${actor.id}`,
    { why, hint: 'drop it, or move it up' },
  );
}

/** Splits every class by whether the bits hold. */
function refine(
  classes: Int32Array,
  bits: Uint32Array,
  size: number,
): { classes: Int32Array; count: number } {
  const numbers = new Map<number, number>();
  const next = new Int32Array(size);
  for (let s = 0; s < size; s++) {
    const key = 2 * classes[s] + ((bits[s >>> 5] >>> (s & 31)) & 1);
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = numbers.size));
    next[s] = number;
  }
  return { classes: next, count: numbers.size };
}

/** Assertions of worst and best that the preferences do not bear out. */
export function falseExtremes(
  model: ConflictModel,
  lowering: Lowering,
  truth: TruthTable,
): Diagnostic[] {
  return model.extremes.flatMap(({ kind, actor: actorId, scenario, at }) => {
    const actor = model.actors.find(({ id }) => id === actorId)!;
    const bits = truth.of(lowering.formula({ op: 'scenario', id: scenario }));
    const ranks = ranksOf(actor, actor.prevails, lowering, truth);
    const inside = new Set<number>();
    for (let s = 0; s < ranks.length; s++) if ((bits[s >>> 5] >>> (s & 31)) & 1) inside.add(s);
    if (isExtreme(kind, ranks, inside)) return [];
    // Say what is true instead.
    const sign = kind === 'worst' ? 1 : -1;
    let edge = -Infinity;
    for (const s of inside) edge = Math.max(edge, sign * ranks[s]);
    let beyond = 0;
    ranks.forEach((rank, s) => {
      if (!inside.has(s) && sign * rank < edge) beyond++;
    });
    return [
      falseExtreme(
        { kind, actor: actorId, scenario, at },
        inside.size === 0
          ? 'no feasible state belongs to it'
          : inside.size === ranks.length
            ? 'every feasible state belongs to it'
            : `${states(beyond)} outside it ${beyond === 1 ? 'is' : 'are'} ${kind === 'worst' ? 'worse' : 'better'} for ${actorId} than some state inside`,
      ),
    ];
  });
}

/** An assertion of worst or best that is not so. */
export function falseExtreme(
  { kind, actor, scenario, at }: Pick<Extreme, 'kind' | 'actor' | 'scenario' | 'at'>,
  why: string,
): Diagnostic {
  return problem(
    `false-${kind}`,
    'warning',
    at,
    `${scenario} is not the ${kind} for ${actor} by its preferences`,
    {
      why,
      hint: `${actor}'s first statement would have to be ${kind === 'worst' ? `"not ${scenario}"` : `"${scenario}"`} for this to hold by itself`,
    },
  );
}

function states(n: number | bigint): string {
  return `${n} feasible ${Number(n) === 1 ? 'state' : 'states'}`;
}
