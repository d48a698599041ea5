import type { ConflictModel, Constraint, Grounded, Preference } from '@standoff/model';

export type ElementKind =
  | 'situation'
  | 'source'
  | 'actor'
  | 'option'
  | 'preference'
  | 'rank'
  | 'weight'
  | 'faction'
  | 'agreement'
  | 'constraint'
  | 'move ruled out'
  | 'move given'
  | 'consequence'
  | 'deadline'
  | 'commitment'
  | 'perception'
  | 'unawareness'
  | 'scenario'
  | 'named state'
  | 'extreme'
  | 'claim'
  | 'relation'
  | 'event'
  | 'left out';

/** Something in a situation that can have grounds. */
export interface Element {
  readonly kind: ElementKind;
  /** What it is called by: "NK.suspend", "NK.3", "worst for CN is garrison". */
  readonly id: string;
  readonly text: string;
  /** Id of the element that it belongs to: the actor of an option or statement. */
  readonly within: string | null;
  readonly grounds: Grounded;
}

/** An element as an answer names it. */
export interface ElementShown {
  /** What in a situation it is. */
  readonly kind: ElementKind;
  /** What it is called by. */
  readonly of: string;
  /** Its label, or what it says. */
  readonly text: string;
}

/** Everything in a situation that can have grounds, in the order of the model. */
export function elementsOf(model: ConflictModel): Element[] {
  const labelled = (
    kind: ElementKind,
    list: readonly (Grounded & { readonly id: string; readonly label: string })[],
  ): Element[] =>
    list.map((one) => ({ kind, id: one.id, text: one.label, within: null, grounds: one }));
  return [
    {
      kind: 'situation' as const,
      id: model.situation.id,
      text: model.situation.title,
      within: null,
      grounds: model.situation,
    },
    ...model.sources.map((one) => ({
      kind: 'source' as const,
      id: one.id,
      text: one.title,
      within: null,
      grounds: one,
    })),
    ...model.actors.flatMap((actor) => [
      ...labelled('actor', [actor]),
      ...model.options
        .filter(({ owner, agreement }) => owner === actor.id && agreement === null)
        .filter(isWritten)
        .map((one) => ({
          kind: 'option' as const,
          id: one.id,
          text: one.label,
          within: actor.id,
          grounds: one,
        })),
      ...preferenceOf(actor.preference, actor.id),
      ...actor.factions.flatMap((faction) => [
        {
          kind: 'faction' as const,
          id: `${actor.id}.${faction.id}`,
          text: faction.label,
          within: actor.id,
          grounds: faction,
        },
        ...preferenceOf(faction.preference, `${actor.id}.${faction.id}`, actor.id),
      ]),
    ]),
    ...labelled('agreement', model.agreements),
    ...model.constraints.filter(isWritten).map((one) => ({
      kind: 'constraint' as const,
      id: one.id,
      text: one.text,
      within: null,
      grounds: one,
    })),
    ...model.disallowed.filter(isWritten).map((one) => ({
      kind: 'move ruled out' as const,
      id: one.id,
      text: `${one.actor} cannot move`,
      within: one.actor,
      grounds: one,
    })),
    ...(model.allowed ?? []).map((one) => ({
      kind: 'move given' as const,
      id: one.id,
      text: `${one.actor} can move`,
      within: one.actor,
      grounds: one,
    })),
    ...(model.consequences ?? []).map((one) => ({
      kind: 'consequence' as const,
      id: one.id,
      text: one.text,
      within: null,
      grounds: one,
    })),
    ...(model.deadlines ?? []).map((one) => ({
      kind: 'deadline' as const,
      id: one.id,
      text: one.text,
      within: null,
      grounds: one,
    })),
    ...model.commitments.map((one) => ({
      kind: 'commitment' as const,
      id: one.id,
      text: one.label,
      within: null,
      grounds: one,
    })),
    ...model.perceptions.flatMap((one) => {
      const holder = one.faction === undefined ? one.actor : `${one.actor}.${one.faction}`;
      const id = `${holder} perceives ${one.of}`;
      return [
        { kind: 'perception' as const, id, text: id, within: null, grounds: one },
        ...preferenceOf(one.preference, id),
        ...(one.unawareGrounds ?? []).map((grounds, k) => ({
          kind: 'unawareness' as const,
          id: `${id}: unaware ${k + 1}`,
          text: `unaware of ${grounds.options.join(', ')}`,
          within: id,
          grounds,
        })),
        ...one.constraints.map((constraint) => ({
          kind: 'constraint' as const,
          id: `${id}: ${constraint.id}`,
          text: constraint.text,
          within: id,
          grounds: constraint,
        })),
      ];
    }),
    ...labelled('scenario', model.scenarios),
    ...labelled('named state', model.states),
    ...model.extremes.map((one) => {
      const id = `${one.kind} for ${one.actor} is ${one.scenario}`;
      return { kind: 'extreme' as const, id, text: id, within: null, grounds: one };
    }),
    ...labelled('claim', model.claims),
    ...model.relations.map((one) => {
      const id = `${one.from} ${one.kind} ${one.to}`;
      return { kind: 'relation' as const, id, text: id, within: null, grounds: one };
    }),
    ...labelled('event', model.events),
    ...(model.leftOut ?? []).map((one, k) => ({
      kind: 'left out' as const,
      id: `left-out-${k + 1}`,
      text: one.text,
      within: null,
      grounds: one,
    })),
  ];
}

/** Whether somebody wrote it; what keeps the history of an option rests on what that option rests on. */
function isWritten(
  one: Partial<Pick<Constraint, 'historyOf' | 'windowOf' | 'consequenceOf'>>,
): boolean {
  return (
    one.historyOf === undefined && one.windowOf === undefined && one.consequenceOf === undefined
  );
}

function preferenceOf(preference: Preference | null, of: string, within: string = of): Element[] {
  switch (preference?.form) {
    case 'statements':
      return preference.items
        .flatMap((item) => (item.item === 'statement' ? [item] : item.statements))
        .map((one) => ({
          kind: 'preference' as const,
          id: of === within && !of.includes(' ') ? one.id : `${of}: ${one.id}`,
          text: one.label ?? one.text,
          within,
          grounds: one,
        }));
    case 'ranking':
      return preference.cells.map((cell, k) => {
        const id = `${of} ranks ${k + 1}`;
        return { kind: 'rank', id, text: id, within, grounds: cell.grounds };
      });
    case 'weights':
      return preference.weights.map((weight, k) => {
        const id = `${of} weighs ${k + 1}`;
        return { kind: 'weight', id, text: id, within, grounds: weight };
      });
    default:
      return [];
  }
}

/** Those that are meant where elements are counted. */
export function countedElements(model: ConflictModel): Element[] {
  return elementsOf(model).filter(isCounted(model));
}

/** The statements of actors and the constraints: what can be left out. */
export function removableIn({ actors, constraints }: ConflictModel): ReadonlySet<string> {
  const statements = actors.flatMap(({ preference }) =>
    preference.form === 'statements'
      ? preference.items.flatMap((item) => (item.item === 'statement' ? [item] : item.statements))
      : [],
  );
  return new Set([...statements, ...constraints.filter(isWritten)].map(({ id }) => id));
}

/**
 * Kinds that are not counted: a source rests on itself, rankings and weights are given as a whole. The
 * statements and constraints inside a faction or a perception count with it.
 */
const UNCOUNTED: readonly ElementKind[] = ['situation', 'source', 'rank', 'weight'];

/**
 * Whether an element is one of those that are meant where elements are counted: one denominator for every
 * figure.
 */
export function isCounted(model: ConflictModel): (element: Element) => boolean {
  const removable = removableIn(model);
  return ({ kind, id }) =>
    !UNCOUNTED.includes(kind) &&
    (removable.has(id) || (kind !== 'preference' && kind !== 'constraint'));
}
