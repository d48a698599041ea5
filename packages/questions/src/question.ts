import type { ForesightConcept, ResponseConcept, Watch } from '@standoff/engine';
import type { ConflictModel, Proposition } from '@standoff/model';
import type {
  Concept,
  Prepared,
  ScenarioMeant,
  Situation,
  SituationShown,
  State,
} from '@standoff/situation';
import type { Block } from '@standoff/document';
import { answered, type Cut, type Sweep, type Through } from './cut.js';
import type { TextAtHand } from './evidence/text-at-hand.js';
import type { MediationCosts } from './mediate/moves.js';
import type { Words } from './told/words.js';

/** A condition over options, and how whoever asked wrote it. */
export interface Condition {
  readonly text: string;
  readonly condition: Proposition;
}

/** Another situation, and what whoever asks calls it: a file. */
export interface NamedModel {
  readonly name: string;
  readonly model: ConflictModel;
}

/** What a question is given, by the kind of what it takes. */
interface Values {
  /** Asked for by a reference, see `stateMeant`. */
  readonly state: State;
  /** The id of an actor; asked for by its id or label. */
  readonly actor: string;
  /** The id or label of an element of the model. */
  readonly element: string;
  readonly condition: Condition;
  readonly conditions: readonly Condition[];
  readonly concept: Concept;
  /** One of stability, or one of looking ahead. */
  readonly anyConcept: Concept | ForesightConcept;
  readonly responses: ResponseConcept;
  readonly flag: boolean;
  readonly whole: number;
  /** Ids or labels of actors, block by block. */
  readonly blocks: readonly (readonly string[])[];
  readonly situations: readonly NamedModel[];
  readonly costs: Partial<MediationCosts>;
}

interface Described {
  /** In a few words, for help and for whoever writes the question down for a program. */
  readonly description: string;
}

/** Something that a question takes, as data: each door reads it in its own way. */
export type Parameter = Described &
  (
    | {
        readonly kind: 'state';
        /** The reference that is meant when none is given; none: the question does without. */
        readonly usually?: string;
        /** Whether a scenario of several states can be named too; the state is then the nearest of it. */
        readonly scenarios?: true;
      }
    | {
        readonly kind:
          | 'actor'
          | 'condition'
          | 'conditions'
          | 'concept'
          | 'anyConcept'
          | 'responses'
          | 'flag'
          | 'costs';
      }
    | { readonly kind: 'situations' }
    | {
        readonly kind: 'element';
        /** The list of the model that it stands in. */
        readonly of: 'scenarios' | 'commitments';
      }
    | {
        readonly kind: 'blocks';
        /** The name of another that cannot be given beside it. */
        readonly instead?: string;
      }
    | {
        readonly kind: 'whole';
        /** Null: any whole number. */
        readonly least: number | null;
        readonly most?: number;
        readonly usually?: number;
        /** The same where the answer is told to somebody and not given to a program. */
        readonly told?: number;
      }
    | {
        readonly kind: 'word';
        readonly words: readonly (string | number)[];
        readonly usually?: string | number;
      }
  );

/** What is given for a parameter. */
export type ValueOf<P extends Parameter> = P extends { kind: 'word'; words: readonly (infer W)[] }
  ? W
  : P['kind'] extends keyof Values
    ? Values[P['kind']]
    : never;

export type Takes = Readonly<Record<string, Parameter>>;

/** A question's options; all may be left out. Where the states are listed, a state is given by its place. */
export type Asked<T extends Takes, S = Situation> = {
  readonly [Name in keyof T]?: S extends Prepared
    ? T[Name]['kind'] extends 'state'
      ? number
      : ValueOf<T[Name]>
    : ValueOf<T[Name]>;
};

/** What a door offers a question besides what it takes; a question uses what it needs. */
export interface Means {
  /** What whoever asks calls the situation: a file. */
  readonly name?: string;
  /** Told the share of the work done, 0 to 1; what it throws stops the work. */
  readonly watch?: Watch;
  /** The scenario that was named where a state is asked for. */
  readonly scenario?: ScenarioMeant;
  /** The texts of the sources that are at hand. */
  readonly texts?: () => Promise<readonly TextAtHand[]>;
  /** Goes through many items with more than one thread or machine. */
  readonly through?: Through;
}

/**
 * How long an answer takes on a situation of usual size: `quick` less than a tenth of a second, `view`
 * less than a second, `long` more.
 */
export type Lane = 'quick' | 'view' | 'long';

/** What every answer has. */
export interface Answer {
  readonly schema: `standoff/${string}/2`;
  readonly situation: SituationShown;
}

/** Whether it is asked of other situations besides the first. */
export function takesOthers(takes: Takes): boolean {
  return Object.values(takes).some(({ kind }) => kind === 'situations');
}

/** Facts, without English. Some questions are asked of situations of any size, others of listed ones. */
export type Solve<T extends Takes, A extends Answer, S = Situation> = (
  situation: S,
  options: Asked<T, S> & Means,
) => A | Promise<A>;

/** The answer as a document; `others`: the other situations that were asked about. */
export type Tell<A extends Answer> = (
  words: Words,
  answer: A,
  model: ConflictModel,
  others?: readonly NamedModel[],
) => Block[];

/**
 * A question that people ask of a situation. The command, its options, its help and completion, the
 * page's views and the composed answers are made of it. What solves and what tells it is loaded when
 * it is asked, so that a door can know all questions at no cost.
 */
export interface Question<T extends Takes = Takes, A extends Answer = Answer> {
  /** The command's name, and that of its folder, its schema, its page and its view. */
  readonly name: string;
  /** What is asked, in a line of help. */
  readonly asks: string;
  /** Heading of the section or card that the answer stands in. */
  readonly title: string;
  /** What is asked, in a terminal behind the title of the situation. */
  readonly asked: string;
  readonly takes: T;
  /** Behind the name of the command. */
  readonly examples: readonly string[];
  readonly lane: Lane;
  /** Whether a model has anything to ask about; nothing is said of others where all is told. */
  readonly applies: (model: ConflictModel) => boolean;
  readonly solve: () => Promise<Solve<T, A>>;
  /** Of a question that goes through many items how it is cut; null: it goes through none. */
  readonly cut: (() => Promise<Cutter<T, A>>) | null;
  readonly tell: () => Promise<Tell<A>>;
}

/** How a question is cut, of a situation and what it is asked with; the first of its stages when left out. */
export type Cutter<T extends Takes, A extends Answer, S = Situation, Part = unknown> = (
  situation: S,
  options: Asked<T, S> & Pick<Means, 'name'>,
  stage?: number,
) => Cut<Part, A>;

/** What is written of a question: what solves it, or how it is cut, which solves it. */
type Written<T extends Takes, A extends Answer, S, Part> = Omit<
  Question<T, A>,
  'applies' | 'solve' | 'cut'
> &
  Partial<Pick<Question<T, A>, 'applies'>> &
  (
    | { readonly solve: () => Promise<Solve<T, A, S>>; readonly cut?: never }
    | { readonly cut: () => Promise<Cutter<T, A, S, Part>>; readonly solve?: never }
  );

/** A question of listed states, with the types of its options taken from what it takes. */
export function question<const T extends Takes, A extends Answer, Part = never>({
  solve,
  cut,
  ...asked
}: Written<T, A, Prepared, Part>): Question<T, A> {
  const listed = <O extends Asked<T>>(
    situation: Situation,
    options: O,
  ): [Prepared, Asked<T, Prepared> & Omit<O, keyof T>] => [
    situation.listed,
    withPlaces(asked.takes, situation.listed, options),
  ];
  return questionOfSets<T, A, Part>(
    cut
      ? {
          ...asked,
          cut: async () => {
            const cutter = await cut();
            return (situation, options, stage) => cutter(...listed(situation, options), stage);
          },
        }
      : {
          ...asked,
          solve: async () => {
            const solved = await solve();
            return (situation, options) => solved(...listed(situation, options));
          },
        },
  );
}

/** The same options, states by their places in the list. */
function withPlaces<T extends Takes, O extends Asked<T>>(
  takes: T,
  { space }: Prepared,
  options: O,
): Asked<T, Prepared> & Omit<O, keyof T> {
  const places = Object.entries(options).flatMap(([name, value]) =>
    takes[name]?.kind === 'state' ? [[name, space.indexOf(Number(value))]] : [],
  );
  return { ...options, ...Object.fromEntries(places) } as Asked<T, Prepared> & Omit<O, keyof T>;
}

/** The same of situations of any size: what solves it works with sets of states. */
export function questionOfSets<const T extends Takes, A extends Answer, Part = never>({
  solve,
  cut,
  ...asked
}: Written<T, A, Situation, Part>): Question<T, A> {
  if (!cut) return { applies: () => true, ...asked, solve, cut: null };
  return {
    applies: () => true,
    ...asked,
    // A part is handed back to what made it, and to nothing else.
    cut: cut as unknown as () => Promise<Cutter<T, A>>,
    solve: async () => {
      const cutter = await cut();
      return async (situation, options) => {
        const made = cutter(situation, options);
        const { through, watch } = options;
        if (!through) return answered(made, watch);
        let cutting = made;
        for (let stage = 0; ; stage++) {
          const part = await through(sweepOf(asked, options, stage), cutting);
          const further = cutting.further?.(part) ?? null;
          if (further === null) return cutting.answer(part);
          cutting = further;
        }
      };
    },
  };
}

/** A stage of the question and what it is asked with, without the means. */
function sweepOf<T extends Takes>(
  { name, takes }: Pick<Question<T>, 'name' | 'takes'>,
  options: Asked<T>,
  stage: number,
): Sweep {
  const given = Object.entries(options).filter(([taken]) => taken in takes);
  return { question: name, options: Object.fromEntries(given), stage };
}
