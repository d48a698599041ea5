import {
  statementsOf,
  type ConflictModel,
  type Grounded,
  type Preference,
  type TextRange,
} from '@standoff/model';

/** A named thing of the situation and where the text has it. */
export interface PlacedElement {
  readonly id: string;
  readonly at: TextRange;
}

/** Every element of a model that the text has, preference statements and constraints included. */
export function placedElements(model: ConflictModel): PlacedElement[] {
  const found: PlacedElement[] = [];
  const add = (id: string, { at }: Grounded): void => {
    if (at !== null) found.push({ id, at });
  };
  const addStatements = (preference: Preference): void => {
    for (const one of statementsOf(preference)) add(one.id, one);
  };
  for (const source of model.sources) add(source.id, source);
  for (const actor of model.actors) {
    add(actor.id, actor);
    for (const faction of actor.factions) add(`${actor.id}/${faction.id}`, faction);
    addStatements(actor.preference);
  }
  for (const { preference } of model.perceptions) addStatements(preference);
  // The consent options of an agreement stand where the agreement does; the agreement goes first.
  for (const agreement of model.agreements) add(agreement.id, agreement);
  for (const option of model.options) add(option.id, option);
  for (const list of [
    model.constraints,
    model.disallowed,
    model.scenarios,
    model.states,
    model.commitments,
    model.claims,
    model.events,
  ])
    for (const element of list) add(element.id, element);
  for (const one of model.perceptions) add(`${one.actor} perceives ${one.of}`, one);
  return found;
}

/** The innermost element at a place; null where there is none. */
export function elementAt(
  elements: readonly PlacedElement[],
  line: number,
  column: number,
): string | null {
  let best: PlacedElement | null = null;
  for (const element of elements) {
    const { start, end } = element.at;
    const begun = start.line < line || (start.line === line && start.column <= column);
    const ended = end.line < line || (end.line === line && end.column < column);
    if (!begun || ended) continue;
    if (best === null || isWithin(element.at, best.at)) best = element;
  }
  return best?.id ?? null;
}

function isWithin(inner: TextRange, outer: TextRange): boolean {
  const later =
    inner.start.line > outer.start.line ||
    (inner.start.line === outer.start.line && inner.start.column > outer.start.column);
  const sooner =
    inner.end.line < outer.end.line ||
    (inner.end.line === outer.end.line && inner.end.column < outer.end.column);
  return later || (sooner && inner.start.line === outer.start.line);
}
