import { reportHtml } from '@standoff/document';
import { parseSituation } from '@standoff/language/parse';
import { answerTo, questionNamed, toldText, Words, type QuestionName } from '@standoff/questions';
import { situationOf } from '@standoff/situation';
import { taken } from '../question.js';

declare const STANDOFF_VERSION: string;

/** An answer as an editor shows it. */
export interface AnswerInEditor {
  readonly title: string;
  /** For an editor that shows plain text. */
  readonly text: string;
  /** For one that shows pages: a whole page that asks for nothing else. */
  readonly html: string;
}

/**
 * @param given what the question takes, as words.
 * @throws Error where the text has errors, or the model has no answer.
 */
export async function askedInEditor(
  text: string,
  name: QuestionName,
  given: Readonly<Record<string, string>>,
): Promise<AnswerInEditor> {
  const { model } = parseSituation(text);
  if (model === null) throw new Error('the text has errors; mend them first');
  const question = questionNamed(name);
  const asked = taken({ text, model }, [], question.takes, given);
  const answer = await answerTo(question, situationOf(model), asked);
  const tell = await question.tell();
  const blocks = tell(new Words(model), answer, model, []);
  const { title } = question;
  const section = { id: name, title, blocks };
  return {
    title,
    text: toldText(answer.situation, question.asked, blocks),
    html: reportHtml(
      {
        title: model.situation.title,
        subtitle: '',
        made: null,
        generator: `Standoff ${STANDOFF_VERSION}`,
        sections: [section],
      },
      '{}',
    ),
  };
}
