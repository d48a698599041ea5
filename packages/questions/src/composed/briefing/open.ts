import type { MediateResult } from '../../mediate/answer.js';
import type { RobustnessResult } from '../../robustness/solve.js';
import type { ConflictModel } from '@standoff/model';
import { counted, listed } from '../../told/english.js';
import { item, list, paragraph, printBlocks, type Page } from '@standoff/document';
import { movesContent, wished } from '../../mediate/tell.js';
import { dependsOn, openWords, worldsWords } from '../../robustness/tell.js';
import { shareWords } from '../../told/worlds-words.js';
import { QUESTIONS } from '../../questions.js';
import type { Words } from '../../told/words.js';

/** How much depends on what is not known. */
export function openBrief(page: Page, words: Words, result: RobustnessResult): void {
  const { worlds, open, scenarios } = result;
  page.heading(QUESTIONS.robustness.title);
  page.line(`${open.map((one) => openWords(words, one)).join('; ')}. ${worldsWords(worlds)}`, {
    indent: 2,
  });
  const labels = (keep: (one: (typeof scenarios)[number]) => boolean): string =>
    listed(
      scenarios.filter(keep).map(({ label, reached }) => `“${label}” (${shareWords(reached)})`),
    );
  const depends = labels(({ reached }) => reached.share > 0 && reached.share < 1);
  const always = listed(
    scenarios.filter(({ reached }) => reached.share === 1).map(({ label }) => `“${label}”`),
  );
  const never = listed(
    scenarios.filter(({ reached }) => reached.share === 0).map(({ label }) => `“${label}”`),
  );
  const lines = [
    dependsOn(result),
    always && `Improvements lead to ${always} in all of them.`,
    never && `To ${never} in none.`,
    depends && `It depends for ${depends}.`,
  ].filter(Boolean);
  page.line(lines.join(' '), { indent: 2 });
}

/** What would have to change for the scenario that most would gain by. */
export function settlementBrief(
  page: Page,
  words: Words,
  model: ConflictModel,
  result: MediateResult,
): void {
  const { goal, cheapest, plans, more, nothingBelow, cutShort, concept } = result;
  page.heading(QUESTIONS.mediate.title);
  const held =
    goal.holding === 0
      ? `none of its states would hold (${concept})`
      : `once there it would hold (${concept}), but ${goal.both === 0 ? 'nobody goes first' : 'not by the way there'}`;
  const why = [
    'More would gain by ',
    wished(model, result),
    ` than lose, but improvements do not lead there: ${held}.`,
  ];
  const found =
    cheapest === null
      ? [
          paragraph(
            `Nothing cheaper than ${nothingBelow} would do${cutShort === null ? '' : `; changes that cost ${cutShort.at} were not all looked at`}; “standoff mediate --goal ${goal.text}” looks further.`,
          ),
        ]
      : list([
          item(
            [
              `${plans.length === 1 ? 'One change of least cost would' : 'Any one of these, of least cost, would'} make it hold and come about, each step in the interest of who takes it:`,
            ],
            [
              ...list(plans.map((plan) => item(movesContent(words, plan)))),
              ...(more > 0 ? [paragraph(`and ${counted(more, 'other plan')} of that cost.`)] : []),
            ],
          ),
        ]);
  printBlocks(page, [paragraph(...why), ...found], 2);
}
