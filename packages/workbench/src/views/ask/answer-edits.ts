import type { OpenQuestion } from '@standoff/questions';
import { inSteps, type EditResult } from '@standoff/language';
import {
  moveStatement,
  removeElement,
  removeStatement,
  setPerhaps,
  setPrevails,
} from '@standoff/language/edit';
import type { ConflictModel } from '@standoff/model';
import { hasWords } from './has-words.js';

/** How an answer to a question is written into the text. */
export interface AnswerEdit {
  /** On the button. */
  readonly label: string;
  /** What was done, for the history. */
  readonly what: string;
  readonly edit: (text: string) => EditResult;
}

/** What has to be edited so that the text gives this answer; null: it does already. */
export function answerEdit(
  model: ConflictModel,
  question: OpenQuestion,
  answer: string,
): AnswerEdit | null {
  const { actor, about, statements } = question;
  const [first] = statements;
  switch (about) {
    case 'faction': {
      const { factions = [], prevails = null } = model.actors.find(({ id }) => id === actor) ?? {};
      const faction = factions.find(({ id, label }) => (label || id) === answer);
      if (faction === undefined || faction.id === prevails) return null;
      return {
        label: 'Assume that it prevails',
        what: `assumed “${answer}” to prevail`,
        edit: (text) => setPrevails(text, actor!, faction.id),
      };
    }
    // What happens is written as an event, once it has.
    case 'chance':
      return null;
    case 'perhaps':
    case 'rule':
      return answer === 'yes'
        ? {
            label: 'Write it down as certain',
            what: `took “perhaps” off ${first.id}`,
            edit: (text) => setPerhaps(text, first.id, null),
          }
        : {
            label: 'Take it out of the text',
            what: `took ${first.id} out`,
            edit: (text) =>
              about === 'rule' ? removeElement(text, first.id) : removeStatement(text, first.id),
          };
    case 'order': {
      if (!hasWords(model, question)) return null;
      const texts = answer.split(', then ');
      const places = [...statements].sort((a, b) => texts.indexOf(a.text) - texts.indexOf(b.text));
      return {
        label: 'Put them in this order',
        what: `put ${places.map(({ id }) => id).join(', ')} in order`,
        edit: (text) =>
          inOrder(
            text,
            places.map(({ id }) => id),
          ),
      };
    }
  }
}

/**
 * Takes the statements of an `in no order { … }` out of it, in this order. Statements are named by
 * their place, so that the same names stand for others after each move.
 */
export function inOrder(text: string, wanted: readonly string[]): EditResult {
  const slots = [...wanted].sort((a, b) => placeOf(a) - placeOf(b));
  const now = [...slots];
  return inSteps(
    text,
    slots.map((slot, k) => (written: string): EditResult => {
      const from = now.indexOf(wanted[k]);
      const last = k === slots.length - 1;
      const moved = moveStatement(
        written,
        slots[from],
        last && k > 0 ? { after: slots[k - 1] } : { beforeGroupOf: slot },
      );
      now.splice(k, 0, ...now.splice(from, 1));
      return moved;
    }),
  );
}

/** "NK.3", "US.deal.2": the number at the end. */
function placeOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('.') + 1));
}
