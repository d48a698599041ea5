import { nearest } from '@standoff/model';
import {
  COALITION_CONCEPTS,
  COALITION_DEFINITIONS,
  coalitionVerdicts,
  equilibriumJumps,
  explainCoalition,
  isFirm,
  partitionVerdicts,
  reachable,
  UNANSWERED,
  USUAL_CONCEPT,
  type Coalition,
  type CoalitionConcept,
  type CoalitionImprovement,
  type CoalitionRules,
  type CoalitionVerdicts,
  type JointStep,
} from '@standoff/engine';
import {
  Courses,
  Equilibria,
  AnalysisError,
  judge,
  Naming,
  oneNamed,
  expectPublishedRule,
  situationShown,
  type Prepared,
  type Step,
} from '@standoff/situation';
import { coalitionCount, coalitionsOf } from './joint-ends.js';
import { sizeWithin } from './size-within.js';
import { together } from './together.js';
import type { CoalitionsResult, CoalitionMove } from './answer.js';

export interface CoalitionsOptions {
  /** Coalitions of at most so many members; when left out as many as can be looked at in some seconds. */
  readonly size?: number;
  /** Ids of actors, block by block; whoever is not named stands alone. */
  readonly partition?: readonly (readonly string[])[];
  /** The state to leave; the status quo when left out. */
  readonly from?: number;
  /** However long it takes. */
  readonly full?: boolean;
  readonly watch?: (done: number) => void;
}

/** For a first answer: states gone through for joint steps. */
const GONE_THROUGH = 30_000_000;

/** States and jumps listed. */
const LISTED = 20;

/** Firm equilibria of which it is told who could leave them. */
const LEFT = 12;

/** Firm equilibria between which jumps are looked for. */
const JUMP_STATES = 300;

/**
 * What decision makers could do together (theory 5): which coalitions could leave a state, which states
 * are stable for all of them, which jumps lead from one equilibrium to another.
 * @throws AnalysisError 'opponents', 'unknown-actor', 'partition'; EngineError 'too-many-coalitions'.
 */
export function coalitions(prepared: Prepared, options: CoalitionsOptions = {}): CoalitionsResult {
  const { game, model, space, statusQuo } = prepared;
  expectPublishedRule(game.opponentsRule, 'what coalitions could do is defined');
  const { from = statusQuo[0], full = false, watch } = options;
  const blocks = options.partition && partitionOf(prepared, options.partition);
  const rules: Partial<CoalitionRules> = blocks ? { outsiders: blocks } : {};
  const size = options.size ?? sizeWithin(prepared.deciders.length, space.size, full);
  const found = blocks
    ? partitionVerdicts(game, blocks, COALITION_CONCEPTS, {}, watch)
    : size === 0
      ? null
      : coalitionVerdicts(game, COALITION_CONCEPTS, size, {}, watch);
  const { naming, courses } = prepared;
  const judged = judge(
    game,
    COALITION_CONCEPTS.map((concept) => COALITION_DEFINITIONS[concept].alone),
  );
  const single = new Equilibria(judged, space.size);
  const ids = (members: Coalition): string[] => members.map((m) => prepared.deciders[m].id);
  const { movers } = game.moves;
  const several = blocks?.filter(({ length }) => length > 1);
  const joint = together(
    prepared,
    several ?? coalitionsOf(movers, options.size),
    several?.length ?? coalitionCount(movers, options.size),
    from,
    single,
    full ? Infinity : GONE_THROUGH,
  );
  const shown = {
    schema: 'standoff/coalitions/2',
    situation: situationShown(model),
    partition: blocks !== undefined,
    from: naming.state(from),
    joint,
  } as const;
  if (found === null)
    return {
      ...shown,
      coalitions: [],
      stable: null,
      universal: [],
      couldLeave: [],
      equilibria: [],
      jumps: [],
      jumpCount: 0,
      jumpStates: 0,
    };
  const firm = nearestFirst(
    courses,
    Array.from({ length: space.size }, (_, s) => s).filter((s) => isFirm(single.conceptsAt(s))),
  ).slice(0, JUMP_STATES);
  const leaving = (state: number): CoalitionMove[] =>
    found.coalitions.flatMap((members, k) =>
      members.length < 2 || found.verdicts[k].get(`C${UNANSWERED}`)![state] === 1
        ? []
        : [coalitionMove(prepared, naming, found, k, state, rules)],
    );
  const jumps = equilibriumJumps(game, firm, found.coalitions, rules);
  return {
    ...shown,
    coalitions: found.coalitions.map(ids),
    stable: Object.fromEntries(
      COALITION_CONCEPTS.map((concept) => [
        concept,
        {
          all: found.all.get(concept)!.reduce((sum, one) => sum + one, 0),
          single: judged.verdicts
            .get(COALITION_DEFINITIONS[concept].alone)!
            .reduce(
              (every, own) => every.map((stable, s) => stable & own[s]),
              new Uint8Array(space.size).fill(1),
            )
            .reduce((sum, one) => sum + one, 0),
        },
      ]),
    ) as CoalitionsResult['stable'],
    universal: nearestFirst(
      courses,
      Array.from({ length: space.size }, (_, s) => s).filter((s) => universal(found, s).length > 0),
    )
      .slice(0, LISTED)
      .map((s) => ({
        state: naming.state(s),
        concepts: COALITION_CONCEPTS.filter((concept) => found.all.get(concept)![s] === 1),
        reachable: courses.reach(s),
      })),
    couldLeave: leaving(from),
    equilibria: firm.slice(0, LEFT).map((s) => ({
      state: naming.state(s),
      concepts: single.conceptsAt(s),
      stable: COALITION_CONCEPTS.filter((concept) => found.all.get(concept)![s] === 1),
      reachable: courses.reach(s),
      couldLeave: leaving(s),
    })),
    jumps: jumps.slice(0, LISTED).map(({ coalition, from: e, to, path }) => ({
      coalition: ids(coalition),
      from: naming.state(e),
      to: naming.state(to),
      path: steps(prepared, naming, path),
    })),
    jumpCount: jumps.length,
    jumpStates: firm.length,
  };
}

function universal({ all }: CoalitionVerdicts, state: number): CoalitionConcept[] {
  return COALITION_CONCEPTS.filter((one) => isFirm([one]) && all.get(one)![state] === 1);
}

function nearestFirst(courses: Courses, states: readonly number[]): number[] {
  return [...states].sort((a, b) => courses.farness(a) - courses.farness(b) || a - b);
}

function coalitionMove(
  prepared: Prepared,
  naming: Naming,
  { coalitions: all, verdicts }: CoalitionVerdicts,
  k: number,
  from: number,
  rules: Partial<CoalitionRules>,
): CoalitionMove {
  const { count, improvements } = explainCoalition(
    prepared.game,
    all[k],
    from,
    `C${USUAL_CONCEPT}`,
    rules,
    1,
  );
  const [{ to, path, sanction }]: readonly CoalitionImprovement[] = improvements;
  const id = (member: number): string => prepared.deciders[member].id;
  return {
    coalition: all[k].map(id),
    stays: COALITION_CONCEPTS.filter((concept) => verdicts[k].get(concept)![from] === 1),
    improvements: count,
    example: {
      to: naming.state(to),
      path: steps(prepared, naming, path),
      sanction: sanction && {
        path: steps(prepared, naming, sanction.path),
        result: naming.state(sanction.to),
        deterred: sanction.deterred.map(id),
      },
    },
  };
}

/** Steps of blocks that act as one are told as their members' own. */
function steps({ game }: Prepared, naming: Naming, path: readonly JointStep[]): Step[] {
  return path.flatMap(({ by, from, to }) =>
    by.length === 1
      ? [naming.step(by[0], from, to)]
      : naming.steps(reachable(game, [from], false, by).pathTo(to)!),
  );
}

/** The blocks by mover; whoever is not named stands alone. */
function partitionOf(
  { deciders, model }: Prepared,
  blocks: readonly (readonly string[])[],
): Coalition[] {
  const taken = new Set<number>();
  const named = blocks.map((block) =>
    block.map((name) => {
      const actor = oneNamed(deciders, name, 'unknown-actor');
      const mover = actor === null ? -1 : deciders.indexOf(actor);
      if (mover < 0)
        throw noMover(
          model.actors.map(({ id }) => id),
          deciders,
          name,
        );
      if (taken.has(mover))
        throw new AnalysisError(
          'partition',
          `${name} stands in the partition twice`,
          'name each decision maker once: A+B, C',
        );
      taken.add(mover);
      return mover;
    }),
  );
  const alone = deciders.flatMap((_, mover) => (taken.has(mover) ? [] : [[mover]]));
  return [...named.filter((block) => block.length > 0), ...alone];
}

function noMover(
  actors: readonly string[],
  deciders: Prepared['deciders'],
  name: string,
): AnalysisError {
  const ids = deciders.map(({ id }) => id);
  const near = nearest(name, ids);
  return new AnalysisError(
    'unknown-actor',
    actors.includes(name)
      ? `${name} has no options, so that it joins no coalition`
      : `there is no decision maker called ${name}`,
    near !== null && near !== name ? `did you mean ${near}?` : `there are ${ids.join(', ')}`,
  );
}
