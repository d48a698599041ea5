import { stateMeant, type Situation } from '@standoff/situation';
import { actorNamed } from './explain/solve.js';
import type { Answer, Asked, Means, Parameter, Question, Takes, ValueOf } from './question.js';

/** What a door has been given for a question's options: states and actors by reference. */
export type Given<T extends Takes> = {
  readonly [Name in keyof T]?: T[Name]['kind'] extends 'state' | 'actor'
    ? string
    : ValueOf<T[Name]>;
};

/**
 * The answer to a question of a situation.
 * @throws AnalysisError where a reference means nothing, or the model has no answer.
 */
export async function answerTo<T extends Takes, A extends Answer>(
  { takes, solve }: Question<T, A>,
  situation: Situation,
  given: Given<T> = {},
  means: Means = {},
): Promise<A> {
  const solved = await solve();
  const options = Object.fromEntries(
    Object.entries(given)
      .filter(([name, value]) => name in takes && value !== undefined)
      .map(([name, value]) => [name, meant(takes[name], value, situation)]),
  ) as Asked<T>;
  return solved(situation, { ...options, ...means });
}

function meant({ kind }: Parameter, value: unknown, situation: Situation): unknown {
  if (kind === 'state') return stateMeant(situation, value as string);
  if (kind === 'actor') return actorNamed(situation, value as string).id;
  return value;
}
