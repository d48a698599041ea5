import { QUESTIONS, type Lane } from '@standoff/questions';

/** What the page asks for itself, beside the questions that every door asks. */
const OWN = {
  firstOfBriefing: 'quick',
  table: 'quick',
  restOfBriefing: 'view',
  matching: 'view',
  levels: 'view',
  problems: 'view',
  courseGraph: 'view',
  allMoves: 'view',
  briefingOf: 'view',
  report: 'long',
  compareTexts: 'long',
} as const satisfies Record<string, Lane>;

export type OwnName = keyof typeof OWN;
export type AskedName = OwnName | keyof typeof QUESTIONS;

/**
 * Which worker answers what: a lane never waits for a slower one. In the order in which a lane is
 * asked. What each is stands in questions.ts, which only the workers load.
 */
export const LANES: Readonly<Record<AskedName, Lane>> = {
  ...OWN,
  ...(Object.fromEntries(Object.values(QUESTIONS).map(({ name, lane }) => [name, lane])) as Record<
    keyof typeof QUESTIONS,
    Lane
  >),
};

/** What is made of the text itself, remarks and all; everything else is of the model in it. */
export const OF_TEXT: ReadonlySet<string> = new Set<AskedName>(['report']);
