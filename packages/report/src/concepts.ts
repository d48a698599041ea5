import type { Concept } from '@standoff/analysis';

/** How an outcome is held, from the firmest to the weakest, in words for anyone. */
export interface Hold {
  readonly title: string;
  /** After "… would hold": the title as a clause. */
  readonly clause: string;
  /** Whether it takes nothing that anybody would not want to do. */
  readonly firm: boolean;
  readonly meaning: string;
  /** One of these is enough. */
  readonly concepts: readonly Concept[];
}

export const HOLDS: readonly Hold[] = [
  {
    title: 'Nobody has a better move',
    clause: 'because nobody has a better move',
    firm: true,
    meaning: 'No decision maker could do better by a move of its own.',
    concepts: ['Nash'],
  },
  {
    title: 'Held by answers in the others’ own interest',
    clause: 'because others would answer a better move in their own interest',
    firm: true,
    meaning:
      'Somebody could do better at once, but the others would then answer by moves that are improvements for them, and the first mover would end no better off than it started.',
    concepts: ['SSEQ', 'SEQ'],
  },
  {
    title: 'Held only by answers at any price',
    clause: 'only if others were ready to answer at any price to themselves',
    firm: false,
    meaning:
      'Somebody could do better at once, and the others could make it regret that, but only by answers that not all of them would want to give.',
    concepts: ['SMR', 'GMR'],
  },
  {
    title: 'Held only if others move at the same moment',
    clause: 'only if others happened to move at the same moment',
    firm: false,
    meaning:
      'A single better move would pay, but not where another decision maker moves at the same time.',
    concepts: ['SIM'],
  },
];

/** The firmest hold that a set of concepts amounts to; null where the set is empty. */
export function holdOf(concepts: readonly Concept[]): Hold | null {
  return HOLDS.find((hold) => hold.concepts.some((concept) => concepts.includes(concept))) ?? null;
}

/** What it takes for a decision maker to stay, under each concept. */
export const CONCEPT_MEANINGS: Readonly<Record<Concept, string>> = {
  Nash: 'it has no better move',
  GMR: 'the others could answer each of its better moves so that it ends no better off, whether or not they would want to',
  SMR: 'the others could so answer, whether or not they would want to, and a further move of its own would not help it',
  SEQ: 'the others could answer each of its better moves, by moves in their own interest, so that it ends no better off',
  SSEQ: 'the others could so answer in their own interest, and a further move of its own would not help it',
  SIM: 'each of its better moves would leave it no better off if others made better moves at the same moment',
};
