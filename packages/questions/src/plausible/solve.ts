import {
  bestImprovement,
  type Concept,
  type State,
  type States,
  isExtremeSet,
  redLinesOf,
  situationShown,
  STANDARDS,
  USUAL_STANDARD,
  type Situation,
  type Standard,
  atFirst,
} from '@standoff/situation';
import { replay } from '../replay/solve.js';
import type { PlausibleResult, PlausibleCheck } from './answer.js';

export interface PlausibleOptions {
  /** The usual one when left out. */
  readonly standard?: Standard;
  /** However long it takes: by the standard, also of very many states. */
  readonly full?: boolean;
}

/**
 * What is observed, held against the model, check by check; nothing is tuned so that it fits. Ours.
 */
export function plausible(
  given: Situation,
  { standard = USUAL_STANDARD, full = false }: PlausibleOptions = {},
): PlausibleResult {
  const situation = atFirst(given, full);
  return {
    schema: 'standoff/plausible/2',
    situation: situationShown(situation.model),
    standard,
    checks: [
      ...stays(situation, standard),
      ...happened(situation),
      ...extremes(situation),
      ...usedOptions(situation),
      ...redLines(situation),
    ],
  };
}

/** Of single states it is found out under every standard, also where the course cannot be followed under it. */
function stays({ deciders, states }: Situation, standard: Standard): PlausibleCheck[] {
  const [now] = states.now;
  const { concept, undone } = STANDARDS[standard];
  return deciders.map(({ id, evidence }) => {
    const { stable, undecided } = states.standing(id, now);
    const fits = stable.includes(concept) || (undecided.includes(concept) ? null : false);
    const best = bestImprovement(states, id, now);
    const shows = fits === false ? (undeterredFrom(states, id, now, concept) ?? best) : best;
    return {
      kind: 'stays',
      about: id,
      actor: id,
      fits,
      step: shows === null ? null : states.steps([{ actor: id, from: now, to: shows }])[0],
      text:
        shows === null
          ? 'has no better move'
          : fits === null
            ? `has a better move, and whether each ${undone} was not decided`
            : fits
              ? `has better moves, of which each ${undone}`
              : 'has reason to move, and yet it has not',
      later: false,
      evidence,
    };
  });
}

/** The best of the improvements that nothing deters; null: none is found. */
function undeterredFrom(states: States, id: string, now: State, concept: Concept): State | null {
  const improving = states.improving(id, now);
  if (improving.count > MOST_TRIED) return null;
  const better = improving.first(Number(MOST_TRIED)).sort((a, b) => states.compare(id, b, a));
  const found = better.find((to) => states.deterrences(id, now, concept, to)[0].deterred === false);
  return found ?? null;
}

/** Among more improvements none is looked for. */
const MOST_TRIED = 2n ** 14n;

function happened(situation: Situation): PlausibleCheck[] {
  return replay(situation).events.flatMap(({ id, label, later, evidence, breaks, steps }) => {
    const base = { about: id, later, evidence } as const;
    if (breaks.length > 0)
      return [
        {
          ...base,
          kind: 'possible',
          actor: null,
          fits: false,
          step: null,
          text: `“${label}” breaks ${breaks.map((text) => `“${text}”`).join(' and ')}`,
        },
      ];
    return steps.map(({ step, legal, change, because }): PlausibleCheck => ({
      ...base,
      kind: legal ? 'moved' : 'possible',
      actor: step.actor,
      fits: legal && change === 'better',
      step,
      text: legal
        ? `“${label}” ${change === 'better' ? 'made matters better' : change === 'worse' ? 'made matters worse' : 'changed nothing'} for it (${because})`
        : `“${label}” is no move that the model allows it`,
    }));
  });
}

function extremes({ model, states }: Situation): PlausibleCheck[] {
  return model.extremes.map(({ kind, actor, scenario, evidence }) => {
    const { label, holds } = model.scenarios.find(({ id }) => id === scenario)!;
    const fits = isExtremeSet(states, kind, actor, states.where(holds));
    return {
      kind: 'extreme',
      about: scenario,
      actor,
      fits,
      step: null,
      text: `“${label}” is ${fits ? '' : 'not '}the ${kind} by its preferences`,
      later: false,
      evidence,
    };
  });
}

/** Options that no improvement of their owner ever changes, whatever the state. */
function usedOptions({ model, states }: Situation): PlausibleCheck[] {
  return model.options.map(({ id, label, owner, evidence }) => {
    const taken = states.where({ op: 'option', id });
    const open = states.all.minus(taken);
    const fits = states.improves(owner, open, taken) || states.improves(owner, taken, open);
    return {
      kind: 'used',
      about: id,
      actor: owner,
      fits,
      step: null,
      text: `“${label}” is ${fits ? 'changed by some improvement of its owner' : 'never changed by an improvement of its owner'}`,
      later: false,
      evidence,
    };
  });
}

/** Whether those who draw a red line stand on their side of it today. */
function redLines({ model, states }: Situation): PlausibleCheck[] {
  const [now] = states.now;
  return model.actors.flatMap((actor) =>
    redLinesOf(actor).map(({ wants, text, label, evidence }) => {
      const fits = states.where(wants).has(now);
      return {
        kind: 'line',
        about: actor.id,
        actor: actor.id,
        fits,
        step: null,
        text: `stands ${fits ? 'on its side of' : 'beyond'} its own red line “${label ?? text}”`,
        later: false,
        evidence,
      };
    }),
  );
}
