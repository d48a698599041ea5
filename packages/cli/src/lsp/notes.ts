import { answerTo, QUESTIONS, scenarioInBrief } from '@standoff/questions';
import { situationOf, type Situation } from '@standoff/situation';

/** More states than this are not counted anew for every rule while somebody writes. */
const MOST_STATES = 20_000;

/**
 * What an editor writes behind elements, by their ids: of a scenario whether it would hold and how much
 * leads there, of a rule how many states there would be besides without it.
 */
export async function notesOf(situation: Situation): Promise<ReadonlyMap<string, string>> {
  const { model, states } = situation;
  const notes = new Map<string, string>();
  if (states.all.count > MOST_STATES) return notes;
  const { scenarios } = await answerTo(QUESTIONS.scenarios, situation);
  for (const scenario of scenarios) notes.set(scenario.id, scenarioInBrief(scenario));
  for (const { id } of model.constraints) {
    const besides = statesWithout(situation, id) - states.all.count;
    notes.set(
      id,
      besides === 0n
        ? 'rules nothing out that others do not'
        : `rules out ${besides.toLocaleString('en')} ${besides === 1n ? 'state' : 'states'}`,
    );
  }
  return notes;
}

function statesWithout({ model }: Situation, id: string): bigint {
  const constraints = model.constraints.filter((one) => one.id !== id);
  return situationOf({ ...model, constraints }).states.all.count;
}
