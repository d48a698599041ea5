import { holds, optionsOf, type Formula } from '@standoff/engine';
import { at, ModelFault, type Actor, type ConflictModel } from '@standoff/model';
import {
  preferenceIn,
  statementsIn,
  type Prepared,
  type PrepareOptions,
} from '@standoff/situation';
import type { Written } from '../format.js';
import { leftOut } from '../left-out.js';
import { listed } from '../listed.js';
import { cover, type Pattern } from '../pattern.js';

/** Of more options the patterns of a proposition may be more than anybody reads. */
const MOST_MENTIONED = 14;

const DIRECTIONS = { both: 'both', forward: 'fwd', back: 'back' } as const;

type Condition = readonly (readonly [option: number, taken: 'Y' | 'N'])[];

/**
 * A file of GMCR+. Where every decision maker has statements, these are written as conditions; else
 * GMCR+ knows only rankings made by hand, and all are.
 */
export function writeGmcr(model: ConflictModel, options: PrepareOptions): Written {
  const prepared = listed(model, options);
  const { deciders, lowering } = prepared;
  const manual = deciders.some((actor) => {
    const { form } = preferenceIn(actor, actor.prevails);
    return form === 'ranking' || form === 'weights';
  });
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
      preferences: statementsOf(actor, prepared),
      ...(manual ? { preferenceRanking: rankingOf(prepared, k) } : {}),
      misperceptions: [],
    })),
    infeasibles: model.constraints.flatMap(({ must }, k) =>
      patternsOf(
        { kind: 'not', of: lowering.formula(must) },
        model.options.length,
        at('constraints', k),
      ).map(conditionOf),
    ),
    coalitions: deciders.map((_, k) => k),
  };
  return {
    text: `${JSON.stringify(file, null, 1)}\n`,
    notes: leftOut(model, ['one-way options']),
  };
}

/** The statements in force as conditions, and compounds of conditions of which one has to hold. */
function statementsOf(actor: Actor, { model, lowering }: Prepared): unknown[] {
  return statementsIn(preferenceIn(actor, actor.prevails), actor.prevails).flatMap(
    ({ id, wants }): unknown[] => {
      const [first, ...others] = patternsOf(lowering.formula(wants), model.options.length, id).map(
        conditionOf,
      );
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
function patternsOf(formula: Formula, options: number, path: string): Pattern[] {
  const about = optionsOf(formula);
  const mentioned = Array.from({ length: options }, (_, k) => k).filter((k) => (about >>> k) & 1);
  if (mentioned.length > MOST_MENTIONED)
    throw new ModelFault(
      path,
      `at most ${MOST_MENTIONED} options in what is to be written as patterns of Y and N`,
      `${mentioned.length}`,
    );
  const on: number[] = [];
  const off: number[] = [];
  for (let choice = 0; choice < 2 ** mentioned.length; choice++) {
    const code = mentioned.reduce((bits, k, n) => bits | (((choice >>> n) & 1) << k), 0);
    (holds(formula, code) ? on : off).push(code);
  }
  return cover(on, off, mentioned);
}

/** Numbers of states, from 1, best first; those liked alike in a list. */
function rankingOf({ game }: Prepared, mover: number): (number | number[])[] {
  const ranks = game.ranks[mover];
  const places: number[][] = [];
  ranks.forEach((rank, state) => (places[rank] ??= []).push(state + 1));
  return places.flatMap((place) => [place.length > 1 ? place : place[0]]).reverse();
}
