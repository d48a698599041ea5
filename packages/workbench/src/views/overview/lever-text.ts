import { inSteps, type EditResult } from '@standoff/language';
import {
  insertElement,
  moveStatement,
  negate,
  removeStatement,
  setFlag,
  setPrevails,
  writtenOf,
} from '@standoff/language/edit';
import { statementsOf, type ConflictModel } from '@standoff/model';
import type { Lever } from '@standoff/questions';
import { answerEdit } from '../ask/answer-edits.js';

type Move = Extract<Lever, { kind: 'change' }>['moves'][number];
type OneEdit = (text: string) => EditResult;

/** The edits that write a lever into a text; none where the text says so already. */
export function leverEdits(text: string, model: ConflictModel, lever: Lever): EditResult {
  return inSteps(text, stepsOf(model, lever));
}

function stepsOf(model: ConflictModel, lever: Lever): OneEdit[] {
  switch (lever.kind) {
    case 'factions':
      return Object.entries(lever.prevails).map(
        ([actor, faction]) =>
          (now) =>
            setPrevails(now, actor, faction),
      );
    case 'change':
      return lever.moves.flatMap((move) => moveEdits(model, move));
    case 'answer': {
      const answered = answerEdit(model, lever.question, lever.answer);
      return answered === null ? [] : [answered.edit];
    }
    default:
      return [];
  }
}

function moveEdits(model: ConflictModel, move: Move): OneEdit[] {
  switch (move.kind) {
    case 'statement': {
      const { statement, edit, places } = move;
      if (edit === 'left out') return [(now) => removeStatement(now, statement)];
      if (edit === 'reversed') return [(now) => negate(now, statement)];
      const up = edit === 'one place up';
      const other = neighbour(model, statement, up ? -places : places);
      return [(now) => moveStatement(now, statement, up ? { before: other } : { after: other })];
    }
    case 'binding':
      return [(now) => neverBroken(now, move.commitment)];
    case 'irreversible':
      return [(now) => setFlag(now, move.option, 'irreversible', true)];
    case 'ruled out':
      return [(now) => insertElement(now, `never ${move.scenario}`)];
    case 'fixed':
      return [(now) => insertElement(now, `${move.taken ? 'always' : 'never'} ${move.option}`)];
    default:
      return [];
  }
}

/** The statement so many places further down in the same list, or the last or first of it. */
function neighbour({ actors }: ConflictModel, id: string, places: number): string {
  const lists = actors.flatMap(({ preference, factions }) =>
    [preference, ...factions.map((faction) => faction.preference)].map(statementsOf),
  );
  const list = lists.find((statements) => statements.some((one) => one.id === id)) ?? [];
  const at = list.findIndex((one) => one.id === id) + places;
  return list[Math.max(0, Math.min(list.length - 1, at))]?.id ?? id;
}

/** Rules out the states in which a commitment is due and its content does not hold. */
function neverBroken(text: string, commitment: string): EditResult {
  const { content, when } = writtenOf(text, commitment)?.parts ?? {};
  if (content === undefined)
    return {
      ok: false,
      refusal: { code: 'unknown', message: `the text has no commitment ${commitment}` },
    };
  return insertElement(
    text,
    `always ${when === undefined ? content : `(${content}) if (${when})`}`,
  );
}
