import { idOfTitle } from '@standoff/language';
import {
  MODEL_SCHEMA,
  type Actor,
  type ConflictModel,
  type Constraint,
  type Direction,
  type Grounded,
  type NamedState,
  type OptionId,
  type Option,
  type Preference,
  type Proposition,
} from '@standoff/model';
import { changeBarred } from './directions.js';
import { Identifiers, labelOf } from './identifiers.js';
import { conjunction, disjunction, type Pattern } from './pattern.js';

/** What a decision maker wants, as tables and lists say it. */
export type OutlinePreference =
  /** Nothing is said. */
  | { readonly form: 'none' }
  /** Wishes, most important first; each holds where one of its patterns does. */
  | { readonly form: 'statements'; readonly wants: readonly (readonly Pattern[])[] }
  /** Places of a ranking, best first; a state has the place one of whose patterns holds in it. */
  | { readonly form: 'ranking'; readonly places: readonly (readonly Pattern[])[] };

/** A model with options and decision makers by number, as most programs keep it. */
export interface Outline {
  readonly title: string;
  readonly deciders: readonly OutlineDecider[];
  readonly options: readonly OutlineOption[];
  /** What holds in no state; none of them always holds. */
  readonly never: readonly Pattern[];
  /** One of them holds in every state. */
  readonly among?: readonly Pattern[];
  /** States with a name. */
  readonly states: readonly { readonly label: string; readonly taken: readonly number[] }[];
}

export interface OutlineDecider {
  readonly name: string;
  /** Its options; an option has one owner. */
  readonly options: readonly number[];
  /** Exactly one of the options of each is taken. */
  readonly choices?: readonly OutlineChoice[];
  /** It can change none of them. */
  readonly fixed?: true;
  readonly preference: OutlinePreference;
  /** It has no move to or from a state where one of them holds. */
  readonly unseen?: readonly Pattern[];
}

/** Options of which exactly one is taken. */
export interface OutlineChoice {
  readonly options: readonly number[];
  /** Only where this option is taken; where it is not, none of them is. */
  readonly after?: number;
}

export interface OutlineOption {
  readonly name: string;
  readonly direction: Direction;
  readonly initially: Option['initially'];
}

const UNGROUNDED: Grounded = { evidence: [], because: null, restsOn: [], at: null };

/** The model that an outline says; its options stand decision maker after decision maker. */
export function modelOf(outline: Outline): ConflictModel {
  const title = labelOf(outline.title, 'Untitled');
  const names = new Identifiers();
  const actors = outline.deciders.map(({ name }) => names.of(name, 'actor'));
  const ids: OptionId[] = [];
  const options = outline.deciders.flatMap((decider, k): Option[] => {
    const own = new Identifiers();
    return decider.options.map((number) => {
      const { name: label, direction, initially } = outline.options[number];
      const name = own.of(uncapitalised(label), 'option');
      ids[number] = `${actors[k]}.${name}`;
      return {
        ...UNGROUNDED,
        id: ids[number],
        name,
        label: labelOf(label, name),
        owner: actors[k],
        direction: isBack(outline.options[number]) ? 'both' : direction,
        initially,
        slow: false,
        agreement: null,
      };
    });
  });
  return {
    schema: MODEL_SCHEMA,
    situation: {
      ...UNGROUNDED,
      id: idOfTitle(title),
      title,
      asOf: null,
    },
    sources: [],
    actors: outline.deciders.map(({ name, options: own, preference }, k): Actor => ({
      ...UNGROUNDED,
      id: actors[k],
      label: labelOf(name, actors[k]),
      aliases: [],
      options: own.map((number) => ids[number]),
      preference: preferenceOf(preference, actors[k], ids),
      factions: [],
      prevails: null,
    })),
    options,
    agreements: [],
    constraints: constraintsOf(outline, ids),
    disallowed: outline.deciders.flatMap(({ options: own, fixed = false, unseen = [] }, k) =>
      [
        ...own.flatMap((number) => [
          ...(fixed ? [changeBarred(ids[number], false)] : []),
          ...(fixed || isBack(outline.options[number]) ? [changeBarred(ids[number], true)] : []),
        ]),
        ...(unseen.length > 0 ? hidden(disjunction(unseen, ids)!) : []),
      ].map((rule, n) => ({
        ...UNGROUNDED,
        id: `${actors[k]}-cannot-move-${n + 1}`,
        actor: actors[k],
        ...rule,
      })),
    ),
    scenarios: [],
    states: outline.states.map(({ label, taken }): NamedState => {
      const id = names.of(label, 'state');
      return {
        ...UNGROUNDED,
        id,
        label: labelOf(label, id),
        taken: [...taken].sort((a, b) => a - b).map((number) => ids[number]),
      };
    }),
    commitments: [],
    perceptions: [],
    extremes: [],
    claims: [],
    relations: [],
    events: [],
  };
}

function constraintsOf(
  { deciders, never, among = [] }: Outline,
  ids: readonly OptionId[],
): Constraint[] {
  const written = [
    ...deciders.flatMap(({ choices = [] }) => choices.flatMap((choice) => chosen(choice, ids))),
    ...never.map((pattern): Pick<Constraint, 'kind' | 'must'> => {
      return { kind: 'never', must: { op: 'not', arg: conjunction(pattern, ids)! } };
    }),
    ...(among.length > 0 ? [{ kind: 'always' as const, must: disjunction(among, ids)! }] : []),
  ];
  return written.map((one, k) => ({
    ...UNGROUNDED,
    id: `constraint-${k + 1}`,
    text: one.kind,
    ...one,
  }));
}

function chosen(
  { options, after }: OutlineChoice,
  ids: readonly OptionId[],
): Pick<Constraint, 'kind' | 'must'>[] {
  const args = options.map((number): Proposition => ({ op: 'option', id: ids[number] }));
  const one: Proposition = { op: 'count', min: 1, max: 1, args };
  if (after === undefined) return [{ kind: 'exactly one of', must: one }];
  const before: Proposition = { op: 'option', id: ids[after] };
  const some: Proposition = args.length > 1 ? { op: 'or', args } : args[0];
  return [
    {
      kind: 'always',
      must: { op: 'implies', antecedent: before, consequent: one, written: 'implies' },
    },
    {
      kind: 'always',
      must: { op: 'implies', antecedent: some, consequent: before, written: 'only if' },
    },
  ];
}

/** What breaks the choice: none of it or two, or one though its turn does not come. */
export function brokenBy({ options, after }: OutlineChoice): Pattern[] {
  const comes = after === undefined ? [] : [{ option: after, taken: true }];
  return [
    [...comes, ...options.map((option) => ({ option, taken: false }))],
    ...options.flatMap((a, k) =>
      options.slice(k + 1).map((b) => [
        { option: a, taken: true },
        { option: b, taken: true },
      ]),
    ),
    ...(after === undefined
      ? []
      : options.map((option) => [
          { option, taken: true },
          { option: after, taken: false },
        ])),
  ];
}

function preferenceOf(
  preference: OutlinePreference,
  actor: string,
  ids: readonly OptionId[],
): Preference {
  switch (preference.form) {
    case 'none':
      return { form: 'none' };
    case 'statements': {
      // What always holds tells no states apart.
      const wishes = preference.wants.flatMap((patterns) => disjunction(patterns, ids) ?? []);
      if (wishes.length === 0) return { form: 'none' };
      return {
        form: 'statements',
        items: wishes.map((wants, k) => ({
          ...UNGROUNDED,
          item: 'statement',
          id: `${actor}.${k + 1}`,
          wants,
          text: `${actor}.${k + 1}`,
          faction: null,
          perhaps: null,
          strongly: false,
        })),
      };
    }
    case 'ranking': {
      // One place for all states is no preference.
      if (preference.places.length < 2) return { form: 'none' };
      return {
        form: 'ranking',
        cells: preference.places.map((patterns) => ({
          any: patterns.map((pattern) => conjunction(pattern, ids)!),
          others: false,
          muchWorse: false,
          grounds: UNGROUNDED,
        })),
      };
    }
  }
}

/** To, from and among the states where it holds. */
function hidden(unseen: Proposition): { from: Proposition; to: Proposition }[] {
  const seen: Proposition = { op: 'not', arg: unseen };
  return [
    { from: unseen, to: seen },
    { from: seen, to: unseen },
    { from: unseen, to: unseen },
  ];
}

/**
 * Whether the option cannot be taken up. Of one that is not taken the language's `not resumable` says
 * less: it can be taken up once.
 */
function isBack({ direction, initially }: OutlineOption): boolean {
  return direction === 'back' && initially !== 'taken';
}

/** Names of options begin with small letters, but for words in capitals. */
function uncapitalised(label: string): string {
  return label.replace(/\p{Lu}\p{Ll}+/gu, (word) => word.toLowerCase());
}
