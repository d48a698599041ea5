import type { AnalysisResult } from '../../analyse/answer.js';
import type { Answered, Answers } from '../answers.js';
import type { ConflictModel } from '@standoff/model';
import { commitmentsBrief } from './commitments.js';
import { courseBrief, factionsBrief, scenariosBrief } from './course.js';
import { openBrief, settlementBrief } from './open.js';
import { misfitsBrief, replayBrief } from './past.js';
import { tellStanding, verdictOnToday } from '../../analyse/tell-standing.js';
import { stakeholdersBrief } from './stakeholders.js';
import { Page, printBlocks, type TextOptions } from '@standoff/document';
import { titleLine } from '../../told/telling.js';
import { sizeWords } from '../../analyse/tell-cast.js';
import { Words } from '../../told/words.js';

/**
 * The composed answer, on a screen or two: where things stand and, of each question that was asked,
 * what a reader needs to decide whether to ask it in full.
 */
export function briefingText(
  model: ConflictModel,
  result: AnalysisResult,
  answers: Answers,
  options: TextOptions & { readonly standing?: boolean } = {},
): string {
  const page = new Page(options);
  const words = new Words(result);
  titleLine(page, result.situation);
  if (options.standing !== false) {
    page.line(sizeWords(result));
    page.heading('Where things stand');
    page.line(verdictOnToday(result), { indent: 2 });
    printBlocks(page, tellStanding(words, result, { reach: false }), 2);
  }
  const { outlook, scenarios, commitments, factions, stakeholders, robustness, mediate } = answers;
  if (outlook) courseBrief(page, words, outlook);
  if (scenarios) scenariosBrief(page, words, scenarios);
  if (commitments) commitmentsBrief(page, words, commitments);
  if (factions) factionsBrief(page, words, factions);
  if (stakeholders) stakeholdersBrief(page, words, stakeholders);
  if (robustness) openBrief(page, words, robustness);
  if (mediate) settlementBrief(page, words, model, mediate);
  if (answers.replay) replayBrief(page, words, answers.replay);
  if (answers.plausible) misfitsBrief(page, words, answers.plausible);
  for (const { question, why } of answers.leftOut) leftOut(page, question, why, options.caseName);
  page.blank();
  const name = options.caseName ?? 'CASE';
  page.line(
    page.style.quiet(
      `All of this is what the model says, not a forecast. In full: standoff analyse ${name} --only outcomes, and a command for each question, such as standoff scenarios ${name}; why: standoff explain ${name}.`,
    ),
  );
  return page.toString();
}

function leftOut(page: Page, question: Answered, why: string, name = 'CASE'): void {
  page.blank();
  page.line(
    `Not answered here: “standoff ${question} ${name}${question === 'mediate' ? ' --goal …' : ''}” (${why}).`,
  );
}
