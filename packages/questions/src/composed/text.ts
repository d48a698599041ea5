import { CASE_HERE, heading, Page, printBlocks, type TextOptions } from '@standoff/document';
import type { ConflictModel } from '@standoff/model';
import type { SituationShown } from '@standoff/situation';
import { questionNamed } from '../questions.js';
import { titleLine } from '../told/telling.js';
import { Words } from '../told/words.js';
import { ANSWERED } from './answered.js';
import type { Answers } from './answers.js';

/** The answers one after the other, each as its question tells it. */
export async function composedText(
  model: ConflictModel,
  situation: SituationShown,
  answers: Answers,
  options: TextOptions = {},
): Promise<string> {
  const page = new Page(options);
  const words = new Words(model);
  titleLine(page, situation);
  for (const name of ANSWERED) {
    const answer = answers[name];
    if (answer === undefined) continue;
    const question = questionNamed(name);
    const tell = await question.tell();
    printBlocks(page, [heading(question.title)]);
    printBlocks(page, tell(words, answer, model), 2);
  }
  for (const { question, why } of answers.leftOut) {
    page.blank();
    page.line(`Not answered here: “standoff ${question} ${CASE_HERE}” (${why}).`);
  }
  return page.toString();
}
