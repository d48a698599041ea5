import { statementsOf } from '@standoff/model';
import { between } from '@standoff/engine';
import {
  addTally,
  emptyTally,
  openRules,
  ruleWorlds,
  shareOf,
  widenedTally,
  situationShown,
  PlannedWorlds,
  tallyOf,
  isOpen,
  type Worlds,
  type Prepared,
  type Standard,
  USUAL_STANDARD,
  type OutcomeEnd,
  type RuleWorlds,
  type Share,
  type ActorWorld,
  type SingleWorld,
  type WorldPlan,
  type WorldTally,
  mayPrevail,
} from '@standoff/situation';
import { briefEnds, ENDS_OF_WORLDS } from '../brief-ends.js';
import { answered, type Cut, type Items } from '../cut.js';
import type { RobustnessResult, SettledActor, OpenActor } from './answer.js';

export interface RobustnessOptions {
  /** The usual one when left out. */
  readonly standard?: Standard;
  /** Sample so many worlds even where all could be gone through. */
  readonly samples?: number;
  readonly seed?: number;
  /** How many equilibria to list; 20 when left out. */
  readonly limit?: number;
  readonly watch?: (done: number) => void;
}

/** Worlds sampled where there are too many to go through and no number is asked for. */
const SAMPLES = 2000;

/** All worlds where they are few enough, else a sample. */
function worldPlan(
  worlds: Worlds,
  { samples, seed = 1 }: Pick<RobustnessOptions, 'samples' | 'seed'>,
): WorldPlan {
  if (samples !== undefined) return { method: 'sample', worlds: samples, seed };
  if (!worlds.listable) return { method: 'sample', worlds: SAMPLES, seed };
  return { method: 'all', worlds: Number(worlds.count) };
}

/**
 * In which share of the worlds each state and scenario would hold (theory 4.2, ours): every way to
 * settle what is `perhaps`, in no order, or a matter of factions. Exact while the worlds are few,
 * from a seeded sample with confidence intervals beyond.
 */
export function robustness(prepared: Prepared, options: RobustnessOptions = {}): RobustnessResult {
  return answered(overWorlds(prepared, options), options.watch);
}

/**
 * The worlds of every way to settle which of the rules in doubt hold, one way after the other. A part has
 * a tally for each way, in their order.
 */
export function overWorlds(
  prepared: Prepared,
  options: RobustnessOptions,
): Cut<readonly WorldTally[], RobustnessResult> {
  const rules = ruleWorlds(prepared);
  const plans = rules.worlds.map((under) => worldPlan(under.prepared.worlds, options));
  const stretches = consecutive(
    rules.worlds.map((under, k) => worldsUnder(under.prepared, plans[k], options.standard)),
  );
  return {
    ...stretches,
    answer: (tallies) =>
      openRules(prepared.model).length > 0
        ? robustnessOverRules(prepared, rules, plans, tallies, options)
        : robustnessOf(prepared, prepared.worlds, plans[0], tallies[0], options),
  };
}

/** The worlds of one situation. */
function worldsUnder(
  prepared: Prepared,
  plan: WorldPlan,
  standard: Standard = USUAL_STANDARD,
): Items<WorldTally> {
  const planned = new PlannedWorlds(prepared.worlds, plan);
  return {
    count: planned.count,
    solve: (from, to, watch) =>
      from === to
        ? emptyTally(prepared)
        : tallyOf(prepared.courseOutcomes(standard), planned, from, to, watch),
    merge: (one, other) => {
      const sum = emptyTally(prepared);
      addTally(sum, one);
      addTally(sum, other);
      return sum;
    },
  };
}

/** Several lists of items one after the other; a part has one of each. */
function consecutive<Part>(lists: readonly Items<Part>[]): Items<readonly Part[]> {
  const starts = lists.map((_, k) => lists.slice(0, k).reduce((sum, { count }) => sum + count, 0));
  return {
    count: lists.reduce((sum, { count }) => sum + count, 0),
    solve: (from, to, watch) =>
      lists.map(({ count, solve }, k) => {
        const within = (at: number): number => Math.min(Math.max(at - starts[k], 0), count);
        const done = (at: number): number => (starts[k] + within(at) - from) / (to - from);
        return solve(within(from), within(to), watch && between(watch, done(from), done(to)));
      }),
    merge: (some, others) => lists.map(({ merge }, k) => merge(some[k], others[k])),
  };
}

/** Over the rules in doubt too: the tallies of the situations that they make, each by its weight. */
function robustnessOverRules(
  prepared: Prepared,
  { wide, worlds: all }: RuleWorlds,
  plans: readonly WorldPlan[],
  tallies: readonly WorldTally[],
  options: RobustnessOptions,
): RobustnessResult {
  const sampled = plans.find(({ method }) => method === 'sample');
  const drawn = sampled === undefined ? 1 : all.length * sampled.worlds;
  const sum = emptyTally(wide);
  all.forEach((under, k) => {
    const part = tallies[k];
    if (part.weight > 0)
      addTally(sum, widenedTally(part, under, (under.weight * drawn) / part.weight, wide));
  });
  const told = robustnessOf(wide, prepared.worlds, sampled ?? plans[0], sum, options);
  return {
    ...told,
    worlds: {
      ...told.worlds,
      count: String(prepared.worlds.count * BigInt(all.length)),
    },
    rules: openRules(prepared.model).map(({ id, text, perhaps }) => ({
      rule: id,
      text,
      chance: perhaps!.probability,
    })),
  };
}

/** The answer from the tally of a whole plan. */
function robustnessOf(
  prepared: Prepared,
  worlds: Worlds,
  plan: WorldPlan,
  tally: WorldTally,
  { standard = USUAL_STANDARD, limit = 20 }: RobustnessOptions,
): RobustnessResult {
  const sampled = plan.method === 'sample';
  const share = (part: number): Share => shareOf(part, tally.weight, sampled);
  const states = { all: 0, some: 0, none: 0 };
  const held: number[] = [];
  tally.holds.forEach((weight, s) => {
    const { share: part } = share(weight);
    states[part === 1 ? 'all' : part > 0 ? 'some' : 'none']++;
    if (part > 0) held.push(s);
  });
  held.sort(
    (a, b) => tally.reached[b] - tally.reached[a] || tally.holds[b] - tally.holds[a] || a - b,
  );
  return {
    schema: 'standoff/robustness/2',
    situation: situationShown(prepared.model),
    standard,
    worlds: {
      count: String(worlds.count),
      looked: tally.worlds,
      method: plan.method,
      seed: plan.method === 'sample' ? plan.seed : null,
    },
    open: openActors(worlds),
    ...singleWorlds(prepared, new PlannedWorlds(worlds, plan), tally),
    ends: briefEnds(prepared, endsOf(tally), ENDS_OF_WORLDS),
    statusQuo: share(tally.statusQuo),
    scenarios: prepared.model.scenarios.map(({ id, label }, k) => ({
      id,
      label,
      holds: share(tally.scenarios[k].holds),
      reached: share(tally.scenarios[k].reached),
      pull: allWays(tally) === 0 ? 0 : tally.scenarios[k].pull / allWays(tally),
    })),
    states,
    equilibria: held.slice(0, limit).map((s) => ({
      state: prepared.naming.state(s),
      holds: share(tally.holds[s]),
      reached: share(tally.reached[s]),
    })),
  };
}

/** All ways of all worlds together. */
function allWays({ ended, wentRound }: WorldTally): number {
  return [ended, wentRound].reduce((all, each) => each.reduce((sum, one) => sum + one, all), 0);
}

/** Where the ways of all worlds end; where several go round, they are told by the first state of each. */
function endsOf(tally: WorldTally): OutcomeEnd[] {
  const all = allWays(tally);
  const ends: OutcomeEnd[] = [];
  tally.ended.forEach((one, s) => {
    if (one > 0) ends.push({ states: [s], share: one / all });
  });
  tally.wentRound.forEach((one, s) => {
    // That it goes round is told of it, not in how many states.
    if (one > 0) ends.push({ states: [s, s], share: one / all });
  });
  return ends;
}

function singleWorlds(
  { model: { scenarios } }: Prepared,
  planned: PlannedWorlds,
  { single, weight }: WorldTally,
): Pick<RobustnessResult, 'single'> {
  if (single.length < 2) return {};
  const ids = (of: SingleWorld, how: 'holds' | 'reached'): string[] =>
    scenarios.flatMap(({ id }, k) => (of.scenarios[k][how] ? [id] : []));
  const open = new Set(openActors(planned.worlds).map(({ actor }) => actor));
  return {
    single: single.map((one) => ({
      share: one.weight / weight,
      settled: planned
        .at(one.index)
        .actors.filter(({ actor }) => open.has(actor))
        .map(settledOf),
      statusQuo: one.statusQuoHolds,
      holds: ids(one, 'holds'),
      reached: ids(one, 'reached'),
    })),
  };
}

function settledOf({ actor, faction, choices }: ActorWorld): SettledActor {
  const perhaps = (present: boolean): string[] =>
    choices.flatMap((one) =>
      one.kind === 'perhaps' && one.present === present ? [one.statement] : [],
    );
  return {
    actor,
    faction,
    wants: perhaps(true),
    wantsNot: perhaps(false),
    orders: choices.flatMap((one) => (one.kind === 'order' ? [one.statements] : [])),
  };
}

/** The decision makers about whom something is open. */
function openActors(worlds: Worlds): OpenActor[] {
  return worlds.actors.flatMap((own) => {
    const { actor, count } = own;
    if (count < 2n) return [];
    const items = actor.preference.form === 'statements' ? actor.preference.items : [];
    return [
      {
        actor: actor.id,
        factions: mayPrevail(actor).map(({ id }) => id),
        perhaps: statementsOf(actor.preference)
          .filter(isOpen)
          .map(({ id }) => id),
        unordered: items.filter(({ item }) => item === 'unordered').length,
        rankings: own.listable ? own.distinct().length : null,
      },
    ];
  });
}
