import type { Count, Integer, Proportion } from '@standoff/model';
import {
  explainRelational,
  EXTENSIONS,
  isFirm,
  relationalKernel,
  RESPONSE_CONCEPTS,
  ruleOf,
  UNANSWERED,
  USUAL_CONCEPT,
  type DeterrentConcept,
  type Extension,
  type PreferenceRelation,
  type ResponseConcept,
} from '@standoff/engine';
import {
  expectPublishedRule,
  type Courses,
  type Prepared,
  type Reach,
  type StateShown,
  type Step,
} from '@standoff/situation';
import { actorNamed } from '../explain/solve.js';
import { highestDegree, relationOf, type Beyond } from './relations.js';

/** What would hold where preferences are not fully known, by the attitude to not knowing (theory 4.1). */
export interface ExtensionsResult {
  /** Pairs of different states that a decision maker’s worlds do not agree on, as a share of all pairs. */
  readonly unknown: Readonly<Record<string, Proportion>>;
  /** What would hold under each extension asked for. */
  readonly extensions: readonly {
    /** The attitude to what is not known. */
    readonly extension: Extension;
    /** By concept, how many states would hold. */
    readonly count: Readonly<Record<ResponseConcept, Count>>;
    /** The concepts under which the status quo would hold. */
    readonly statusQuo: readonly ResponseConcept[];
  }[];
  /** By concept: how many states hold in all the extensions asked for, and in some only. */
  readonly held: Readonly<
    Record<
      ResponseConcept,
      {
        /** In all the extensions asked for. */
        readonly all: Count;
        /** In some of them but not in all. */
        readonly some: Count;
      }
    >
  >;
  /** States that hold in all of them firmly, those of most concepts first. */
  readonly equilibria: readonly HeldShown[];
}

export interface HeldShown {
  /** The state. */
  readonly state: StateShown;
  /** The concepts under which it holds in all the extensions asked for. */
  readonly concepts: readonly ResponseConcept[];
  /** Whether the status quo leads there. */
  readonly reachable: Reach;
}

export type StrengthCount = Readonly<
  Record<
    DeterrentConcept,
    {
      /** States held by strong deterrents. */
      readonly strong: Count;
      /** States held by weak deterrents only. */
      readonly weak: Count;
      /** States held because nobody has a better move. */
      readonly noBetterMove: Count;
    }
  >
>;

/** How strongly what would hold is held (theory 4.3, 4.4). */
export interface StrengthResult {
  /** The highest degree of preference in the model; 1: it tells no strength. */
  readonly degrees: Count;
  /** By concept: states held by strong deterrents, by weak ones only, and because nobody has a better move. */
  readonly count: StrengthCount;
  /**
   * The same where what is not known counts as unknown (the hybrid of theory 4.5), for each extension
   * asked for.
   */
  readonly hybrid?: readonly {
    /** The attitude to what is not known. */
    readonly extension: Extension;
    /** By concept, as above. */
    readonly count: StrengthCount;
  }[];
  /** How strongly each is held. */
  readonly equilibria: readonly {
    /** The state. */
    readonly state: StateShown;
    /** Whether the status quo leads there. */
    readonly reachable: Reach;
    /**
     * By concept under which it holds: the loss, in degrees, that deters at least; 0: no loss; null:
     * nobody has a better move.
     */
    readonly level: Readonly<Partial<Record<ResponseConcept, Count | null>>>;
  }[];
}

/** Why an actor stays or not, where pairs are unknown or preferences have degrees. */
export interface RelationalExplanationResult {
  /** The state asked about. */
  readonly state: StateShown;
  /** The id of the actor. */
  readonly actor: string;
  /** The concept by which states are judged. */
  readonly concept: ResponseConcept;
  /** The attitude to what is not known. */
  readonly extension: Extension;
  /** Whether the actor has reason to stay. */
  readonly stable: boolean;
  /** How many moves the actor has here, improvements or not. */
  readonly moves: Count;
  /** One for each move that counts as an improvement under the extension. */
  readonly improvements: readonly {
    /** The move. */
    readonly step: Step;
    /** Where it leads. */
    readonly to: StateShown;
    /** By which degree it is better; null: not known to be better. */
    readonly degree: Integer | null;
    /** What deters it; null: nothing that the concept allows the others. */
    readonly sanction: {
      /** The moves of the others, one after the other. */
      readonly path: readonly Step[];
      /** The state that they lead to. */
      readonly result: StateShown;
      /** By which degree it is worse, 0: no better; null: not known. */
      readonly loss: Integer | null;
    } | null;
    /** How many states the others could answer with. */
    readonly answersLookedAt: Count;
  }[];
}

/** How many states are listed. */
const LISTED = 20;

/** The extensions side by side. @throws AnalysisError 'too-many-worlds'. */
export function extensions(
  prepared: Prepared,
  courses: Courses,
  asked: readonly Extension[] = EXTENSIONS,
): ExtensionsResult {
  const relations = relationsOf(prepared, { unknown: true, strength: false });
  const { size } = prepared.space;
  const held = asked.map((extension) => equilibria(prepared, relations, extension, 0));
  const everywhere = (concept: ResponseConcept, s: number): boolean =>
    held.every((lists) => lists.get(concept)![s] === 1);
  const { naming } = prepared;
  const firm = Array.from({ length: size }, (_, s) => s)
    .map((s) => ({ s, concepts: RESPONSE_CONCEPTS.filter((concept) => everywhere(concept, s)) }))
    .filter(({ concepts }) => isFirm(concepts));
  return {
    unknown: Object.fromEntries(
      prepared.deciders.map(({ id }, mover) => [id, unknownShare(relations[mover])]),
    ),
    extensions: asked.map((extension, k) => ({
      extension,
      count: byConcept((concept) => total(held[k].get(concept)!)),
      statusQuo: RESPONSE_CONCEPTS.filter(
        (concept) => held[k].get(concept)![prepared.statusQuo[0]] === 1,
      ),
    })),
    held: byConcept((concept) => {
      let all = 0;
      let some = 0;
      for (let s = 0; s < size; s++)
        if (everywhere(concept, s)) all++;
        else if (held.some((lists) => lists.get(concept)![s] === 1)) some++;
      return { all, some };
    }),
    equilibria: firm
      .sort(
        (a, b) => b.concepts.length - a.concepts.length || nearer(courses, a.s, b.s) || a.s - b.s,
      )
      .slice(0, LISTED)
      .map(({ s, concepts }) => ({
        state: naming.state(s),
        concepts,
        reachable: courses.reach(s),
      })),
  };
}

/**
 * How strong the deterrents are that hold each equilibrium; with extensions, also where what is not
 * known counts as unknown. @throws AnalysisError 'too-many-worlds'.
 */
export function strength(
  prepared: Prepared,
  courses: Courses,
  asked: readonly Extension[] = [],
): StrengthResult {
  const degrees = highestDegree(prepared.model);
  const known = new Levels(prepared, degrees, { unknown: false, strength: true }, 'b');
  const { naming } = prepared;
  const firm = Array.from({ length: prepared.space.size }, (_, s) => s).filter(
    (s) => known.at(USUAL_CONCEPT, s) !== undefined,
  );
  const strongest = (s: number): number => known.at(USUAL_CONCEPT, s) ?? degrees + 1;
  return {
    degrees,
    count: known.count(),
    ...(asked.length === 0
      ? {}
      : {
          hybrid: asked.map((extension) => ({
            extension,
            count: new Levels(
              prepared,
              degrees,
              { unknown: true, strength: true },
              extension,
            ).count(),
          })),
        }),
    equilibria: firm
      .sort((a, b) => strongest(b) - strongest(a) || nearer(courses, a, b) || a - b)
      .slice(0, LISTED)
      .map((s) => ({
        state: naming.state(s),
        reachable: courses.reach(s),
        level: Object.fromEntries(
          RESPONSE_CONCEPTS.flatMap((concept) => {
            const level = known.at(concept, s);
            return level === undefined ? [] : [[concept, level]];
          }),
        ),
      })),
  };
}

/** By concept and state, the loss in degrees that deters at least. */
class Levels {
  readonly #levels: readonly Map<ResponseConcept, Uint8Array>[];

  constructor(
    readonly prepared: Prepared,
    readonly degrees: number,
    beyond: Beyond,
    extension: Extension,
  ) {
    const relations = relationsOf(prepared, beyond);
    this.#levels = Array.from({ length: degrees + 1 }, (_, level) =>
      equilibria(prepared, relations, extension, level),
    );
  }

  /** Undefined: the state would not hold. Null: nobody would move. */
  at(concept: ResponseConcept, s: number): number | null | undefined {
    if (this.#levels[0].get(concept)![s] === 0) return undefined;
    if (this.#levels[0].get(UNANSWERED)![s] === 1) return null;
    let level = 0;
    while (level < this.degrees && this.#levels[level + 1].get(concept)![s] === 1) level++;
    return level;
  }

  count(): StrengthCount {
    const deterring = RESPONSE_CONCEPTS.filter((concept) => ruleOf(concept).answers !== 'none');
    return Object.fromEntries(
      deterring.map((concept) => {
        const tally = { strong: 0, weak: 0, noBetterMove: 0 };
        for (let s = 0; s < this.prepared.space.size; s++) {
          const level = this.at(concept, s);
          if (level === null) tally.noBetterMove++;
          else if (level !== undefined) tally[level >= 2 ? 'strong' : 'weak']++;
        }
        return [concept, tally];
      }),
    ) as StrengthCount;
  }
}

/**
 * Why a state is stable or not for an actor under an extension: each move it would make, what is known
 * of it, and the answer that deters it or the absence of one.
 * @throws AnalysisError 'unknown-actor', 'too-many-worlds'.
 */
export function explainExtension(
  prepared: Prepared,
  state: number,
  actorId: string,
  concept: ResponseConcept,
  extension: Extension,
): RelationalExplanationResult {
  expectPublishedRule(prepared.game.opponentsRule, 'extensions are defined');
  const actor = actorNamed(prepared, actorId);
  const mover = prepared.deciders.indexOf(actor);
  const { naming } = prepared;
  const base = {
    state: naming.state(state),
    actor: actor.id,
    concept,
    extension,
  } as const;
  if (mover < 0) return { ...base, stable: true, moves: 0, improvements: [] };
  const relations = relationsOf(prepared, { unknown: true, strength: true });
  const why = explainRelational(
    prepared.game,
    relations,
    { extension, level: 0 },
    mover,
    state,
    concept,
  );
  return {
    ...base,
    stable: why.stable,
    moves: why.moves,
    improvements: why.improvements.map(({ to, degree, sanction, answers }) => ({
      step: naming.step(mover, state, to),
      to: naming.state(to),
      degree,
      sanction: sanction && {
        path: sanction.path.map(({ by, from, to: next }) => naming.step(by[0], from, next)),
        result: naming.state(sanction.to),
        loss: sanction.loss,
      },
      answersLookedAt: answers,
    })),
  };
}

function relationsOf(prepared: Prepared, beyond: Beyond): PreferenceRelation[] {
  return prepared.deciders.map((actor) => relationOf(prepared, actor, beyond));
}

/** By concept, where every decision maker is stable. */
function equilibria(
  prepared: Prepared,
  relations: readonly PreferenceRelation[],
  extension: Extension,
  level: number,
): Map<ResponseConcept, Uint8Array> {
  const kernel = relationalKernel(prepared.game, relations, { extension, level });
  return new Map(
    RESPONSE_CONCEPTS.map((concept) => {
      const all = new Uint8Array(prepared.space.size).fill(1);
      relations.forEach((_, mover) => {
        const stable = kernel(mover, concept);
        for (let s = 0; s < all.length; s++) all[s] &= stable[s];
      });
      return [concept, all] as const;
    }),
  );
}

function unknownShare({ classOf, classes, compare }: PreferenceRelation): number {
  const sizes = new Float64Array(classes);
  for (const k of classOf) sizes[k]++;
  let unknown = 0;
  for (let a = 0; a < classes; a++)
    for (let b = 0; b < a; b++) if (Number.isNaN(compare(a, b))) unknown += sizes[a] * sizes[b];
  const pairs = (classOf.length * (classOf.length - 1)) / 2;
  return pairs === 0 ? 0 : unknown / pairs;
}

function nearer(courses: Courses, a: number, b: number): number {
  return courses.farness(a) - courses.farness(b);
}

function total(verdicts: Uint8Array): number {
  return verdicts.reduce((sum, one) => sum + one, 0);
}

function byConcept<T>(of: (concept: ResponseConcept) => T): Record<ResponseConcept, T> {
  return Object.fromEntries(RESPONSE_CONCEPTS.map((c) => [c, of(c)])) as Record<ResponseConcept, T>;
}
