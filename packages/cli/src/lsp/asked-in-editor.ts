import { reportHtml } from '@standoff/document';
import { parseSituation } from '@standoff/language/parse';
import { questionNamed, type QuestionName } from '@standoff/questions';
import type { Io } from '../io.js';
import { answerOf } from '../question.js';
import { flagsOf, usualFlags } from '../question-options.js';
import { standoffVersion } from '../version.js';

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
  io: Io,
  text: string,
  name: QuestionName,
  given: Readonly<Record<string, string>>,
): Promise<AnswerInEditor> {
  const { model, diagnostics } = parseSituation(text);
  if (model === null) throw new Error('the text has errors; mend them first');
  const { title: called } = model.situation;
  const situation = { path: null, origin: null, name: called, text, model, diagnostics };
  const flags = { ...usualFlags(), ...flagsOf(name, given) };
  const { blocks, told } = await answerOf(name, io, [situation], flags);
  const { title } = questionNamed(name);
  return {
    title,
    text: await told({}),
    html: reportHtml(
      {
        title: called,
        subtitle: '',
        made: null,
        generator: `Standoff ${standoffVersion()}`,
        sections: [{ id: name, title, blocks: await blocks() }],
      },
      '{}',
    ),
  };
}
