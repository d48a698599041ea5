import type * as ast from './generated/ast.js';

type Nodes = ast.StandoffAstType;

/** The kinds of node, without what is only a word for several of them. */
export type NodeKind = {
  [Each in keyof Nodes]: Nodes[Each]['$type'] extends Each ? Each : never;
}[keyof Nodes];

/** What stands at the top of a text or in the braces of an actor or a picture. */
type Kind = (ast.Element | ast.ActorItem | ast.PerceptionItem)['$type'];

/** Properties of a node that hold words. */
type Wordy<Node> = {
  [Property in keyof Node & string]-?: NonNullable<Node[Property]> extends string | string[]
    ? Property
    : never;
}[keyof Node & string];

/**
 * What the services and the edits have to know of a kind.
 * - names, ends: words that begin it, a name following, or none, so that what stood before ends. Neither: a
 *   name begins it, or a word that also goes on with what stands before.
 * - uses: where it uses names that stand for the same everywhere, beside grounds and references to options.
 * - becomes: what it comes to where something in it speaks of what is taken out. gone: it goes as a whole;
 *   open: it would say something else, so that its author has to say it anew; neither: that is for
 *   what stands around it.
 */
interface Said<Property extends string = string> {
  readonly names?: readonly string[];
  readonly ends?: readonly string[];
  readonly uses?: readonly Property[];
  readonly becomes?: 'gone' | 'open';
}

const KINDS = {
  Situation: { names: ['situation'] },
  Source: { names: ['source'] },
  Actor: { names: ['actor'] },
  Option: { names: ['option'] },
  Faction: { names: ['faction'] },
  Prefers: { ends: ['prefers'] },
  Ranks: { ends: ['ranks'], becomes: 'open' },
  Weighs: { ends: ['weighs'], becomes: 'open' },
  // The name of a faction is one of its actor's.
  Prevails: { ends: ['prevails'], becomes: 'gone' },
  Agreement: { names: ['agreement', 'offer'], uses: ['parties', 'keptFrom'], becomes: 'gone' },
  Constraint: { ends: ['never', 'always'], becomes: 'gone' },
  // Unless it says options itself, which stand in it and do not go.
  Choice: { ends: ['choice', 'graph'], becomes: 'gone' },
  CannotMove: { ends: ['cannot', 'can'], uses: ['actor'], becomes: 'gone' },
  Chance: { names: ['chance'] },
  Consequence: { becomes: 'gone' },
  Deadline: { becomes: 'gone' },
  Commitment: {
    names: ['promise', 'threat', 'assurance', 'demand'],
    uses: ['by'],
    becomes: 'gone',
  },
  Perception: { uses: ['actor', 'of'], becomes: 'gone' },
  Unaware: { becomes: 'gone' },
  Scenario: { names: ['scenario'], becomes: 'gone' },
  NamedState: { names: ['state'], becomes: 'gone' },
  Extreme: { ends: ['worst', 'best'], uses: ['actor', 'scenario'], becomes: 'gone' },
  Claim: { names: ['claim'], becomes: 'gone' },
  Relation: { ends: ['relation'], uses: ['from', 'to'], becomes: 'gone' },
  Event: { ends: ['event'], becomes: 'gone' },
  LeftOut: { ends: ['left'] },
} as const satisfies { readonly [Each in Kind]: Said<Wordy<Nodes[Each]>> };

/** The same of parts of them. */
const PARTS: { readonly [Each in Exclude<NodeKind, Kind>]?: Said<Wordy<Nodes[Each]>> } = {
  Statement: { becomes: 'gone' },
  Acts: { uses: ['parties'] },
  Among: { uses: ['actors'] },
  Recipients: { uses: ['actors'] },
  Refusal: { uses: ['by', 'offer'] },
  Kept: { uses: ['commitment'] },
  Speaker: { uses: ['name'] },
};

type NamesOf<Each> = Each extends { readonly names: readonly (infer Word)[] } ? Word : never;

/** Words that begin something with a name. */
export type DeclaringWord = NamesOf<(typeof KINDS)[keyof typeof KINDS]>;

const ROWS: ReadonlyMap<string, Said> = new Map<string, Said>(
  Object.entries({ ...KINDS, ...PARTS }),
);

const DECLARING: ReadonlySet<string> = new Set(
  [...ROWS.values()].flatMap(({ names = [] }) => names),
);

export function isDeclaring(word: string): word is DeclaringWord {
  return DECLARING.has(word);
}

const ENDING: ReadonlySet<string> = new Set([...ROWS.values()].flatMap(({ ends = [] }) => ends));

/** Whether a word begins an element without a name, so that the one before it ends. */
export function isEnding(word: string): boolean {
  return ENDING.has(word);
}

/** The properties in which a node of this kind uses names. */
export function usesIn(kind: string): readonly string[] {
  return ROWS.get(kind)?.uses ?? [];
}

/** What becomes of a node of this kind where something in it speaks of what goes; null: it is not for it to say. */
export function becomingOf(kind: string): 'gone' | 'open' | null {
  return ROWS.get(kind)?.becomes ?? null;
}
