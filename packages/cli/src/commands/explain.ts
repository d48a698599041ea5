import {
  CONCEPTS,
  RESPONSE_CONCEPTS,
  USUAL_CONCEPT,
  type ForesightConcept,
  type Extension,
} from '@standoff/engine';
import {
  explainExtension,
  explainForesightAt,
  explainAt,
  slackOf,
  explanationsText,
  extensionExplanationsText,
  listed,
  foresightExplanationsText,
  type AnalysisResult,
  type ExplanationResult,
  type ForesightExplanationResult,
  type RelationalExplanationResult,
} from '@standoff/questions';
import {
  findState,
  prepare,
  situationOf,
  stateMeant,
  type Concept,
  type Prepared,
  type PrepareOptions,
} from '@standoff/situation';
import { parted, type AskedConcept } from '../arguments.js';
import { EXIT, usage } from '../failure.js';
import type { Io } from '../io.js';
import { ask, loadSituation, type Situation } from '../situation.js';
import { print, printAnswer, textOptions } from '../terminal.js';

/** The answer of `standoff explain --json`. */
export interface ExplanationsAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/explanations/1';
  /** Actor by actor, concept by concept. */
  readonly explanations: readonly ExplanationResult[];
}

/** The answer of `standoff explain --json --concept L3`, or another concept of looking ahead. */
export interface ForesightAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/foresight/1';
  /** Actor by actor. */
  readonly explanations: readonly ForesightExplanationResult[];
}

/** The answer of `standoff explain --json --extension a`, or another attitude to unknown preference. */
export interface RelationalExplanationsAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/relational-explanations/1';
  /** Actor by actor. */
  readonly explanations: readonly RelationalExplanationResult[];
}

interface ExplainFlags {
  readonly state: string;
  readonly actor?: string;
  readonly concept?: AskedConcept;
  readonly slack?: true;
  readonly extension?: Extension;
  readonly memory: number;
  readonly opponents: AnalysisResult['opponentsRule'];
  readonly json?: true;
}

/** `standoff explain`. */
export async function explain(io: Io, argument: string, flags: ExplainFlags): Promise<number> {
  const situation = await loadSituation(io, argument);
  const { concepts, foresight } = parted(flags.concept === undefined ? [] : [flags.concept]);
  if (flags.extension !== undefined) explainUnsure(io, situation, flags, flags.extension);
  else if (foresight.length > 0) explainAhead(io, situation, flags, foresight[0]);
  else explainNow(io, situation, flags, concepts.length > 0 ? concepts : CONCEPTS);
  return EXIT.fine;
}

function explainNow(
  io: Io,
  { model }: Situation,
  flags: ExplainFlags,
  concepts: readonly Concept[],
): void {
  const explanations = ask((): ExplanationResult[] => {
    const situation = situationOf(model, preparing(flags));
    const state = stateMeant(situation, flags.state);
    const swaps = flags.slack ? slackIn(situation.listed, flags.state) : null;
    return actorsAsked(situation, flags).flatMap((actor) =>
      concepts.map((concept): ExplanationResult => {
        const why = explainAt(situation, state, actor, concept);
        return swaps ? { ...why, slack: swaps(why.actor, concept) } : why;
      }),
    );
  });
  if (flags.json)
    printAnswer(
      io,
      flags.actor !== undefined && flags.concept !== undefined
        ? explanations[0]
        : { schema: 'standoff/explanations/1', explanations },
    );
  else print(io, explanationsText(model, explanations, textOptions(io)));
}

function slackIn(prepared: Prepared, reference: string) {
  const state = findState(prepared, reference);
  return (actor: string, concept: Concept) => slackOf(prepared, state, actor, concept);
}

/** The same where preferences are not fully known. */
function explainUnsure(
  io: Io,
  { model }: Situation,
  flags: ExplainFlags,
  extension: Extension,
): void {
  const concepts = RESPONSE_CONCEPTS.filter((c) => c === (flags.concept ?? USUAL_CONCEPT));
  if (concepts.length === 0 || flags.slack)
    throw usage(
      'extension',
      flags.slack
        ? '--slack counts swaps in a ranking, which --extension does without'
        : `an extension is defined for ${RESPONSE_CONCEPTS.join(', ')}, not for ${flags.concept}`,
      flags.slack ? 'ask for one of the two' : 'ask for one of these',
    );
  const explanations = ask(() => {
    const { prepared, state, actors } = asked(model, flags);
    return actors.map((actor) => explainExtension(prepared, state, actor, concepts[0], extension));
  });
  if (flags.json) printAnswer(io, { schema: 'standoff/relational-explanations/1', explanations });
  else print(io, extensionExplanationsText(model, explanations, textOptions(io)));
}

/** The same for a concept by which two decision makers look ahead. */
function explainAhead(
  io: Io,
  { model }: Situation,
  flags: ExplainFlags,
  concept: ForesightConcept,
): void {
  if (flags.slack)
    throw usage(
      'slack',
      `--slack is worked out for ${listed(RESPONSE_CONCEPTS)}, not for ${concept}`,
      'ask for one of these, or leave --slack out',
    );
  const explanations = ask(() => {
    const { prepared, state, actors } = asked(model, flags);
    return actors.flatMap((actor) => explainForesightAt(prepared, state, actor, concept));
  });
  if (flags.json) printAnswer(io, { schema: 'standoff/foresight/1', explanations });
  else print(io, foresightExplanationsText(model, explanations, textOptions(io)));
}

function asked(
  model: Situation['model'],
  flags: ExplainFlags,
): { prepared: Prepared; state: number; actors: readonly string[] } {
  const prepared = prepare(model, preparing(flags));
  return {
    prepared,
    state: findState(prepared, flags.state),
    actors: actorsAsked(prepared, flags),
  };
}

function preparing({ memory, opponents }: ExplainFlags): PrepareOptions {
  return { memory, opponentsRule: opponents };
}

function actorsAsked(
  { deciders }: Pick<Prepared, 'deciders'>,
  { actor }: ExplainFlags,
): readonly string[] {
  return actor === undefined ? deciders.map(({ id }) => id) : [actor];
}
