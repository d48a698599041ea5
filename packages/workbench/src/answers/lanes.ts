/**
 * Which worker answers a question: `quick` what a key stroke has to bring within a tenth of a second,
 * `view` what a view shows within a second, `long` the rest. A lane never waits for a slower one.
 */
export type Lane = 'quick' | 'view' | 'long';

/** Every question by name, in the order in which a lane is asked them. What each is asked stands in questions.ts, which only the workers load. */
export const LANES = {
  standing: 'quick',
  outlook: 'quick',
  states: 'quick',
  why: 'quick',
  whyHere: 'quick',
  matching: 'view',
  preferences: 'view',
  problems: 'view',
  lesson: 'view',
  scenarios: 'view',
  courseGraph: 'view',
  plausible: 'view',
  commitments: 'view',
  stakeholders: 'view',
  factions: 'view',
  replay: 'view',
  agreements: 'view',
  coalitions: 'long',
  paths: 'view',
  perceive: 'long',
  robustness: 'long',
  sensitivity: 'long',
  ask: 'long',
  evidence: 'long',
  grounds: 'long',
  mediate: 'long',
  report: 'long',
  compare: 'long',
} as const satisfies Record<string, Lane>;

export type QuestionName = keyof typeof LANES;
