import type { ConflictModel } from '@standoff/model';
import type { Context } from './context.js';
import { readClaim } from './elements/claim.js';
import { readConsequence } from './elements/consequence.js';
import { readDeadline } from './elements/deadline.js';
import { readEvent } from './elements/event.js';
import { readExtreme } from './elements/extreme.js';
import { readLeftOut } from './elements/left-out.js';
import { readPerception } from './elements/perception.js';
import { readRelation } from './elements/relation.js';
import { readScenario } from './elements/scenario.js';
import { readSource } from './elements/source.js';
import { readState } from './elements/state.js';
import type * as ast from './generated/ast.js';

/** The lists of a model. */
type ListName = {
  [Name in keyof ConflictModel]-?: NonNullable<ConflictModel[Name]> extends readonly object[]
    ? Name
    : never;
}[keyof ConflictModel];

type Node<Kind> = Extract<ast.Element, { readonly $type: Kind }>;

/** The list that it stands in, and what reads it; `nth`: from 1, in that list. */
type Plain<Kind> = {
  [List in ListName]: {
    readonly list: List;
    readonly read: (
      node: Node<Kind>,
      context: Context,
      nth: number,
    ) => NonNullable<ConflictModel[List]>[number];
    // A model is without the list where that is empty, as its type says.
  } & (undefined extends ConflictModel[List] ? { readonly missing: true } : object);
}[ListName];

/** Kinds of which each element of a text is one of a list of the model, in the order of the text. */
const PLAIN = {
  Source: { list: 'sources', read: readSource },
  Scenario: { list: 'scenarios', read: readScenario },
  NamedState: { list: 'states', read: readState },
  Perception: { list: 'perceptions', read: readPerception },
  Extreme: { list: 'extremes', read: readExtreme },
  Claim: { list: 'claims', read: readClaim },
  Relation: { list: 'relations', read: readRelation },
  Event: {
    list: 'events',
    read: (node, context, nth) => readEvent(node, `event-${nth}`, context),
  },
  Consequence: {
    list: 'consequences',
    missing: true,
    read: (node, context, nth) => readConsequence(node, `consequence-${nth}`, context),
  },
  Deadline: {
    list: 'deadlines',
    missing: true,
    read: (node, context, nth) => readDeadline(node, `deadline-${nth}`, context),
  },
  LeftOut: { list: 'leftOut', missing: true, read: readLeftOut },
} satisfies { readonly [Kind in ast.Element['$type']]?: Plain<Kind> };

type PlainKind = keyof typeof PLAIN;

type PlainElement = Node<PlainKind>;

type PlainLists = Pick<ConflictModel, (typeof PLAIN)[PlainKind]['list']>;

export function isPlain(element: ast.Element): element is PlainElement {
  return element.$type in PLAIN;
}

const ROWS: readonly { readonly list: ListName; readonly missing?: true }[] = Object.values(PLAIN);

/** What the plain elements of a text say. */
export class PlainElements {
  readonly #lists = new Map<ListName, unknown[]>(ROWS.map(({ list }) => [list, []]));

  /** Reads one more. */
  add(element: PlainElement, context: Context): void {
    const { list, read } = PLAIN[element.$type] as Plain<PlainKind>;
    const members = this.#lists.get(list)!;
    members.push(read(element, context, members.length + 1));
  }

  get lists(): PlainLists {
    const lists = ROWS.flatMap(({ list, missing }) => {
      const members = this.#lists.get(list)!;
      return missing === true && members.length === 0 ? [] : [[list, members]];
    });
    // Each has what the reader of its own row made.
    return Object.fromEntries(lists) as PlainLists;
  }
}
