import { nearest, type OptionId } from '@standoff/model';
import { AnalysisError } from './errors.js';
import { largeCodeOf } from './large-lowering.js';
import { oneNamed } from './one-named.js';
import type { Prepared } from './prepare.js';
import type { Situation } from './situation.js';
import type { State } from './states.js';

/**
 * The state that a reader means. Understood: `status quo` (or `now`); the id or label of a named
 * state; a scenario that holds in a single state; a column of Y and N; `#12`, a decimal number;
 * options taken, separated by commas (`NK.suspend, US.meet`; `none` for no option at all); changes
 * to the status quo (`+US.meet, -NK.suspend`). A label in another case counts where nothing is called
 * so exactly.
 * @throws AnalysisError 'unknown-state' or 'unknown-option'.
 */
export function stateMeant(situation: Situation, reference: string): State {
  const { model, states } = situation;
  const text = reference.trim();
  const lower = text.toLowerCase();
  if (['status quo', 'statusquo', 'status-quo', 'now'].includes(lower)) return states.now[0];
  const named = stateNamed(situation, text);
  if (named) return feasible(situation, largeCodeOf(model, new Set(named.taken)), reference);
  const scenario = oneNamed(model.scenarios, text, 'unknown-state');
  if (scenario) {
    const inside = states.where(scenario.holds);
    if (inside.count === 1n) return inside.first(1)[0];
    throw new AnalysisError(
      'unknown-state',
      `the scenario ${scenario.id} holds in ${inside.count} states, not in one`,
      inside.isEmpty
        ? 'the constraints rule it out, or it contradicts itself'
        : `"standoff states --scenario ${scenario.id}" lists them; name one by the options taken in it`,
    );
  }
  if (/^[YN]+$/i.test(text) && text.length === model.options.length)
    return feasible(
      situation,
      largeCodeOf(
        model,
        new Set(model.options.filter((_, k) => lower[k] === 'y').map(({ id }) => id)),
      ),
      reference,
    );
  const decimal = /^#(\d+)$/.exec(text);
  if (decimal) return feasible(situation, BigInt(decimal[1]), reference);
  return feasible(situation, largeCodeOf(model, optionsNamed(situation, text)), reference);
}

/** The named state, where no scenario has just this id. */
export function stateNamed({ model }: Situation, text: string) {
  // An id is that of one thing. A label may be that of a state and of the scenario that it makes up.
  const exactly = model.scenarios.some(({ id }) => id === text);
  return exactly ? null : oneNamed(model.states, text, 'unknown-state');
}

function optionsNamed(situation: Situation, text: string): Set<OptionId> {
  if (text === '' || text.toLowerCase() === 'none') return new Set();
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const relative = words.some((word) => /^[+-]/.test(word));
  const taken = new Set<OptionId>(
    relative ? situation.states.shown(situation.states.now[0]).taken : [],
  );
  const dropped = new Set<OptionId>();
  const wanted = new Set<OptionId>();
  for (const word of words)
    for (const id of optionIds(situation, word.replace(/^[+-]\s*/, '')))
      (word.startsWith('-') ? dropped : wanted).add(id);
  const both = [...dropped].find((id) => wanted.has(id));
  if (both !== undefined)
    throw new AnalysisError(
      'unknown-state',
      `"${text}" takes ${both} and gives it up`,
      `write +${both} or -${both}, not both`,
    );
  for (const id of wanted) taken.add(id);
  for (const id of dropped) taken.delete(id);
  return taken;
}

/** An option by id or by a name only one actor uses; an agreement stands for all its consents. */
function optionIds({ model }: Situation, word: string): readonly OptionId[] {
  const agreement = model.agreements.find(({ id }) => id === word);
  if (agreement) return agreement.consents;
  const matches = model.options.filter(({ id, name }) => id === word || name === word);
  if (matches.length === 1) return [matches[0].id];
  if (matches.length > 1)
    throw new AnalysisError(
      'unknown-option',
      `several actors have an option "${word}"`,
      `write ${matches.map(({ id }) => id).join(' or ')}`,
    );
  const near = nearest(
    word,
    model.options.flatMap(({ id, name }) => [id, name]),
  );
  const meant = model.options.find(({ id, name }) => near === id || near === name)?.id;
  throw new AnalysisError(
    'unknown-option',
    `there is no option or state called "${word}"`,
    meant !== undefined
      ? `did you mean ${meant}?`
      : 'name a state by the options taken in it, separated by commas',
  );
}

function feasible({ model, states, lowering }: Situation, code: State, reference: string): State {
  const largest = (1n << BigInt(model.options.length)) - 1n;
  if (code <= largest && states.all.has(code)) return code;
  if (code > largest)
    throw new AnalysisError(
      'unknown-state',
      `there is no state ${reference}`,
      `the largest number is #${largest}`,
    );
  const broken = model.constraints.filter(({ must }) => !lowering.holdsAt(must, code));
  throw new AnalysisError(
    'unknown-state',
    `"${reference}" is not a feasible state: it breaks ${broken.map(({ text }) => `"${text}"`).join(' and ')}`,
    'options that are not named count as not taken; "+" and "-" before each name change the status quo instead',
  );
}

/** The same as an index into the listed states. @throws AnalysisError as `stateMeant`. */
export function findState(prepared: Prepared, reference: string): number {
  return prepared.space.indexOf(Number(stateMeant(prepared, reference)));
}
