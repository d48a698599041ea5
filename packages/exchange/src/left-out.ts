import {
  statementsOf,
  degreeOfCell,
  degreeOfStatement,
  type ConflictModel,
  type Preference,
  stakeholdersOf,
} from '@standoff/model';
import type { ExchangeNote } from './format.js';

/** Parts of a model for which a form may have no room. */
const PARTS = {
  sources: ({ sources }) => sources.length,
  agreements: ({ agreements }) => agreements.length,
  'moves ruled out': ({ disallowed }) => disallowed.length,
  'names of states': ({ states }) => states.length,
  scenarios: ({ scenarios }) => scenarios.length,
  'moves given': ({ allowed = [] }) => allowed.length,
  'states that are one': ({ scenarios }) => scenarios.filter(({ merged }) => merged).length,
  commitments: ({ commitments }) => commitments.length,
  perceptions: ({ perceptions }) => perceptions.length,
  claims: ({ claims }) => claims.length,
  relations: ({ relations }) => relations.length,
  events: ({ events }) => events.length,
  'worst and best cases': ({ extremes }) => extremes.length,
  'what the situation leaves out': (model) => model.leftOut?.length ?? 0,
  stakeholders: (model) => stakeholdersOf(model).length,
  'one-way options': ({ options }) =>
    options.filter(({ direction }) => direction !== 'both').length,
  'slow options': ({ options }) => options.filter(({ slow }) => slow).length,
  'options of the status quo': ({ options }) =>
    options.filter(({ initially }) => initially !== 'open').length,
  'factions that do not prevail': ({ actors }) =>
    actors.reduce((sum, { factions }) => sum + Math.max(0, factions.length - 1), 0),
  'statements in doubt or in no order': ({ actors }) =>
    actors.reduce((sum, { preference }) => sum + inDoubt(preference), 0),
  'degrees of preference': ({ actors }) =>
    actors.reduce((sum, { preference }) => sum + degrees(preference), 0),
} as const satisfies Record<string, (model: ConflictModel) => number>;

export type Part = keyof typeof PARTS;

/** What it comes to that a part is missing. */
const MEANS: Partial<Record<Part, string>> = {
  agreements: 'the consents are options like others',
  'moves ruled out': 'these moves can be made again, so that results may differ',
  'moves given': 'these moves cannot be made, so that results may differ',
  'states that are one': 'they are told apart, so that results may differ',
  'one-way options': 'they can be changed both ways, so that results may differ',
  'factions that do not prevail':
    'the preferences are those of the faction that is assumed to prevail',
  'statements in doubt or in no order': 'all count, in the order written',
  'degrees of preference': 'preferred is preferred, however much',
};

/** What a model has that a form says nothing of. */
export function leftOut(model: ConflictModel, carried: readonly Part[]): ExchangeNote[] {
  return (Object.keys(PARTS) as Part[])
    .filter((part) => !carried.includes(part) && PARTS[part](model) > 0)
    .map((part) => {
      const means = MEANS[part];
      return {
        place: part,
        message: `${PARTS[part](model)} left out${means === undefined ? '' : `: ${means}`}`,
      };
    });
}

function inDoubt(preference: Preference): number {
  if (preference.form !== 'statements') return 0;
  return preference.items.reduce(
    (sum, item) =>
      sum + (item.item === 'unordered' ? item.statements.length : item.perhaps === null ? 0 : 1),
    0,
  );
}

function degrees(preference: Preference): number {
  switch (preference.form) {
    case 'none':
      return 0;
    case 'statements':
      return statementsOf(preference).filter((one) => degreeOfStatement(one) > 1).length;
    case 'ranking':
      return preference.cells.filter((cell, k) => k > 0 && degreeOfCell(cell) > 1).length;
    case 'weights':
      return preference.thresholds?.length ?? 0;
  }
}
