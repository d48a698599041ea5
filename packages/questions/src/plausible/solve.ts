import { isSet } from '@standoff/engine';
import type { Evidence } from '@standoff/model';
import {
  isExtreme,
  improvementsFrom,
  conceptsFor,
  situationShown,
  type Prepared,
  type SituationShown,
  type Step,
} from '@standoff/situation';
import { replay } from '../replay/solve.js';

/** The answer of `standoff plausible --json`: where what is observed does not fit the model. */
export interface PlausibleResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/plausible/1';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** What was looked at, one by one. */
  readonly checks: readonly PlausibleCheck[];
}

export interface PlausibleCheck {
  /**
   * stays: whoever has not moved in the status quo should be stable there. moved: what an actor did
   * should have been an improvement for it. possible: what happened should be possible. extreme: what
   * is said to be worst or best should be. used: an option should be one that its owner has a reason to
   * change in some state.
   */
  readonly kind: 'stays' | 'moved' | 'possible' | 'extreme' | 'used';
  /** An actor, an event, a scenario or an option, by id. */
  readonly about: string;
  /** The id of the actor concerned; null: none in particular. */
  readonly actor: string | null;
  /** Whether the model agrees. */
  readonly fits: boolean;
  /** What shows it: the improvement that nothing deters, the step that was none. */
  readonly step: Step | null;
  /** What was looked at, in a few words. */
  readonly text: string;
  /** After the date of the model: it tests it, but was not known when it was made. */
  readonly later: boolean;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
}

/**
 * What is observed, held against the model, check by check; nothing is tuned so that it fits. Ours.
 */
export function plausible(prepared: Prepared): PlausibleResult {
  return {
    schema: 'standoff/plausible/1',
    situation: situationShown(prepared.model),
    checks: [
      ...stays(prepared),
      ...happened(prepared),
      ...extremes(prepared),
      ...usedOptions(prepared),
    ],
  };
}

function stays(prepared: Prepared): PlausibleCheck[] {
  const { deciders, statusQuo } = prepared;
  const [now] = statusQuo;
  const { judged } = prepared;
  const { naming } = prepared;
  const improvements = improvementsFrom(prepared, now);
  return deciders.map((actor, mover) => {
    const concepts = conceptsFor(judged, mover, now);
    const best = improvements.find((improvement) => improvement.mover === mover);
    return {
      kind: 'stays',
      about: actor.id,
      actor: actor.id,
      fits: concepts.length > 0,
      step: best ? naming.step(mover, now, best.to) : null,
      text:
        concepts.length > 0
          ? `stable under ${concepts.join(', ')}`
          : 'stable under no concept, and yet it has not moved',
      later: false,
      evidence: actor.evidence,
    };
  });
}

function happened(prepared: Prepared): PlausibleCheck[] {
  return replay(prepared).events.flatMap(({ id, label, later, evidence, breaks, steps }) => {
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

function extremes({ model, truth, lowering, ranks, space }: Prepared): PlausibleCheck[] {
  return model.extremes.map(({ kind, actor, scenario, evidence }) => {
    const { label, holds } = model.scenarios.find(({ id }) => id === scenario)!;
    const bits = truth.of(lowering.formula(holds));
    const inside = new Set(
      Array.from({ length: space.size }, (_, s) => s).filter((s) => isSet(bits, s)),
    );
    const fits = isExtreme(kind, ranks.get(actor)!, inside);
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
function usedOptions(prepared: Prepared): PlausibleCheck[] {
  const { model, space } = prepared;
  let changed = 0;
  for (let s = 0; s < space.size; s++)
    for (const { to } of improvementsFrom(prepared, s)) changed |= space.codes[s] ^ space.codes[to];
  return model.options.map(({ id, label, owner, evidence }, k) => {
    const fits = ((changed >>> k) & 1) === 1;
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
