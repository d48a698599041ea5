import type { ResponseConcept } from '@standoff/engine';

/** What is taken for granted of those who move, for holding and for moving alike. */
export interface StandardDefinition {
  /** Where all are stable under it, a state holds; what it leaves undeterred, the course follows. */
  readonly concept: ResponseConcept;
  readonly name: string;
  /** After "a state holds where …". */
  readonly holds: string;
  /** After "if …": what each does who reckons so. */
  readonly reckons: string;
  /** After "its better moves", where they are undone; null: none are. */
  readonly undone: string | null;
}

/**
 * The standards, from the one that asks least of those who move. One concept decides both what holds
 * and where the course leads, so that the course stays just where the state holds.
 */
export const STANDARDS = {
  'at-once': {
    concept: 'Nash',
    name: 'at once',
    holds: 'nobody has a better move',
    reckons: 'each looked at the next step alone',
    undone: null,
  },
  'looking-ahead': {
    concept: 'SEQ',
    name: 'looking ahead',
    holds:
      'each better move would be answered, in the others’ own interest, so that its mover ends no better off',
    reckons: 'each reckoned with the answers that are in the others’ interest',
    undone: 'would be answered so that it ends no better off',
  },
  guarded: {
    concept: 'GMR',
    name: 'guarded',
    holds:
      'each better move could be answered, at whatever price, so that its mover ends no better off',
    reckons: 'each reckoned with every answer there is, at whatever price',
    undone: 'could be answered so that it ends no better off',
  },
} as const satisfies Record<string, StandardDefinition>;

export type Standard = keyof typeof STANDARDS;

export const STANDARD_NAMES = Object.keys(STANDARDS) as readonly Standard[];

export const USUAL_STANDARD = 'looking-ahead' satisfies Standard;
