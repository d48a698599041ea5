/**
 * The concepts of stability, each a value that says its rule. Whatever judges reads the rule,
 * whatever tells or lists reads the rest: one concept more of a rule that there is is one entry here.
 */

/** 1 where the state, by index, is stable. */
export type Verdicts = Uint8Array;

/** How an outcome is held, in words for anyone. */
interface Holding {
  readonly title: string;
  /** After "… would hold": the title as a clause. */
  readonly clause: string;
  /** Whether it takes nothing that anybody would not want to do. */
  readonly firm: boolean;
  readonly meaning: string;
}

/** How an outcome is held by the answers that deter: the firmest hold first. */
const HELD_BY = {
  none: {
    title: 'Nobody has a better move',
    clause: 'because nobody has a better move',
    firm: true,
    meaning: 'No decision maker could do better by a move of its own.',
  },
  credible: {
    title: 'Held by answers in the others’ own interest',
    clause: 'because others would answer a better move in their own interest',
    firm: true,
    meaning:
      'Somebody could do better at once, but the others would then answer by moves that are improvements for them, and the first mover would end no better off than it started.',
  },
  any: {
    title: 'Held only by answers at any price',
    clause: 'only if others were ready to answer at any price to themselves',
    firm: false,
    meaning:
      'Somebody could do better at once, and the others could make it regret that, but only by answers that not all of them would want to give.',
  },
  simultaneous: {
    title: 'Held only if others move at the same moment',
    clause: 'only if others happened to move at the same moment',
    firm: false,
    meaning:
      'A single better move would pay, but not where another decision maker moves at the same time.',
  },
} as const satisfies Record<string, Holding>;

/**
 * Which answers deter: none, so that every improvement is made; moves in turn, each an improvement
 * for whoever makes it (credible), or not (any); or improvements made at the same moment.
 */
export type AnswerKind = keyof typeof HELD_BY;

/**
 * A state is stable for a decision maker when each of its improvements meets an answer that counts
 * and leaves it no better off; where it may escape, when besides no move of its own leads from there
 * to anything better.
 */
export interface Rule {
  readonly answers: AnswerKind;
  readonly escape: boolean;
}

/** A stability concept for one decision maker. */
export interface Definition extends Rule {
  readonly name: string;
  /** What it takes for a decision maker to stay, as a clause: "it stays if …". */
  readonly meaning: string;
  /** The definition in one sentence, in the words of the field. */
  readonly sentence: string;
  readonly source: string;
}

/** Of one decision maker (theory 3.2-3.7). */
export const DEFINITIONS = {
  Nash: {
    answers: 'none',
    escape: false,
    name: 'Nash stability',
    meaning: 'it has no better move',
    sentence: 'A state is Nash stable for a decision maker that has no improvement from it.',
    source: 'Nash 1950; in graph form Fang, Hipel, Kilgour 1989',
  },
  GMR: {
    answers: 'any',
    escape: false,
    name: 'general metarationality',
    meaning:
      'the others could answer each of its better moves so that it ends no better off, whether or not they would want to',
    sentence:
      'A state is GMR stable for a decision maker if after each of its improvements the others can move, whether or not they would want to, to a state that is no better for it than this one.',
    source: 'Howard 1971',
  },
  SMR: {
    answers: 'any',
    escape: true,
    name: 'symmetric metarationality',
    meaning:
      'the others could so answer, whether or not they would want to, and a further move of its own would not help it',
    sentence:
      'A state is SMR stable for a decision maker if after each of its improvements the others can move, whether or not they would want to, to a state that is no better for it than this one, and from which no move of its own leads to a better one.',
    source: 'Howard 1971',
  },
  SEQ: {
    answers: 'credible',
    escape: false,
    name: 'sequential stability',
    meaning:
      'the others could answer each of its better moves, by moves in their own interest, so that it ends no better off',
    sentence:
      'A state is SEQ stable for a decision maker if after each of its improvements the others can move, by improvements of their own only, to a state that is no better for it than this one.',
    source: 'Fraser, Hipel 1979, 1984',
  },
  SSEQ: {
    answers: 'credible',
    escape: true,
    name: 'symmetric sequential stability',
    meaning:
      'the others could so answer in their own interest, and a further move of its own would not help it',
    sentence:
      'A state is SSEQ stable for a decision maker if after each of its improvements the others can move, by improvements of their own only, to a state that is no better for it than this one, and from which no move of its own leads to a better one.',
    source: 'Rêgo, Vieira 2015, 2017',
  },
  SIM: {
    answers: 'simultaneous',
    escape: false,
    name: 'simultaneous sanctioning',
    meaning:
      'each of its better moves would leave it no better off if others made better moves at the same moment',
    sentence:
      'A state is SIM stable for a decision maker if each of its improvements can lead to a state that is no better for it than this one where others make improvements at the same moment.',
    source: 'Fraser, Hipel 1984',
  },
} as const satisfies Record<string, Definition>;

export type StabilityConcept = keyof typeof DEFINITIONS;

/** Those whose deterrents are moves in turn, or none: all that relations and slack are defined for. */
export type ResponseConcept = {
  [C in StabilityConcept]: (typeof DEFINITIONS)[C]['answers'] extends 'simultaneous' ? never : C;
}[StabilityConcept];

/** Of these the ones that know a deterrent. */
export type DeterrentConcept = {
  [C in ResponseConcept]: (typeof DEFINITIONS)[C]['answers'] extends 'none' ? never : C;
}[ResponseConcept];

/** A concept of a coalition: that of one decision maker, asked of what its members do together. */
export interface CoalitionDefinition {
  /** What it is for a coalition of one: its rule. */
  readonly alone: ResponseConcept;
  /** What it takes for a coalition to stay, as a clause: "it stays if …". */
  readonly meaning: string;
  readonly source: string;
}

/** Of a coalition (theory 5.2). */
export const COALITION_DEFINITIONS = {
  CNash: {
    alone: 'Nash',
    meaning: 'it has nothing better to go to',
    source: 'Kilgour, Hipel, Fang, Peng 2001',
  },
  CGMR: {
    alone: 'GMR',
    meaning: 'those outside could answer so that some member is no better off',
    source: 'Kilgour, Hipel, Fang, Peng 2001; Inohara, Hipel 2008',
  },
  CSMR: {
    alone: 'SMR',
    meaning: 'those outside could so answer that, besides, it could not make that good',
    source: 'Kilgour, Hipel, Fang, Peng 2001; Inohara, Hipel 2008',
  },
  CSEQ: {
    alone: 'SEQ',
    meaning: 'those outside could so answer in their own interest',
    source: 'Kilgour, Hipel, Fang, Peng 2001; Inohara, Hipel 2008',
  },
} as const satisfies Record<string, CoalitionDefinition>;

export type CoalitionConcept = keyof typeof COALITION_DEFINITIONS;

/** A concept by which two decision makers look several moves ahead. */
export interface ForesightDefinition {
  /** As what the kernels know it. */
  readonly kind: 'limited' | 'non-myopic' | 'Stackelberg' | 'maximin';
  /** Whether a number of moves stands behind the code, 1 to 99. */
  readonly horizon: boolean;
  /** Whether the definition has not been checked against its publication. */
  readonly experimental: boolean;
  /** What it supposes, as a clause, in which the number of moves stands for {moves}. */
  readonly meaning: string;
  readonly source: string;
}

/** Of two decision makers who look ahead (theory 3.9-3.12). */
export const FORESIGHT_DEFINITIONS = {
  L: {
    kind: 'limited',
    horizon: true,
    experimental: false,
    meaning: 'both look {moves} ahead',
    source: 'Kilgour 1985; Fang, Hipel, Kilgour 1989',
  },
  NonMyopic: {
    kind: 'non-myopic',
    horizon: false,
    experimental: false,
    meaning: 'both look ahead as far as one likes',
    source: 'Brams, Wittman 1981; Kilgour 1984',
  },
  Stackelberg: {
    kind: 'Stackelberg',
    horizon: false,
    experimental: false,
    meaning: 'the leader looks two moves ahead, the follower one',
    source: 'Fang, Hipel, Kilgour 1993',
  },
  Maximin: {
    kind: 'maximin',
    horizon: true,
    experimental: true,
    meaning: 'each looks {moves} ahead and expects the other to do it as much harm as it can',
    source: 'Rêgo, Vieira',
  },
} as const satisfies Record<string, ForesightDefinition>;

export type ForesightCode = keyof typeof FORESIGHT_DEFINITIONS;

/**
 * A code of these, with the number of moves where it takes one: "L3".
 * @pattern ^(L[1-9][0-9]?|NonMyopic|Stackelberg|Maximin[1-9][0-9]?)$
 */
export type ForesightConcept = {
  [C in ForesightCode]: (typeof FORESIGHT_DEFINITIONS)[C]['horizon'] extends true
    ? `${C}${number}`
    : C;
}[ForesightCode];

export const CONCEPTS = codesOf(DEFINITIONS);
export const COALITION_CONCEPTS = codesOf(COALITION_DEFINITIONS);
export const FORESIGHT_CODES = codesOf(FORESIGHT_DEFINITIONS);

/** Those whose deterrents are moves in turn, or none. */
export const RESPONSE_CONCEPTS = CONCEPTS.filter(isResponse);

/** What is looked at where no concept is named: the answers are those to be expected. */
export const USUAL_CONCEPT = 'SEQ' satisfies StabilityConcept;

/** By what a decision maker stays just where it has no improvement. */
export const UNANSWERED = 'Nash' satisfies Exclude<ResponseConcept, DeterrentConcept>;

const ANSWERS = codesOf(HELD_BY);

/** From the one that asks most of a deterrent: by who would have to want what, then by escape. */
export const FIRMEST_FIRST: readonly StabilityConcept[] = [...CONCEPTS].sort((a, b) => {
  const [one, other] = [DEFINITIONS[a], DEFINITIONS[b]];
  return (
    ANSWERS.indexOf(one.answers) - ANSWERS.indexOf(other.answers) ||
    Number(other.escape) - Number(one.escape)
  );
});

export interface Hold extends Holding {
  readonly answers: AnswerKind;
  /** One of these is enough. */
  readonly concepts: readonly StabilityConcept[];
}

/** The firmest first. */
export const HOLDS: readonly Hold[] = ANSWERS.map((answers) => ({
  ...HELD_BY[answers],
  answers,
  concepts: FIRMEST_FIRST.filter((concept) => DEFINITIONS[concept].answers === answers),
}));

/** One for each way in which answers in turn are looked at, without escape; the firmest first. */
export const PLAIN_CONCEPTS = FIRMEST_FIRST.filter(
  (concept) => isResponse(concept) && !DEFINITIONS[concept].escape,
);

/** What holds firmly holds under one of these. */
export const FIRM_CONCEPTS = PLAIN_CONCEPTS.filter((concept) => isFirm([concept]));

/** Whether deterrents are moves in turn, or there are none. */
export function isResponse(concept: StabilityConcept): concept is ResponseConcept {
  return DEFINITIONS[concept].answers !== 'simultaneous';
}

/** The rule of a concept; of a coalition's the one of each decision maker. */
export function ruleOf(concept: StabilityConcept | CoalitionConcept): Rule {
  return DEFINITIONS[isOfCoalitions(concept) ? COALITION_DEFINITIONS[concept].alone : concept];
}

function isOfCoalitions(concept: StabilityConcept | CoalitionConcept): concept is CoalitionConcept {
  return Object.hasOwn(COALITION_DEFINITIONS, concept);
}

/** The firmest hold that a set of concepts amounts to; null where the set is empty. */
export function holdOf(concepts: readonly (StabilityConcept | CoalitionConcept)[]): Hold | null {
  return (
    HOLDS.find(({ answers }) => concepts.some((one) => ruleOf(one).answers === answers)) ?? null
  );
}

/** Whether what holds under some of these would hold without anybody answering against its own interest. */
export function isFirm(concepts: readonly (StabilityConcept | CoalitionConcept)[]): boolean {
  return holdOf(concepts)?.firm === true;
}

/** Whether what is stable under one rule is so under the other, in every model (theory 3.8). */
export function implies(one: Rule, other: Rule): boolean {
  if (one.answers === 'none') return true;
  if (other.escape && !one.escape) return false;
  return one.answers === other.answers || (one.answers === 'credible' && other.answers === 'any');
}

/** Whether the verdict rests on the moves of all, but on nobody's ranking but the mover's own. */
export function restsOnOwnRanking({ answers }: Rule): boolean {
  return answers === 'none' || answers === 'any';
}

function codesOf<T extends object>(table: T): readonly (keyof T)[] {
  return Object.keys(table) as (keyof T)[];
}
