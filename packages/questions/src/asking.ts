import {
  atFirst,
  scenarioMeant,
  stateMeant,
  type ScenarioMeant,
  type Situation,
} from '@standoff/situation';
import { actorNamed } from './explain/explanation.js';
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
  const asked = Object.entries(given).filter(
    ([name, value]) => name in takes && value !== undefined,
  );
  const scenario = asked
    .map(([name, value]) => {
      const taken = takes[name];
      return taken.kind === 'state' && taken.scenarios
        ? scenarioMeant(looked(takes, asked, situation), value as string)
        : null;
    })
    .find((one) => one !== null);
  const options = Object.fromEntries(
    asked.map(([name, value]) => [name, meant(takes[name], value, situation, scenario)]),
  ) as Asked<T>;
  return solved(situation, { ...options, ...(scenario && { scenario }), ...means });
}

/** As the question itself looks at it: where it has a first answer, and not all of it is asked for, as that does. */
function looked(
  takes: Takes,
  asked: readonly (readonly [string, unknown])[],
  situation: Situation,
): Situation {
  return 'full' in takes
    ? atFirst(
        situation,
        asked.some(([name, value]) => name === 'full' && value === true),
      )
    : situation;
}

function meant(
  parameter: Parameter,
  value: unknown,
  situation: Situation,
  scenario: ScenarioMeant | undefined,
): unknown {
  const { kind } = parameter;
  if (kind === 'state')
    return parameter.scenarios && scenario
      ? scenario.nearest
      : stateMeant(situation, value as string);
  if (kind === 'actor') return actorNamed(situation, value as string).id;
  return value;
}
