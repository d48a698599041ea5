import { agreements } from './agreements/question.js';
import { ask } from './ask/question.js';
import type { Given } from './asking.js';
import { briefing } from './briefing/question.js';
import { coalitions } from './coalitions/question.js';
import { commitments } from './commitments/question.js';
import { compare } from './compare/question.js';
import { evidence } from './evidence/question.js';
import { explain } from './explain/question.js';
import { factions } from './factions/question.js';
import { grounds } from './grounds/question.js';
import { lesson } from './lesson/question.js';
import { mediate } from './mediate/question.js';
import { outlook } from './outlook/question.js';
import { perceive } from './perceive/question.js';
import { plausible } from './plausible/question.js';
import type { Question } from './question.js';
import { preferences } from './preferences/question.js';
import { replay } from './replay/question.js';
import { robustness } from './robustness/question.js';
import { scenarios } from './scenarios/question.js';
import { sensitivity } from './sensitivity/question.js';
import { stakeholders } from './stakeholders/question.js';
import { states } from './states/question.js';

/** Every question, by its name, in the order in which they are listed to a reader. */
export const QUESTIONS = {
  briefing,
  explain,
  lesson,
  states,
  preferences,
  outlook,
  scenarios,
  grounds,
  evidence,
  commitments,
  agreements,
  stakeholders,
  coalitions,
  factions,
  robustness,
  ask,
  sensitivity,
  mediate,
  perceive,
  replay,
  plausible,
  compare,
};

export type QuestionName = keyof typeof QUESTIONS;

export const QUESTION_NAMES = Object.keys(QUESTIONS) as readonly QuestionName[];

/** What answers a question. */
export type AnswerOf<Name extends QuestionName> = Awaited<
  ReturnType<Awaited<ReturnType<(typeof QUESTIONS)[Name]['solve']>>>
>;

/** What a question is asked with, as a door is given it. */
export type GivenOf<Name extends QuestionName> = Given<(typeof QUESTIONS)[Name]['takes']>;

/** The same without the types of its own, for what treats all alike. */
export function questionNamed(name: QuestionName): Question {
  return QUESTIONS[name] as unknown as Question;
}
