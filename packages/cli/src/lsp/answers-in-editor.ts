import { QUESTION_NAMES, questionNamed, type QuestionName } from '@standoff/questions';
import { placesIn, rangeIn, type Served } from '@standoff/language/serve';
import type { Io } from '../io.js';
import { askedInEditor } from './asked-in-editor.js';
import { lensesOf } from './lenses.js';
import { notesOf } from './notes.js';
import { OpenSituations } from './open-situation.js';

/** What a client sends to ask: the address of an open text, the question, and what is given to it. */
const ASK = 'standoff.ask';

/** What a client sends to be told the questions there are. */
const QUESTIONS = 'standoff.questions';

type AskArguments = readonly [uri: string, question: QuestionName, given: Record<string, string>];

/**
 * What is known of an open text once its situation is worked out: notes behind scenarios and rules,
 * questions above scenarios and actors, and their answers. To `standoff.ask` the result is an
 * `AnswerInEditor`, for the client to show.
 */
export const answersInEditor = (io: Io): Served => ({
  capabilities: {
    inlayHintProvider: true,
    codeLensProvider: {},
    executeCommandProvider: { commands: [ASK, QUESTIONS] },
  },
  register(connection, open) {
    const situations = new OpenSituations();
    const ready = (uri: string): ReturnType<OpenSituations['of']> => {
      const document = open(uri);
      return document === undefined ? null : situations.of(uri, document.getText());
    };
    connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }) => {
      const [document, situation] = [open(uri), ready(uri)];
      if (document === undefined || situation === null) return [];
      const places = placesIn(document.getText());
      const notes = await notesOf(situation);
      return [...notes].flatMap(([id, note]) => {
        const place = places.get(id);
        if (place === undefined) return [];
        const { end } = rangeIn(document, place);
        const inside = end.line >= range.start.line && end.line <= range.end.line;
        return inside ? [{ position: end, label: note, paddingLeft: true }] : [];
      });
    });
    connection.onCodeLens(({ textDocument: { uri } }) => {
      const [document, situation] = [open(uri), ready(uri)];
      if (document === undefined || situation === null) return [];
      const places = placesIn(document.getText());
      return lensesOf(situation.model).flatMap(({ at, title, question, given }) => {
        const place = at === null ? { from: 0, to: 0 } : places.get(at);
        if (place === undefined) return [];
        const { start } = rangeIn(document, place);
        const command = { title, command: ASK, arguments: [uri, question, given] };
        return [{ range: { start, end: start }, command }];
      });
    });
    connection.onExecuteCommand(async ({ command, arguments: given }) => {
      if (command === QUESTIONS)
        return QUESTION_NAMES.map((name) => {
          const { title, asks } = questionNamed(name);
          return { name, title, asks };
        });
      if (command !== ASK) throw new Error(`there is no command ${command}`);
      const [uri, question, options] = given as unknown as AskArguments;
      const document = open(uri);
      if (document === undefined) throw new Error(`${uri} is not open`);
      if (!QUESTION_NAMES.includes(question)) throw new Error(`there is no question "${question}"`);
      return askedInEditor(io, document.getText(), question, options);
    });
  },
});
