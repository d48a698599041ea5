import type { MediateResult, MediationMove, RobustnessResult } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { counted, listed } from '../english.js';
import { type Page, references } from '@standoff/document';
import { moveWords } from '../questions/mediate-text.js';
import { dependsOn, openWords, worldsWords } from '../questions/robustness.js';
import { shareWords } from '../questions/worlds-words.js';
import { TELLINGS } from '../tellings.js';
import type { Words } from '../words.js';

/** How much depends on what is not known. */
export function openBrief(page: Page, words: Words, result: RobustnessResult): void {
  const { worlds, open, scenarios } = result;
  page.heading(TELLINGS.robustness.title);
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
  const label = model.scenarios.find(({ id }) => id === goal.text)?.label ?? goal.text;
  page.heading(`What would have to change for “${label}”`);
  page.line(
    `More would gain by it than lose, but improvements do not lead there: ${goal.holding === 0 ? `none of its states would hold (${concept})` : `once there it would hold (${concept}), but ${goal.both === 0 ? 'nobody goes first' : 'not by the way there'}`}.`,
    { indent: 2 },
  );
  if (cheapest === null) {
    page.line(
      `Nothing cheaper than ${nothingBelow} would do${cutShort === null ? '' : `; changes that cost ${cutShort.at} were not all looked at`}; “standoff mediate --goal ${goal.text}” looks further.`,
      { indent: 2 },
    );
    return;
  }
  page.line(
    `${plans.length === 1 ? 'One change of least cost would' : 'Any one of these, of least cost, would'} make it hold and come about, each step in the interest of who takes it:`,
    { indent: 2 },
  );
  for (const { moves } of plans)
    page.line(moves.map((move) => moveWords(move, words)).join(', and '), {
      indent: 4,
      hang: 2,
      margin: references(moves.flatMap(evidenceOf)),
    });
  if (more > 0) page.line(`and ${counted(more, 'other plan')} of that cost.`, { indent: 4 });
}

function evidenceOf(
  move: MediationMove,
): Extract<MediationMove, { evidence: unknown }>['evidence'] {
  return 'evidence' in move ? move.evidence : [];
}
