import {
  statementsOf,
  type ConflictModel,
  type Constraint,
  type Grounded,
  type Perception,
  type Preference,
} from '@standoff/model';

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

/** The lists of a model whose members can have grounds. */
type GroundedList = {
  [Name in keyof ConflictModel]-?: NonNullable<ConflictModel[Name]> extends readonly Grounded[]
    ? Name
    : never;
}[keyof ConflictModel];

/** What each list has, in the order in which it is told. One more list of a model does not compile without. */
const ELEMENTS: Readonly<Record<GroundedList, (model: ConflictModel) => readonly Element[]>> = {
  sources: ({ sources }) => sources.map((one) => element('source', one, one.id, one.title)),
  actors: (model) =>
    model.actors.flatMap((actor) => [
      labelled('actor', actor),
      ...model.options
        .filter(({ owner, agreement }) => owner === actor.id && agreement === null)
        .filter(isWritten)
        .map((one) => element('option', one, one.id, one.label, actor.id)),
      ...preferenceOf(actor.preference, actor.id),
      ...actor.factions.flatMap((faction) => {
        const id = `${actor.id}.${faction.id}`;
        return [
          element('faction', faction, id, faction.label, actor.id),
          ...preferenceOf(faction.preference, id, actor.id),
        ];
      }),
    ]),
  // They stand with their actors.
  options: () => [],
  agreements: ({ agreements }) => agreements.map((one) => labelled('agreement', one)),
  constraints: ({ constraints }) =>
    constraints.filter(isWritten).map((one) => element('constraint', one, one.id, one.text)),
  disallowed: ({ disallowed }) =>
    disallowed
      .filter(isWritten)
      .map((one) => element('move ruled out', one, one.id, `${one.actor} cannot move`, one.actor)),
  allowed: ({ allowed = [] }) =>
    allowed.map((one) => element('move given', one, one.id, `${one.actor} can move`, one.actor)),
  consequences: ({ consequences = [] }) =>
    consequences.map((one) => element('consequence', one, one.id, one.text)),
  deadlines: ({ deadlines = [] }) =>
    deadlines.map((one) => element('deadline', one, one.id, one.text)),
  commitments: ({ commitments }) => commitments.map((one) => labelled('commitment', one)),
  perceptions: ({ perceptions }) => perceptions.flatMap(ofPerception),
  scenarios: ({ scenarios }) => scenarios.map((one) => labelled('scenario', one)),
  states: ({ states }) => states.map((one) => labelled('named state', one)),
  extremes: ({ extremes }) =>
    extremes.map((one) =>
      saying('extreme', one, `${one.kind} for ${one.actor} is ${one.scenario}`),
    ),
  claims: ({ claims }) => claims.map((one) => labelled('claim', one)),
  relations: ({ relations }) =>
    relations.map((one) => saying('relation', one, `${one.from} ${one.kind} ${one.to}`)),
  events: ({ events }) => events.map((one) => labelled('event', one)),
  leftOut: ({ leftOut = [] }) =>
    leftOut.map((one, k) => element('left out', one, `left-out-${k + 1}`, one.text)),
};

/** Everything in a situation that can have grounds, in the order of the model. */
export function elementsOf(model: ConflictModel): Element[] {
  const { situation } = model;
  return [
    element('situation', situation, situation.id, situation.title),
    ...Object.values(ELEMENTS).flatMap((of) => of(model)),
  ];
}

function element(
  kind: ElementKind,
  grounds: Grounded,
  id: string,
  text: string,
  within: string | null = null,
): Element {
  return { kind, id, text, within, grounds };
}

function labelled(
  kind: ElementKind,
  one: Grounded & { readonly id: string; readonly label: string },
): Element {
  return element(kind, one, one.id, one.label);
}

/** What has no name: it is called by what it says. */
function saying(kind: ElementKind, one: Grounded, words: string): Element {
  return element(kind, one, words, words);
}

function ofPerception(one: Perception): Element[] {
  const holder = one.faction === undefined ? one.actor : `${one.actor}.${one.faction}`;
  const id = `${holder} perceives ${one.of}`;
  return [
    saying('perception', one, id),
    ...preferenceOf(one.preference, id),
    ...(one.unawareGrounds ?? []).map((grounds, k) =>
      element(
        'unawareness',
        grounds,
        `${id}: unaware ${k + 1}`,
        `unaware of ${grounds.options.join(', ')}`,
        id,
      ),
    ),
    ...one.constraints.map((constraint) =>
      element('constraint', constraint, `${id}: ${constraint.id}`, constraint.text, id),
    ),
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
      return statementsOf(preference).map((one) =>
        element(
          'preference',
          one,
          of === within && !of.includes(' ') ? one.id : `${of}: ${one.id}`,
          one.label ?? one.text,
          within,
        ),
      );
    case 'ranking':
      return preference.cells.map(({ grounds }, k) => {
        const id = `${of} ranks ${k + 1}`;
        return element('rank', grounds, id, id, within);
      });
    case 'weights':
      return preference.weights.map((weight, k) => {
        const id = `${of} weighs ${k + 1}`;
        return element('weight', weight, id, id, within);
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
  const statements = actors.flatMap(({ preference }) => statementsOf(preference));
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
