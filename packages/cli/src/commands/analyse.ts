import {
  analyseInWorkers,
  analyseLarge,
  answers,
  ANSWERED,
  analysisText,
  composedText,
  largeText,
  type AnalysisResult,
  type Answered,
  type Answers,
  type LargeAnalysisResult,
} from '@standoff/questions';
import {
  isTooLarge,
  AnalysisError,
  prepare,
  situationOf,
  situationShown,
  type SituationShown,
  type Standard,
} from '@standoff/situation';
import {
  MAX_EXPLICIT_OPTIONS,
  type Extension,
  type Watch,
  type WorkerPool,
} from '@standoff/engine';
import type { ConflictModel, PartialDate } from '@standoff/model';
import { parted, type AskedConcept } from '../arguments.js';
import { EXIT, Failure } from '../failure.js';
import type { Io } from '../io.js';
import { progressOn } from '../progress.js';
import { askOf } from '../question.js';
import { askLong, loadAtDays, mentionWarnings } from '../situation.js';
import { print, printAnswer, textOptions, USUAL_JSON } from '../terminal.js';
import { workerPool } from '../workers.js';

/** The answer of `standoff analyse --json`. */
export interface ComposedAnswer extends AnalysisResult {
  /** The answers to the questions asked beside it; missing where only outcomes were asked for. */
  readonly answers?: Answers;
}

/** The answer of `standoff analyse --json --only` some questions. */
export interface AnswersAlone {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/answers/2';
  /** What was asked about. */
  readonly situation: SituationShown;
  /** The answers asked for, as far as the situation has something to say to them. */
  readonly answers: Answers;
}

/** The same for a model whose states are too many to be listed. */
export interface ComposedLargeAnswer extends LargeAnalysisResult {
  /**
   * The answers to the questions asked beside it; missing where only outcomes were asked for, and where the
   * sets of states are too irregular.
   */
  readonly answers?: Answers;
}

interface AnalyseFlags {
  /** The answers to all questions instead of the point of them. */
  readonly full?: true;
  readonly standard?: Standard;
  readonly only?: readonly (Answered | 'outcomes')[];
  readonly concepts?: readonly AskedConcept[];
  readonly extension?: readonly Extension[];
  readonly strength?: true;
  /** True where no scope was given: all. */
  readonly coalitions?: true | { readonly size: number } | { readonly partition: string[][] };
  readonly stability?: true;
  readonly limit?: number;
  readonly memory: number;
  readonly opponents: AnalysisResult['opponentsRule'];
  readonly json?: true;
  readonly uncut?: true;
  /** The days as of which it is asked; none: the day of the situation. */
  readonly asOf?: readonly PartialDate[];
}

/** `standoff analyse`. */
export async function analyseCase(io: Io, argument: string, flags: AnalyseFlags): Promise<number> {
  const situations = await loadAtDays(io, argument, flags.asOf);
  const [situation] = situations;
  if (situations.length > 1) {
    const { memory, opponents, standard, json, uncut } = flags;
    const asked = { memory, opponents, standard, ...(json && { json }), ...(uncut && { uncut }) };
    return await askOf('compare', io, argument, situations, asked);
  }
  if (!flags.json && inBrief(flags)) {
    const { memory, opponents, standard } = flags;
    try {
      return await askOf('briefing', io, argument, [situation], { memory, opponents, standard });
    } catch (error) {
      // Where the states cannot be listed, what can be said without a list is told below.
      if (!(error instanceof Failure) || error.code !== 'too-large') throw error;
    }
  }
  const progress = progressOn(io);
  const pool = workerPool(io);
  const result = await askLong(
    async () =>
      answersAlone(situation.model, flags, progress.report) ??
      composed(
        situation.model,
        await answer(situation.model, flags, pool, progress.report),
        flags,
        progress.report,
      ),
  ).finally(() => {
    progress.clear();
    pool.close();
  });
  if (flags.json) printAnswer(io, result, roomFor(result, flags));
  else {
    const options = textOptions(io, argument);
    print(
      io,
      result.schema === 'standoff/large-analysis/2'
        ? largeText(result, options)
        : result.schema === 'standoff/analysis/2' && result.answers === undefined
          ? analysisText(result, options)
          : await composedText(situation.model, result.situation, result.answers!, options),
    );
    mentionWarnings(io, situation);
  }
  return EXIT.fine;
}

/** Whether nothing in particular is asked for. */
function inBrief(flags: AnalyseFlags): boolean {
  return flags.only === undefined && !flags.full && !inFull(flags);
}

/** So many characters of JSON for each state where nothing in particular is asked for, and at least. */
const FOR_EACH_STATE = 200;
const LEAST = 20_000;

/** How long the JSON of an answer may be: the less there is to be looked at, the shorter. */
function roomFor(
  result: ComposedAnswer | AnswersAlone | LargeAnalysisResult,
  flags: AnalyseFlags,
): number {
  if (flags.uncut || flags.limit !== undefined) return Infinity;
  if (result.schema !== 'standoff/analysis/2' || !inBrief(flags)) return USUAL_JSON;
  return Math.min(USUAL_JSON, Math.max(LEAST, FOR_EACH_STATE * result.space.feasible));
}

/** Flags that ask for more about the outcomes ask for them in full. */
function inFull({
  concepts,
  extension,
  strength,
  coalitions,
  stability,
  limit,
}: AnalyseFlags): boolean {
  return [concepts, extension, strength, coalitions, stability, limit].some(
    (flag) => flag !== undefined,
  );
}

/** The answers without the analysis, where only they are asked for. */
function answersAlone(
  model: ConflictModel,
  { only, memory, opponents: opponentsRule, standard, full }: AnalyseFlags,
  watch: Watch,
): AnswersAlone | null {
  const asked = ANSWERED.filter((question) => only?.includes(question));
  if (only === undefined || asked.length < only.length) return null;
  try {
    const situation = situationOf(model, { memory, opponentsRule });
    return {
      schema: 'standoff/answers/2',
      situation: situationShown(model),
      answers: answers(situation, asked, watch, standard, full),
    };
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return null;
  }
}

/** The analysis with the answers to the questions asked beside it; alone where only outcomes are. */
function composed(
  model: ConflictModel,
  result: AnalysisResult | LargeAnalysisResult,
  flags: AnalyseFlags,
  watch: Watch,
): ComposedAnswer | ComposedLargeAnswer {
  const asked = askedBeside(flags);
  if (asked.length === 0) return result;
  const { memory, opponents: opponentsRule, standard, full } = flags;
  const options = { memory, opponentsRule };
  if (result.schema === 'standoff/analysis/2')
    return {
      ...result,
      answers: answers(prepare(model, options), asked, watch, standard, full),
    };
  try {
    return {
      ...result,
      answers: answers(situationOf(model, options), asked, watch, standard, full),
    };
  } catch (error) {
    // Sets of states that are too irregular to be made: what was explored is all there is.
    if (!isTooLarge(error)) throw error;
    return result;
  }
}

/** The point where nothing in particular is asked for. */
function askedBeside(flags: AnalyseFlags): readonly Answered[] {
  if (flags.only !== undefined)
    return ANSWERED.filter((question) => flags.only?.includes(question));
  if (flags.full) return ANSWERED;
  return inFull(flags) ? [] : ['briefing'];
}

/** Of every state, or where they are too many, of the states as sets. */
async function answer(
  model: ConflictModel,
  flags: AnalyseFlags,
  pool: WorkerPool,
  onProgress: (done: number) => void,
): Promise<AnalysisResult | LargeAnalysisResult> {
  const { concepts, foresight } = parted(flags.concepts ?? []);
  const options = {
    memory: flags.memory,
    opponentsRule: flags.opponents,
    onProgress,
    ...(flags.limit === undefined ? {} : { limit: flags.limit }),
    // Concepts of looking ahead come beside the others: alone they leave those as they are.
    ...(concepts.length > 0 ? { concepts } : {}),
  };
  try {
    return await analyseInWorkers(model, {
      ...options,
      pool,
      foresight,
      ...(flags.extension ? { extensions: flags.extension } : {}),
      strength: flags.strength === true,
      ...(flags.coalitions
        ? { coalitions: flags.coalitions === true ? {} : flags.coalitions }
        : {}),
      stability: flags.stability === true && flags.json === true,
    });
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    const every = [
      ...foresight,
      ...(flags.extension ? ['--extension'] : []),
      ...(flags.strength ? ['--strength'] : []),
      ...(flags.coalitions ? ['--coalitions'] : []),
    ];
    if (every.length > 0)
      throw new AnalysisError(
        'too-large',
        `${every.join(', ')} would have to look at every state, and ${error.message}`,
        `without ${every.join(', ')}, what can be said without listing the states is told`,
      );
    const listable = model.options.length <= MAX_EXPLICIT_OPTIONS;
    return analyseLarge(model, {
      ...options,
      why: listable ? `${error.message}, and --memory can allow more` : error.message,
    });
  }
}
