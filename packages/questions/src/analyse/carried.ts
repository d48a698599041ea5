import type { ConflictModel } from '@standoff/model';
import type { Carried } from './answer.js';
import { mayCount, statementsIn, isOpen } from '@standoff/situation';

/** The ideas of a model that no analysis of this version uses, so that nothing looks used that is not. */
export function carried(model: ConflictModel): Carried[] {
  const items = model.actors.flatMap(({ preference }) =>
    preference.form === 'statements' ? preference.items : [],
  );
  const statements = model.actors.flatMap(({ preference, factions }) =>
    [null, ...factions.map(({ id }) => id)].flatMap((faction) => statementsIn(preference, faction)),
  );
  const distinct = [...new Map(statements.map((s) => [s.id, s])).values()];
  const ideas: [string, number, string][] = [
    [
      'rival factions',
      model.actors.reduce((n, { factions }) => n + Math.max(0, factions.length - 1), 0),
      'the prevailing faction of each actor is analysed; "standoff factions" compares them',
    ],
    [
      '"perhaps" statements',
      distinct.filter(isOpen).length,
      'they count as present; --extension and "standoff robustness" look at both cases',
    ],
    [
      '"in no order" lists',
      items.filter((i) => i.item === 'unordered' && i.statements.filter(mayCount).length > 1)
        .length,
      'the order written is taken; --extension and "standoff robustness" look at all orders',
    ],
    [
      'strength ("strongly", ">>")',
      distinct.filter((s) => s.strongly).length + rankStrength(model),
      'a strong preference counts as a preference; --strength tells how strong deterrents are',
    ],
    [
      'perceptions',
      model.perceptions.length,
      'only "standoff perceive" uses them; all else takes everybody to see the situation as it is',
    ],
    [
      'promises, threats, assurances, demands',
      model.commitments.length,
      'they change no preference; "standoff commitments" says whether they can be believed',
    ],
    ['claims', model.claims.length, 'claims never change a result'],
    ['relations', model.relations.length, 'relations are told, not computed with'],
    [
      'later events',
      laterEvents(model),
      'events after the "as of" date change no state; "standoff replay" holds them against the model',
    ],
    [
      'signals of events',
      model.events.filter((e) => e.signals).length,
      'what an event announces is told, not computed with',
    ],
  ];
  return ideas
    .filter(([, count]) => count > 0)
    .map(([idea, count, note]) => ({ idea, count, note }));
}

function rankStrength(model: ConflictModel): number {
  return model.actors.filter(
    ({ preference }) => preference.form === 'ranking' && preference.cells.some((c) => c.muchWorse),
  ).length;
}

function laterEvents({ situation: { asOf }, events }: ConflictModel): number {
  if (asOf === null) return 0;
  return events.filter(({ date }) => date > asOf && !date.startsWith(asOf)).length;
}
