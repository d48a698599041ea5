import { statementsOfItem } from '../statements.js';
import type { Actor, ConflictModel, Preference, PreferenceStatement } from '../model.js';
import { at, ModelFault, shown } from './fault.js';
import { expectName, type Ids } from './ids.js';

/** More digits after the point a weight of a text cannot have either. */
const MOST_DIGITS = 300;

export function expectPreferences({ actors, perceptions }: ConflictModel, ids: Ids): void {
  const statements: { readonly id: string; readonly path: string }[] = [];
  for (const [k, actor] of actors.entries()) expectActor(actor, at('actors', k));
  for (const [k, { preference }] of perceptions.entries())
    expectPreference(preference, [], at(at('perceptions', k), 'preference'));
  const seen = new Set<string>();
  for (const { id, path } of statements) {
    if (seen.has(id)) throw new ModelFault(at(path, 'id'), 'an id of its own', shown(id));
    seen.add(id);
  }

  function expectActor({ factions, preference }: Actor, path: string): void {
    const names = factions.map(({ id }) => id);
    for (const [k, { id, preference: own }] of factions.entries()) {
      const place = at(at(path, 'factions'), k);
      expectName(id, at(place, 'id'));
      if (names.indexOf(id) < k)
        throw new ModelFault(at(place, 'id'), 'an id of its own', shown(id));
      if (own === null) continue;
      if (own.form !== 'ranking' && own.form !== 'weights')
        throw new ModelFault(
          at(at(place, 'preference'), 'form'),
          '"ranking" or "weights": statements of a faction stand in the actor’s list',
          shown(own.form),
        );
      expectPreference(own, [], at(place, 'preference'));
    }
    const place = at(path, 'preference');
    const whole = preference.form === 'ranking' || preference.form === 'weights';
    if (whole && factions.length > 0)
      throw new ModelFault(
        at(place, 'form'),
        'no ranking and no weights beside factions',
        shown(preference.form),
      );
    expectPreference(preference, names, place);
    if (preference.form === 'statements' && factions.some(({ preference: own }) => own !== null))
      for (const [k, item] of preference.items.entries())
        for (const { faction } of statementsOfItem(item))
          if (faction === null)
            throw new ModelFault(
              at(at(place, 'items'), k),
              'a statement of a faction, where another has a ranking or weights',
            );
  }

  function expectPreference(
    preference: Preference,
    factions: readonly string[],
    path: string,
  ): void {
    switch (preference.form) {
      case 'none':
        return;
      case 'statements':
        expectSome(preference.items, at(path, 'items'));
        for (const [k, item] of preference.items.entries()) {
          const place = at(at(path, 'items'), k);
          if (item.item === 'statement') expectStatement(item, factions, place);
          else {
            expectSome(item.statements, at(place, 'statements'));
            for (const [s, one] of item.statements.entries())
              expectStatement(one, factions, at(at(place, 'statements'), s));
          }
        }
        return;
      case 'ranking': {
        expectRanking(preference, path);
        return;
      }
      case 'weights': {
        expectWeights(preference, path);
        return;
      }
    }
  }

  function expectStatement(one: PreferenceStatement, factions: readonly string[], path: string) {
    statements.push({ id: one.id, path });
    ids.expectProposition(one.wants, at(path, 'wants'));
    if (one.faction !== null && !factions.includes(one.faction))
      throw new ModelFault(
        at(path, 'faction'),
        'a faction of the actor, or null',
        shown(one.faction),
      );
    expectDegree(one.degree, one.strongly, path, 'strongly');
  }

  function expectRanking({ cells }: Preference & { form: 'ranking' }, path: string): void {
    expectSome(cells, at(path, 'cells'));
    for (const [k, { any, others, muchWorse, degree }] of cells.entries()) {
      const place = at(at(path, 'cells'), k);
      if (others !== (any.length === 0))
        throw new ModelFault(at(place, 'any'), 'propositions, or none where `others` is true');
      if (others && cells.findIndex((cell) => cell.others) < k)
        throw new ModelFault(at(place, 'others'), 'true once', 'it again');
      for (const [p, one] of any.entries()) ids.expectProposition(one, at(at(place, 'any'), p));
      expectDegree(degree, muchWorse, place, 'muchWorse');
    }
  }

  function expectWeights(preference: Preference & { form: 'weights' }, path: string): void {
    const { weights, thresholds = [], exactThresholds } = preference;
    expectSome(weights, at(path, 'weights'));
    for (const [k, { of, weight, exact }] of weights.entries()) {
      const place = at(at(path, 'weights'), k);
      ids.expectProposition(of, at(place, 'of'));
      expectDecimal(weight, exact, at(place, 'exact'));
    }
    if (exactThresholds !== undefined && exactThresholds.length !== thresholds.length)
      throw new ModelFault(
        at(path, 'exactThresholds'),
        `as many as there are thresholds, ${thresholds.length}`,
        String(exactThresholds.length),
      );
    for (const [k, threshold] of thresholds.entries()) {
      const exact = exactThresholds?.[k];
      expectDecimal(threshold, exact, at(at(path, 'exactThresholds'), k));
      const before = thresholds[k - 1] ?? 0;
      if (threshold < before || (threshold === before && exact === undefined))
        throw new ModelFault(
          at(at(path, 'thresholds'), k),
          `more than ${before}`,
          shown(threshold),
        );
    }
  }
}

function expectSome(list: readonly unknown[], path: string): void {
  if (list.length === 0) throw new ModelFault(path, 'one at least', 'none');
}

/** A degree, where it is said, and the flag that says it in short. */
function expectDegree(degree: number | undefined, flag: boolean, path: string, name: string): void {
  if (degree !== undefined && degree > 1 !== flag)
    throw new ModelFault(at(path, name), `${String(degree > 1)}, by its degree`, String(flag));
}

/** A number, and the decimal that it is where the number is not written as one. */
function expectDecimal(number: number, exact: string | undefined, path: string): void {
  if (exact === undefined) {
    if (String(number).includes('e'))
      throw new ModelFault(path, `${shown(number)} to the last digit`, 'nothing');
    return;
  }
  if (Number(exact) !== number) throw new ModelFault(path, shown(number), shown(exact));
  if ((exact.split('.')[1]?.length ?? 0) > MOST_DIGITS)
    throw new ModelFault(path, `at most ${MOST_DIGITS} digits after the point`);
}
