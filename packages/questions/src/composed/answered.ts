import type { QuestionName } from '../questions.js';

/** The questions that the composed answer asks, in its order. */
export const ANSWERED = [
  'briefing',
  'outlook',
  'scenarios',
  'commitments',
  'factions',
  'stakeholders',
  'robustness',
  'mediate',
  'replay',
  'plausible',
] as const satisfies readonly QuestionName[];
export type Answered = (typeof ANSWERED)[number];
