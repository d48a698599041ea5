import {
  answerTo,
  questionNamed,
  toldText,
  Words,
  type Answer,
  type Condition,
  type Given,
  type AnalysisResult,
  type QuestionName,
  type Takes,
  type Through,
} from '@standoff/questions';
import { readExpression } from '@standoff/language/parse';
import type { Block, TextOptions } from '@standoff/document';
import { situationOf } from '@standoff/situation';
import { threadsHere, throughQueue, throughThreads, type Missing } from '@standoff/sweeps';
import type { PartialDate } from '@standoff/model';
import { EXIT, usage } from './failure.js';
import type { Cut } from './in-proportion.js';
import type { Io } from './io.js';
import { progressOn } from './progress.js';
import { askLong, loadAtDays, mentionWarnings, type Situation } from './situation.js';
import { eachSituation } from './situation-file.js';
import { print, printAnswer, textOptions, USUAL_JSON, warn } from './terminal.js';

/** What every question is asked with, besides what it takes. */
export interface QuestionFlags {
  readonly memory: number;
  readonly opponents: AnalysisResult['opponentsRule'];
  readonly json?: true;
  readonly uncut?: true;
  /** The days as of which it is asked; none: the day of the situation. */
  readonly asOf?: readonly PartialDate[];
  /** Where many items are gone through, and what that is called there. */
  readonly on?: string;
  readonly sweep?: string;
  readonly [taken: string]: unknown;
}

/**
 * The command of a question: reads CASE and what is named behind it, where a folder stands for all the
 * situations in it, and asks.
 */
export async function askQuestion(
  name: QuestionName,
  io: Io,
  cases: string | readonly string[],
  flags: QuestionFlags,
): Promise<number> {
  const { asOf = [], ...other } = flags;
  const single = typeof cases === 'string';
  if (single && asOf.length > 1 && name !== 'outlook')
    throw usage(
      'several-days',
      `${name} is asked as of one day, and ${asOf.length} were given`,
      'analyse, outlook and compare tell several days side by side',
    );
  const found: Situation[] = [];
  for (const one of single ? [cases] : cases.flatMap((argument) => eachSituation(io, argument)))
    found.push(...(await loadAtDays(io, one, asOf)));
  return askOf(
    single && asOf.length > 1 ? 'compare' : name,
    io,
    single ? cases : cases[0],
    found,
    other,
  );
}

/**
 * Asks, and prints the answer as JSON or as text.
 *
 * @param argument the case as it was named, for what refers to it.
 * @param situations the one that is asked, and others that the question takes.
 */
export async function askOf(
  name: QuestionName,
  io: Io,
  argument: string,
  situations: readonly Situation[],
  flags: QuestionFlags,
): Promise<number> {
  const { answer, told } = await answerOf(name, io, situations, flags);
  if (flags.json) printAnswer(io, answer, flags.uncut ? Infinity : USUAL_JSON);
  else {
    print(io, await told(textOptions(io, argument)));
    for (const one of situations) mentionWarnings(io, one);
  }
  return EXIT.fine;
}

/**
 * Works out states, moves and rankings, and asks. Progress is shown on standard error where the answer
 * takes a while.
 */
export async function answerOf(
  name: QuestionName,
  io: Io,
  [situation, ...others]: readonly Situation[],
  { memory, opponents, json, on, sweep, ...given }: QuestionFlags,
): Promise<{
  readonly answer: Answer & Cut;
  readonly blocks: () => Promise<readonly Block[]>;
  readonly told: (options: TextOptions) => Promise<string>;
}> {
  const question = questionNamed(name);
  const { report: watch, clear } = progressOn(io);
  const options = { memory, opponentsRule: opponents };
  const script = new URL('sweep-worker.js', io.threads);
  const ask = async (through: Through): Promise<Answer> => {
    const ready = situationOf(situation.model, options);
    const asked = { ...(json ? {} : toldOf(question.takes)), ...given };
    return answerTo(question, ready, taken(situation, others, question.takes, asked), {
      name: situation.name,
      watch,
      // What reads sources is loaded where they are asked for.
      texts: async () => (await import('./texts-at-hand.js')).textsAtHand(io, situation),
      through,
    });
  };
  const model = situation.model;
  const missing: Missing[] = [];
  const answer = await askLong(async () => {
    if (sweep !== undefined && on === undefined)
      throw usage('no-place', '--sweep is what a sweep is called elsewhere', 'give --on too');
    if (on === undefined) return ask(throughThreads({ model, options }, { script, watch }));
    const { atStation } = await import('./station.js');
    return atStation(io, on, (station) =>
      ask(
        throughQueue(station, {
          model,
          options,
          name: sweep ?? null,
          threads: { script, size: threadsHere() },
          watch,
          begun: ({ name: called, items, itemsDone }) =>
            warn(
              io,
              `sweep ${called}: ${items - itemsDone} of ${items} items to do; the same command goes on with it`,
            ),
          missing: (found) => missing.push(...found),
        }),
      ),
    );
  }).finally(clear);
  for (const { from, to, why } of missing)
    warn(io, `standoff: the answer is without items ${from + 1} to ${to}: ${why}`);
  const blocks = async (): Promise<readonly Block[]> => {
    const tell = await question.tell();
    return tell(new Words(situation.model), answer, situation.model, others);
  };
  return {
    answer: missing.length > 0 ? { ...answer, missing } : answer,
    blocks,
    told: async (how) => toldText(answer.situation, question.asked, await blocks(), how),
  };
}

/** How many are told of what somebody reads, where nothing else is asked for. */
function toldOf(takes: Takes): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(takes).flatMap(([name, one]) =>
      one.kind === 'whole' && one.told !== undefined ? [[name, one.told]] : [],
    ),
  );
}

/** What a question takes of what is given, its conditions as the language reads them in the situation. */
function taken(
  situation: Situation,
  others: readonly Situation[],
  takes: Takes,
  given: Readonly<Record<string, unknown>>,
): Given<Takes> {
  const read = (words: string): Condition => conditionRead(situation, words);
  return Object.fromEntries(
    Object.entries(takes).map(([name, { kind }]) => {
      const value =
        kind === 'situations'
          ? others.map((one) => ({ name: one.name, model: one.model }))
          : given[name];
      if (value === undefined) return [name, value];
      if (kind === 'condition') return [name, read(value as string)];
      if (kind === 'conditions') return [name, (value as string[]).map(read)];
      return [name, value];
    }),
  ) as Given<Takes>;
}

/**
 * Words as the language reads them outside of all actors.
 * @throws Failure
 */
function conditionRead({ text }: Situation, words: string): Condition {
  const { proposition, diagnostics } = readExpression(text, words, null);
  if (proposition !== null) return { text: words.trim(), condition: proposition };
  const { message, hint = null } = diagnostics.find(({ severity }) => severity === 'error')!;
  throw usage('expression', `"${words}" cannot be read: ${message}`, hint);
}
