import { Page, paragraph, printBlocks, type Content } from '@standoff/document';
import type { ConflictModel } from '@standoff/model';
import {
  leversOf,
  SHORT,
  Words,
  type BriefEnd,
  type BriefingResult,
  type BriefOutcome,
  type WayStep,
} from '@standoff/questions';
import { STANDARD_NAMES, STANDARDS } from '@standoff/situation';
import * as z from 'zod';
import { modelOf } from '../reading.js';
import { CASE, COMMON, tool } from '../tool.js';

export const verdict = tool({
  name: 'verdict',
  description:
    'What the situation comes to, as data: who would move today, where the course ends and with which share of ways (pull), how firmly each outcome holds, who fares better or worse than today, what some could do together, what would change it, and on how much it rests.',
  takes: {
    case: CASE,
    standard: z
      .enum(STANDARD_NAMES as [string, ...string[]])
      .optional()
      .describe('what holds, and which steps the course takes'),
    ...COMMON,
  },
  run: async (cases, { case: wanted, standard }) => {
    const found = await cases.find(wanted);
    const model = modelOf(found);
    const { answer } = await cases.desk.ask({
      question: 'briefing',
      of: [found],
      given: { standard },
    });
    return { value: verdictOf(new Words(model), model, answer as BriefingResult) };
  },
});

/** The briefing in few words, the most important first: where room is short, the last is left out. */
function verdictOf(words: Words, model: ConflictModel, briefing: BriefingResult): object {
  const { situation, rests, today, ends, together, elsewhere, worlds, worthAsking } = briefing;
  return withoutEmpty({
    situation: situation.title,
    asOf: situation.asOf,
    judgedBy: STANDARDS[briefing.standard].name,
    note: 'what the model says, not a forecast',
    today: withoutEmpty({
      state: words.called(today.state),
      holds: today.hold === null ? 'no' : SHORT[today.hold],
      wouldMove: today.steps.map((step) => words.step(step)),
    }),
    ends: ends.map((end) =>
      withoutEmpty({
        ...outcome(words, end),
        goesRound: end.round > 0 ? `in ${end.round} states` : '',
        pull: rounded(end.pull),
      }),
    ),
    whatElseWouldChangeIt: leversOf(words, model, briefing)
      .filter(({ kind }) => kind !== 'together')
      .map(({ told }) => plain(told)),
    restsOn: rests,
    together: together.map((plan) =>
      withoutEmpty({
        ...outcome(words, plan),
        from: words.called(plan.from),
        steps: plan.steps.map((step) => words.step(step)),
        worseUntilTheNextMoves: names(words, plan.exposed),
        wouldNeedToBeBound: names(words, plan.needCommitment),
      }),
    ),
    ways: ends.map(({ state, way }) => ({
      to: words.called(state),
      steps: (way ?? []).map((one) => wayStep(words, one)),
    })),
    worthFindingOut:
      worthAsking === null
        ? null
        : withoutEmpty({
            of: worthAsking.actor === null ? null : words.actor(worthAsking.actor),
            about: worthAsking.about,
            wishes: worthAsking.statements.map(({ text }) => text),
            answers: worthAsking.answers.map((one) => one.answer),
          }),
    openWishesSettled:
      worlds === null ? null : { worlds: worlds.count, ends: brief(words, worlds.ends) },
    elsewhere: elsewhere.map((one) => outcome(words, one)),
  });
}

function outcome(words: Words, { state, hold, against }: BriefOutcome): object {
  const who = (how: string): string[] =>
    names(
      words,
      Object.keys(against).filter((id) => against[id] === how),
    );
  return withoutEmpty({
    state: words.called(state),
    holds: hold === null ? 'no' : SHORT[hold],
    better: who('better'),
    worse: who('worse'),
  });
}

/** "China gives up “Enforce” unless North Korea first takes up “Open”". */
function wayStep(words: Words, { step, stoppedBy }: WayStep): string {
  const instead = stoppedBy.map((one) => words.step(one));
  return `${words.step(step)}${instead.length === 0 ? '' : `, unless first ${instead.join(' or ')}`}`;
}

/** As one line. */
function plain(told: Content): string {
  const page = new Page({ width: 10_000 });
  printBlocks(page, [paragraph(...told)]);
  return page.toString().trim();
}

function brief(words: Words, ends: readonly BriefEnd[]): string[] {
  return ends.map(({ state, round, pull }) =>
    round ? `goes round (${rounded(pull)})` : `${words.called(state)} (${rounded(pull)})`,
  );
}

const names = (words: Words, ids: readonly string[]): string[] => ids.map((id) => words.actor(id));

const rounded = (share: number): number => Math.round(share * 100) / 100;

function withoutEmpty(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
