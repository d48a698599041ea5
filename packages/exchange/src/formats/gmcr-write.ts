import { holds, type Formula } from '@standoff/engine';
import { at, ModelFault, type Actor, type ConflictModel, decidersOf } from '@standoff/model';
import {
  Lowering,
  preferenceIn,
  statementsIn,
  type Prepared,
  type PrepareOptions,
} from '@standoff/situation';
import { withDirections } from '../directions.js';
import { toldApart } from '../told-apart.js';
import type { Written } from '../format.js';
import { leftOut } from '../left-out.js';
import { listed } from '../listed.js';
import { cover, type Pattern } from '../pattern.js';
import { unseenBy } from '../unseen.js';

/** Of more options the patterns of a proposition may be more than anybody reads. */
const MOST_MENTIONED = 14;

const DIRECTIONS = { both: 'both', forward: 'fwd', back: 'back' } as const;

type Condition = readonly (readonly [option: number, taken: 'Y' | 'N'])[];

/**
 * A file of GMCR+. Where every decision maker has statements, these are written as conditions; else
 * GMCR+ knows only rankings made by hand, and all are. States are listed for rankings, and where moves
 * are ruled out.
 */
export function writeGmcr(given: ConflictModel, options: PrepareOptions): Written<string> {
  const model = withDirections(given);
  const lowering = new Lowering(model);
  const deciders = decidersOf(model);
  const manual = deciders.some((actor) => {
    const { form } = preferenceIn(actor, actor.prevails);
    return form === 'ranking' || form === 'weights';
  });
  const prepared = manual || model.disallowed.length > 0 ? listed(toldApart(model), options) : null;
  const unseen = deciders.map((actor) => (prepared ? unseenBy(prepared, actor) : []));
  const file = {
    program: 'standoff',
    useManualPreferenceRanking: manual,
    options: model.options.map(({ label, direction }) => ({
      name: label,
      permittedDirection: DIRECTIONS[direction],
    })),
    decisionMakers: deciders.map((actor, k) => ({
      name: actor.label,
      options: actor.options.map((id) => lowering.option(id)),
      preferences: statementsOf(actor, lowering),
      ...(manual ? { preferenceRanking: rankingOf(prepared!, actor) } : {}),
      misperceptions: (unseen[k] ?? []).map(conditionOf),
    })),
    infeasibles: model.constraints.flatMap(({ must }, k) =>
      patternsOf({ kind: 'not', of: lowering.formula(must) }, at('constraints', k)).map(
        conditionOf,
      ),
    ),
    coalitions: deciders.map((_, k) => k),
  };
  return {
    content: `${JSON.stringify(file, null, 1)}\n`,
    notes: leftOut(model, [
      'one-way options',
      ...(unseen.includes(null) ? [] : ['moves ruled out' as const]),
    ]),
  };
}

/** The statements in force as conditions, and compounds of conditions of which one has to hold. */
function statementsOf(actor: Actor, lowering: Lowering): unknown[] {
  return statementsIn(preferenceIn(actor, actor.prevails), actor.prevails).flatMap(
    ({ id, wants }): unknown[] => {
      const [first, ...others] = patternsOf(lowering.formula(wants), id).map(conditionOf);
      // What holds everywhere or nowhere tells no states apart.
      if (first === undefined || first.length === 0) return [];
      return [others.length === 0 ? first : { compound: true, members: [first, ...others] }];
    },
  );
}

function conditionOf(pattern: Pattern): Condition {
  return pattern.map(({ option, taken }) => [option, taken ? 'Y' : 'N']);
}

/** Where the formula holds, by all values of the options that it is about. */
function patternsOf(formula: Formula, path: string): Pattern[] {
  const mentioned = [...optionsIn(formula)].sort((a, b) => a - b);
  if (mentioned.length > MOST_MENTIONED)
    throw new ModelFault(
      path,
      `at most ${MOST_MENTIONED} options in what is to be written as patterns of Y and N`,
      `${mentioned.length}`,
    );
  const numbers = new Map(mentioned.map((option, k) => [option, k]));
  const small = withOptions(formula, (option) => numbers.get(option)!);
  const on: number[] = [];
  const off: number[] = [];
  for (let code = 0; code < 2 ** mentioned.length; code++)
    (holds(small, code) ? on : off).push(code);
  return cover(on, off, [...mentioned.keys()]).map((pattern) =>
    pattern.map(({ option, taken }) => ({ option: mentioned[option], taken })),
  );
}

function optionsIn(formula: Formula): Set<number> {
  const options = new Set<number>();
  withOptions(formula, (option) => {
    options.add(option);
    return option;
  });
  return options;
}

/** The formula with other numbers of its options. */
function withOptions(formula: Formula, numberOf: (option: number) => number): Formula {
  switch (formula.kind) {
    case 'constant':
      return formula;
    case 'option':
      return { kind: 'option', option: numberOf(formula.option) };
    case 'not':
      return { kind: 'not', of: withOptions(formula.of, numberOf) };
    default:
      return { ...formula, of: formula.of.map((part) => withOptions(part, numberOf)) };
  }
}

/** Numbers of states, from 1, best first; those liked alike in a list. */
function rankingOf({ ranks: all }: Prepared, { id }: Actor): (number | number[])[] {
  // By who it is: whoever moves along a graph alone makes no move here, and is none of those who do.
  const ranks = all.get(id)!;
  const places: number[][] = [];
  ranks.forEach((rank, state) => (places[rank] ??= []).push(state + 1));
  return places.flatMap((place) => [place.length > 1 ? place : place[0]]).reverse();
}
