import {
  CONCEPTS,
  RESPONSE_CONCEPTS,
  USUAL_CONCEPT,
  type Extension,
  type ForesightConcept,
} from '@standoff/engine';
import {
  AnalysisError,
  atFirst,
  isAtFirst,
  situationShown,
  Ways,
  type Concept,
  type Situation,
  type State,
  type ScenarioMeant,
} from '@standoff/situation';
import { explainExtension } from './extension.js';
import { listed } from '../told/english.js';
import type { ExplanationResult, ExplainResult, Explained } from './answer.js';
import { explainForesightAt } from './foresight.js';
import { foresightConcept } from './foresight-answer.js';
import { slackOf } from './slack.js';
import { explainEach } from './explanation.js';
import { scenarioAsked } from '../told/scenario-asked.js';

export interface ExplainOptions {
  /** The status quo when left out. */
  readonly state?: State;
  /** The id of an actor; every decision maker when left out. */
  readonly actor?: string;
  /** All stability concepts when left out. */
  readonly concept?: Concept | ForesightConcept;
  /** Also how many swaps in a ranking would change each verdict. */
  readonly slack?: boolean;
  /** How those act whose preferences are not fully known. */
  readonly extension?: Extension;
  /** The scenario of which the state is the nearest. */
  readonly scenario?: ScenarioMeant;
  /** However long it takes: all answers to every move, also of very many states. */
  readonly full?: boolean;
}

/**
 * Why a state is stable or not: for one actor or for all, under one concept or all of stability, under
 * one of looking ahead, or under an extension of one of them where preferences are not fully known.
 * @throws AnalysisError 'unknown-actor', 'slack', 'extension', 'not-two-decision-makers'.
 */
export function explain(given: Situation, options: ExplainOptions = {}): ExplainResult {
  const situation = atFirst(given, options.full);
  const { state = situation.states.now[0], scenario } = options;
  const firmest = scenario?.firmest ?? state;
  const nearest = explained(situation, state, options);
  const other = firmest === state ? null : explained(situation, firmest, options);
  return {
    schema: 'standoff/explain/2',
    situation: situationShown(situation.model),
    ...nearest,
    ...(scenario && { scenario: scenarioAsked(scenario) }),
    ...(other && { firmest: other }),
    ...(isAtFirst(situation.states) && (leavesOpen(nearest) || (other && leavesOpen(other)))
      ? { atFirst: true }
      : {}),
  };
}

function leavesOpen({ explanations }: Explained): boolean {
  return explanations.some(({ improvements }) => improvements.some(({ leftOpen }) => leftOpen));
}

function explained(
  situation: Situation,
  state: State,
  { actor, concept, slack, extension }: ExplainOptions,
): Explained {
  const actors = actor === undefined ? situation.deciders.map(({ id }) => id) : [actor];
  const { states } = situation;
  const answer = {
    state: states.shown(state),
    scenarios: states.scenariosOf(state),
    reachable: states.now.includes(state)
      ? { improvements: true, moves: true }
      : new Ways(states).reach(states.only(state)),
    explanations: [],
    foresight: [],
    extensions: [],
  } as const;
  if (extension !== undefined) {
    const extended = extendable(concept, slack ?? false);
    const { listed: prepared } = situation;
    const at = prepared.space.indexOf(Number(state));
    const extensions = actors.map((one) =>
      explainExtension(prepared, at, one, extended, extension),
    );
    return { ...answer, extensions };
  }
  const ahead = concept === undefined ? null : foresightConcept(concept);
  if (ahead !== null) {
    if (slack)
      throw new AnalysisError(
        'slack',
        `--slack is worked out for ${listed(RESPONSE_CONCEPTS)}, not for ${ahead}`,
        'ask for one of these, or leave --slack out',
      );
    const { listed: prepared } = situation;
    const at = prepared.space.indexOf(Number(state));
    const foresight = actors.flatMap((one) => explainForesightAt(prepared, at, one, ahead));
    return { ...answer, foresight };
  }
  const swaps = slack ? slackIn(situation, state) : null;
  const concepts = CONCEPTS.filter((one) => concept === undefined || one === concept);
  const explanations = actors.flatMap((one) =>
    explainEach(situation, state, one, concepts).map((why): ExplanationResult =>
      swaps ? { ...why, slack: swaps(why.actor, why.concept) } : why,
    ),
  );
  return { ...answer, explanations };
}

function slackIn({ listed: prepared }: Situation, state: State) {
  const at = prepared.space.indexOf(Number(state));
  return (actor: string, concept: Concept) => slackOf(prepared, at, actor, concept);
}

/** The concept that an extension is asked of. */
function extendable(
  concept: Concept | ForesightConcept = USUAL_CONCEPT,
  slack: boolean,
): (typeof RESPONSE_CONCEPTS)[number] {
  const found = RESPONSE_CONCEPTS.find((one) => one === concept);
  if (found !== undefined && !slack) return found;
  throw new AnalysisError(
    'extension',
    slack
      ? '--slack counts swaps in a ranking, which --extension does without'
      : `an extension is defined for ${RESPONSE_CONCEPTS.join(', ')}, not for ${concept}`,
    slack ? 'ask for one of the two' : 'ask for one of these',
  );
}
