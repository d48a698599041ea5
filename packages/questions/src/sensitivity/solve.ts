import { between, unwatched, type Ranks, type Watch } from '@standoff/engine';
import type { Actor, Count, Evidence, Integer, Proportion } from '@standoff/model';
import {
  type Outcomes,
  turnedBetween,
  movableStatements,
  openRules,
  ruleWorlds,
  widened,
  statementsInForce,
  withStatementMoved,
  withStatements,
  ranksOf,
  Random,
  situationShown,
  type Outcome,
  type Turned,
  type StatementEdit,
  type Prepared,
  type Standard,
  USUAL_STANDARD,
  type SituationShown,
  type StateShown,
} from '@standoff/situation';
import type { BriefEnd } from '../briefing/brief-ends.js';
import { briefEnds, endsElsewhere } from '../briefing/brief-ends.js';
import { answered, oneByOne, resultsIn, type Cut, type Stretches } from '../cut.js';

/** The answer of `standoff sensitivity --json`: what single changes of a preference would change. */
export interface SensitivityResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/sensitivity/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** By what it is judged whether a state holds, and which steps the course takes. */
  readonly standard: Standard;
  /** As the model stands: how many states would hold, and the status quo among them or not; where the course ends. */
  readonly base: {
    /** How many states would hold. */
    readonly equilibria: Count;
    /** Whether the status quo would. */
    readonly statusQuoHolds: boolean;
    /** Where the course ends, the strongest pull first. */
    readonly ends: readonly BriefEnd[];
  };
  /** Every change of one statement: those by which the course ends elsewhere first, then by how many states would hold. */
  readonly changes: readonly Change[];
  /** Of each rule in doubt what would be different without it; missing where none is. */
  readonly rules?: readonly RuleChange[];
  /** Changes that there are beside these, and that were not tried. */
  readonly untried: Count;
  /** With `distance`: random reorderings of the statements. */
  readonly reorderings: Reorderings | null;
}

export interface Change {
  /** The id of the actor. */
  readonly actor: string;
  /** The id and text of the statement. */
  readonly statement: string;
  /** The statement in the author’s words. */
  readonly text: string;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  /** What is done to the statement. */
  readonly edit: StatementEdit;
  /** What is different then. */
  readonly effect: Effect;
}

export interface RuleChange {
  /** The id of the rule. */
  readonly rule: string;
  /** The rule in the author’s words. */
  readonly text: string;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  /** What is different where it does not hold. */
  readonly effect: Effect;
}

/** What is different from the model as it stands. */
export interface Effect extends Turned {
  /** Where the course ends then, the strongest pull first. */
  readonly ends: readonly BriefEnd[];
  /** The share of ways that end elsewhere than before, by name. */
  readonly elsewhere: Proportion;
  /**
   * How different the states that would hold are: of all that hold before or after, the share that
   * holds only before or only after (Jaccard distance); 0 the same, 1 nothing in common.
   */
  readonly distance: Proportion;
  /** How many states would no longer hold. */
  readonly lost: Count;
  /** How many states would hold besides. */
  readonly gained: Count;
  /** Of what would hold and the course reaches, the nearest that is lost and gained. */
  readonly nearestLost: StateShown | null;
  /** The nearest that holds only then, of those that the course reaches; null: none. */
  readonly nearestGained: StateShown | null;
}

export interface Reorderings {
  /** How many neighbouring statements changed places in each. */
  readonly distance: Count;
  /** Statements that have a neighbour to change places with. 0: nothing is reordered. */
  readonly movable: Count;
  /** How many reorderings were tried. */
  readonly count: Count;
  /** The seed that they were drawn with. */
  readonly seed: Integer;
  /** In how many of them nothing changed that is told of a change above. */
  readonly unchanged: Count;
  /** In how many of them each scenario would hold, and the course would lead there. */
  readonly scenarios: readonly {
    /** What other elements refer to it by. */
    readonly id: string;
    /** In how many it would hold. */
    readonly holds: Count;
    /** In how many the course leads to it. */
    readonly reached: Count;
  }[];
  /** In how many of them the status quo would hold. */
  readonly statusQuoHolds: Count;
}

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

function effectOf({ prepared }: Outcomes, before: Outcome, after: Outcome): Effect {
  let lost = 0;
  let gained = 0;
  let either = 0;
  let nearestLost: number | null = null;
  let nearestGained: number | null = null;
  const nearer = (a: number | null, s: number, { distance }: Outcome): number | null =>
    distance[s] >= 0 && (a === null || distance[s] < distance[a]) ? s : a;
  for (let s = 0; s < before.holds.length; s++) {
    either += before.holds[s] | after.holds[s];
    if (before.holds[s] > after.holds[s]) {
      lost++;
      nearestLost = nearer(nearestLost, s, before);
    } else if (before.holds[s] < after.holds[s]) {
      gained++;
      nearestGained = nearer(nearestGained, s, after);
    }
  }
  const shown = (s: number | null): StateShown | null =>
    s === null ? null : prepared.naming.state(s);
  return {
    ends: briefEnds(prepared, after.ends),
    elsewhere: endsElsewhere(prepared, before.ends, after.ends),
    distance: either === 0 ? 0 : (lost + gained) / either,
    lost,
    gained,
    ...turnedBetween(prepared.model, before, after),
    nearestLost: shown(nearestLost),
    nearestGained: shown(nearestGained),
  };
}

/** Of scenarios and of the status quo, what is different. */
function toldOf({ statusQuo, begins, ceases, opens, closes }: Effect): number {
  const told = begins.length + ceases.length + opens.length + closes.length;
  return told + (statusQuo === 'as before' ? 0 : 1);
}

/** In how many reorderings what was so. */
interface ReorderingsTally {
  readonly count: number;
  readonly unchanged: number;
  readonly statusQuoHolds: number;
  /** By scenario. */
  readonly holds: readonly number[];
  readonly reached: readonly number[];
}

/** The reorderings from one number up to another. */
function reorderings(
  outcomes: Outcomes,
  base: Outcome,
  { distance, seed }: { readonly distance: number; readonly seed: number },
  [from, to]: readonly [number, number],
  watch: Watch,
): ReorderingsTally {
  const { prepared } = outcomes;
  const holds = prepared.model.scenarios.map(() => 0);
  const reached = prepared.model.scenarios.map(() => 0);
  let unchanged = 0;
  let statusQuoHolds = 0;
  for (let k = from; k < to; k++) {
    watch((k - from) / (to - from));
    const actors = reordered(prepared.deciders, distance, Random.ofDraw(seed, k));
    const after = outcomes.of(
      actors.map((actor, mover) =>
        actor === prepared.deciders[mover]
          ? prepared.game.ranks[mover]
          : ranksOf(actor, actor.prevails, prepared.lowering, prepared.truth),
      ),
    );
    after.scenarios.forEach((scenario, j) => {
      if (scenario.holds) holds[j]++;
      if (scenario.reached) reached[j]++;
    });
    if (after.statusQuoHolds) statusQuoHolds++;
    if (toldOf(effectOf(outcomes, base, after)) === 0) unchanged++;
  }
  return { count: Math.max(0, to - from), unchanged, statusQuoHolds, holds, reached };
}

function bothTallies(one: ReorderingsTally, other: ReorderingsTally): ReorderingsTally {
  const added = (a: readonly number[], b: readonly number[]): number[] => a.map((x, j) => x + b[j]);
  return {
    count: one.count + other.count,
    unchanged: one.unchanged + other.unchanged,
    statusQuoHolds: one.statusQuoHolds + other.statusQuoHolds,
    holds: added(one.holds, other.holds),
    reached: added(one.reached, other.reached),
  };
}

function reorderingsOf(
  { deciders, model }: Prepared,
  { distance, seed }: { readonly distance: number; readonly seed: number },
  { count, unchanged, statusQuoHolds, holds, reached }: ReorderingsTally,
): Reorderings {
  return {
    distance,
    movable: deciders.reduce((sum, one) => sum + movableStatements(one).size, 0),
    count,
    seed,
    unchanged,
    scenarios: model.scenarios.map(({ id }, j) => ({ id, holds: holds[j], reached: reached[j] })),
    statusQuoHolds,
  };
}

/** Some statements exchanged with a neighbour, `distance` times, whosesoever they are. */
function reordered(actors: readonly Actor[], distance: number, random: Random): readonly Actor[] {
  const now = [...actors];
  const movable = now.map((actor) => movableStatements(actor).size);
  if (movable.every((count) => count === 0)) return now;
  for (let done = 0; done < distance;) {
    // Each statement is as likely as any other.
    let pick = random.below(movable.reduce((sum, count) => sum + count, 0));
    const who = movable.findIndex((count) => (pick -= count) < 0);
    const id = [...movableStatements(now[who]).keys()][pick + movable[who]];
    const moved = withStatementMoved(now[who], id, random.below(2) === 0 ? 'up' : 'down');
    if (!moved) continue;
    now[who] = moved;
    done++;
  }
  return now;
}
