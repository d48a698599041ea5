import {
  degreeOfCell,
  degreeOfStatement,
  isName,
  type Commitment,
  type ConflictModel,
  type Preference,
  type PreferenceStatement,
} from '@standoff/model';
import { isOfChoice } from './elements/choice.js';
import { writtenAs } from './elements/commitment.js';
import { withoutHistories } from './elements/history.js';
import { inFull, plainDecimal } from './decimals.js';

/**
 * What a text can say of a model: two models of which this is equal come to the same text. Left out are
 *
 * - where elements stand (`at`);
 * - ids that are made by counting, or of the title: those of constraints, of moves that are not allowed,
 *   of events and of statements; of commitments without a name; of a situation without one;
 * - what stands for the history of an option, which a word of that option says;
 * - the words of constraints and statements, and those that a commitment without a label is called by:
 *   they are made anew, of the propositions.
 *
 * What may be missing stands as what it means then: degrees, thresholds, decimals.
 */
export function saidBy(made: ConflictModel): unknown {
  const model = withoutHistories(made);
  const { situation, actors, constraints, disallowed, commitments, perceptions, events } = model;
  const said = {
    ...model,
    situation: { ...situation, id: isName(situation.id) ? situation.id : null },
    actors: actors.map((actor) => ({
      ...actor,
      preference: preferenceSaid(actor.preference),
      factions: actor.factions.map((faction) => ({
        ...faction,
        preference: faction.preference && preferenceSaid(faction.preference),
      })),
    })),
    constraints: ordered(constraints.filter((one) => one.consequenceOf === undefined)).map(
      withoutWords,
    ),
    disallowed: disallowed.map(withoutId),
    ...(model.allowed && { allowed: model.allowed.map(withoutId) }),
    commitments: commitments.map(commitmentSaid),
    perceptions: perceptions.map((perception) => ({
      ...perception,
      preference: preferenceSaid(perception.preference),
      constraints: perception.constraints.map(withoutWords),
    })),
    events: events.map(withoutId),
    ...(model.deadlines && { deadlines: model.deadlines.map(withoutWords) }),
    ...(model.consequences && { consequences: model.consequences.map(withoutWords) }),
  };
  return withoutPlaces(said);
}

/** By hand: JSON, told what to leave out, takes a quarter of the time that a small model is printed in. */
function withoutPlaces(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutPlaces);
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value))
    copy[key] = key === 'at' ? null : withoutPlaces(part);
  return copy;
}

/** Constraints of choices are written after the others. */
function ordered(constraints: ConflictModel['constraints']): ConflictModel['constraints'] {
  return [...constraints].sort((a, b) => Number(isOfChoice(a)) - Number(isOfChoice(b)));
}

function withoutId(element: object): object {
  return { ...element, id: null };
}

function withoutWords(element: object): object {
  return { ...element, id: null, text: null };
}

function commitmentSaid(commitment: Commitment): object {
  const { id, label, kind } = commitment;
  const words = label.startsWith(`${kind} `) ? writtenAs(label) : label;
  return { ...commitment, id: isName(id) ? id : null, label: words };
}

function preferenceSaid(preference: Preference): object {
  switch (preference.form) {
    case 'none':
      return preference;
    case 'statements':
      return {
        ...preference,
        items: preference.items.map((item) =>
          item.item === 'statement'
            ? statementSaid(item)
            : { ...item, statements: item.statements.map(statementSaid) },
        ),
      };
    case 'ranking':
      return {
        ...preference,
        cells: preference.cells.map((cell) => ({
          ...cell,
          degree: degreeOfCell(cell),
        })),
      };
    case 'weights': {
      const { weights, thresholds = [], exactThresholds } = preference;
      return {
        form: preference.form,
        weights: weights.map((one) => ({ ...one, exact: decimalSaid(one.weight, one.exact) })),
        thresholds,
        exactThresholds: thresholds.map((one, k) => decimalSaid(one, exactThresholds?.[k])),
      };
    }
  }
}

function statementSaid(statement: PreferenceStatement): object {
  const { equally } = statement;
  return {
    ...statement,
    ...(equally === undefined ? {} : { equally: { ...equally, text: null } }),
    id: null,
    text: null,
    degree: degreeOfStatement(statement),
  };
}

function decimalSaid(number: number, exact = inFull(number)): string {
  return plainDecimal(exact);
}
