import { between, unwatched, type Ranks } from '@standoff/engine';
import type { Actor } from '@standoff/model';
import {
  movableStatements,
  openRules,
  ruleWorlds,
  widened,
  statementsInForce,
  withStatementMoved,
  withStatements,
  ranksOf,
  situationShown,
  type StatementEdit,
  type Prepared,
  type Standard,
  USUAL_STANDARD,
} from '@standoff/situation';
import { briefEnds } from '../brief-ends.js';
import { answered, oneByOne, resultsIn, type Cut, type Stretches } from '../cut.js';
import type { SensitivityResult, Effect, Change, RuleChange } from './answer.js';
import { effectOf, toldOf } from './effect.js';
import { type ReorderingsTally, reorderings, bothTallies, reorderingsOf } from './reorderings.js';

export interface SensitivityOptions {
  /** The usual one when left out. */
  readonly standard?: Standard;
  /** Only changes of this actor. */
  readonly actor?: string;
  /** Random reorderings by so many exchanges of neighbours; none when left out. */
  readonly distance?: number;
  /** How many reorderings; 200 when left out. */
  readonly samples?: number;
  readonly seed?: number;
  /** How many changes are tried at most; when left out as many as take some seconds, of a small model all. */
  readonly most?: number;
  /** However long it takes: all changes. */
  readonly full?: boolean;
  readonly watch?: (done: number) => void;
}

/** Moves looked at for a first answer, some seconds of work: each change takes about as many as there are. */
const LOOKED_AT = 100_000_000;

/** Changes tried however many moves there are. */
const LEAST = 4;

/**
 * Which single preference statement, if left out, reversed, or put one place up or down, changes
 * what would hold or where the course ends (theory 7.2: practice, no canonical definition).
 */
export function sensitivity(
  prepared: Prepared,
  options: SensitivityOptions = {},
): SensitivityResult {
  return answered(singleChanges(prepared, options), options.watch);
}

/** What comes of a change by its number, and what reorderings come to together. */
interface Tried {
  readonly changes: Stretches<Effect>;
  readonly reorderings: ReorderingsTally;
}

/** The changes of single statements, and behind them the reorderings. */
export function singleChanges(
  prepared: Prepared,
  {
    standard = USUAL_STANDARD,
    actor: only,
    distance,
    samples = 200,
    seed = 1,
    full = false,
    most = full ? Infinity : triedAtOnce(prepared),
  }: SensitivityOptions,
): Cut<Tried, SensitivityResult> {
  const outcomes = prepared.courseOutcomes(standard);
  const base = outcomes.of(prepared.game.ranks);
  const edits = prepared.deciders
    .filter(({ id }) => only === undefined || id === only)
    .flatMap((actor) => editsOf(actor))
    // Where not all are tried, of every actor the weightiest statements, and what somebody could mean first.
    .sort((a, b) => EDITS.indexOf(a.told.edit) - EDITS.indexOf(b.told.edit) || a.place - b.place);
  const tried = edits.slice(0, most);
  const changes = oneByOne(tried.length, (k) =>
    effectOf(outcomes, base, outcomes.of(withActor(prepared, tried[k].make()))),
  );
  const redrawn = { distance: distance ?? 0, seed };
  const count = tried.length + (distance === undefined ? 0 : samples);
  return {
    count,
    solve: (from, to, watch = unwatched) => {
      const turn = Math.min(Math.max(from, tried.length), to);
      const share = (turn - from) / (to - from);
      return {
        changes: changes.solve(
          Math.min(from, tried.length),
          Math.min(to, tried.length),
          between(watch, 0, share),
        ),
        reorderings: reorderings(
          outcomes,
          base,
          redrawn,
          [turn - tried.length, to - tried.length],
          between(watch, share, 1),
        ),
      };
    },
    merge: (one, other) => ({
      changes: changes.merge(one.changes, other.changes),
      reorderings: bothTallies(one.reorderings, other.reorderings),
    }),
    answer: (part) => {
      const found = resultsIn(part.changes).map(({ index, result }): Change => ({
        ...tried[index].told,
        effect: result,
      }));
      return {
        schema: 'standoff/sensitivity/2',
        situation: situationShown(prepared.model),
        standard,
        base: {
          equilibria: base.holds.reduce((sum, one) => sum + one, 0),
          statusQuoHolds: base.statusQuoHolds,
          ends: briefEnds(prepared, base.ends),
        },
        changes: found.sort(
          ({ effect: a }, { effect: b }) =>
            b.elsewhere - a.elsewhere || b.distance - a.distance || toldOf(b) - toldOf(a),
        ),
        ...withoutRules(prepared, standard),
        untried: edits.length - found.length,
        reorderings:
          distance === undefined
            ? null
            : reorderingsOf(prepared, { distance, seed }, part.reorderings),
      };
    },
  };
}

/** What would be different without each of the rules in doubt. */
function withoutRules(prepared: Prepared, standard: Standard): Pick<SensitivityResult, 'rules'> {
  const rules = openRules(prepared.model).map((rule): RuleChange => {
    const { wide, worlds } = ruleWorlds(prepared, [rule]);
    const outcomes = wide.courseOutcomes(standard);
    const [before] = worlds;
    const own = prepared.courseOutcomes(standard).of(prepared.game.ranks);
    const effect = effectOf(outcomes, widened(own, before, wide), outcomes.of(wide.game.ranks));
    return { rule: rule.id, text: rule.text, evidence: rule.evidence, effect };
  });
  return rules.length === 0 ? {} : { rules };
}

function triedAtOnce({ space, game }: Prepared): number {
  return Math.max(LEAST, Math.floor(LOOKED_AT / (space.size * game.moves.maxDegree)));
}

const EDITS: readonly StatementEdit[] = ['left out', 'one place up', 'one place down', 'reversed'];

interface Edit {
  readonly told: Omit<Change, 'effect'>;
  /** The how manieth of the actor's statements it is about. */
  readonly place: number;
  /** The actor with it, made when it is tried: a long list as often as it has statements is too much to hold. */
  readonly make: () => Actor;
}

function editsOf(actor: Actor): Edit[] {
  const movable = movableStatements(actor);
  return statementsInForce(actor).flatMap(({ id, text, evidence }, place) => {
    const one = (edit: StatementEdit, make: Edit['make']): Edit => ({
      told: { actor: actor.id, statement: id, text, evidence, edit },
      place,
      make,
    });
    const ids = new Set([id]);
    return [
      one('left out', () => withStatements(actor, ids, 'left out')),
      one('reversed', () => withStatements(actor, ids, 'reversed')),
      ...(movable.get(id) ?? []).map((side) =>
        one(`one place ${side}`, () => withStatementMoved(actor, id, side)!),
      ),
    ];
  });
}

function withActor({ deciders, game, lowering, truth }: Prepared, edited: Actor): Ranks[] {
  return deciders.map(({ id }, mover) =>
    id === edited.id ? ranksOf(edited, edited.prevails, lowering, truth) : game.ranks[mover],
  );
}
