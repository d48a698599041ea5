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
  const { concept } = STANDARDS[standard];
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
  return replay(situation).events.flatMap(({ id, later, evidence, breaks, steps }) => {
    const base = { about: id, later, evidence } as const;
    if (breaks.length > 0)
      return [
        {
          ...base,
          kind: 'possible',
          actor: null,
          fits: false,
          step: null,
          breaks,
        },
      ];
    return steps.map(({ step, legal, change, because }): PlausibleCheck => ({
      ...base,
      ...(legal ? { kind: 'moved', change, because } : { kind: 'possible', breaks: [] }),
      actor: step.actor,
      fits: legal && change === 'better',
      step,
    }));
  });
}

function extremes({ model, states }: Situation): PlausibleCheck[] {
  return model.extremes.map(({ kind, actor, scenario, evidence }) => {
    const { holds } = model.scenarios.find(({ id }) => id === scenario)!;
    return {
      kind: 'extreme',
      extreme: kind,
      about: scenario,
      actor,
      fits: isExtremeSet(states, kind, actor, states.where(holds)),
      step: null,
      later: false,
      evidence,
    };
  });
}

/** Options that no improvement of their owner ever changes, whatever the state. */
function usedOptions({ model, states }: Situation): PlausibleCheck[] {
  return model.options.map(({ id, owner, evidence }) => {
    const taken = states.where({ op: 'option', id });
    const open = states.all.minus(taken);
    return {
      kind: 'used',
      about: id,
      actor: owner,
      fits: states.improves(owner, open, taken) || states.improves(owner, taken, open),
      step: null,
      later: false,
      evidence,
    };
  });
}

/** Whether those who draw a red line stand on their side of it today. */
function redLines({ model, states }: Situation): PlausibleCheck[] {
  const [now] = states.now;
  return model.actors.flatMap((actor) =>
    redLinesOf(actor).map(({ wants, text, label, evidence }) => ({
      kind: 'line',
      line: label ?? text,
      about: actor.id,
      actor: actor.id,
      fits: states.where(wants).has(now),
      step: null,
      later: false,
      evidence,
    })),
  );
}
