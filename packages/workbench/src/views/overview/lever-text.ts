import { inSteps, type EditResult } from '@standoff/language';
import type { ConflictModel } from '@standoff/model';
import type { Lever } from '@standoff/questions';

type Edits = typeof import('@standoff/language/edit');
type Move = Extract<Lever, { kind: 'change' }>['moves'][number];
type OneEdit = (text: string) => EditResult;

/** Whether a lever can be written into the text of the situation. */
export function isWritable(lever: Lever): boolean {
  return (
    lever.kind === 'factions' ||
    (lever.kind === 'change' && lever.moves.every(({ kind }) => WRITABLE.has(kind)))
  );
}

const WRITABLE: ReadonlySet<Move['kind']> = new Set([
  'statement',
  'irreversible',
  'ruled out',
  'fixed',
]);

/** The edits that write a lever into a text. */
export function leverEdits(
  edits: Edits,
  text: string,
  model: ConflictModel,
  lever: Lever,
): EditResult {
  const steps: OneEdit[] =
    lever.kind === 'factions'
      ? Object.entries(lever.prevails).map(
          ([actor, faction]) =>
            (now) =>
              edits.setPrevails(now, actor, faction),
        )
      : lever.kind === 'change'
        ? lever.moves.flatMap((move) => moveEdits(edits, model, move))
        : [];
  return inSteps(text, steps);
}

function moveEdits(edits: Edits, model: ConflictModel, move: Move): OneEdit[] {
  switch (move.kind) {
    case 'statement': {
      const { statement, edit, places } = move;
      if (edit === 'left out') return [(now) => edits.removeStatement(now, statement)];
      if (edit === 'reversed') return [(now) => edits.negate(now, statement)];
      const up = edit === 'one place up';
      const other = neighbour(model, statement, up ? -places : places);
      return [
        (now) => edits.moveStatement(now, statement, up ? { before: other } : { after: other }),
      ];
    }
    case 'irreversible':
      return [(now) => edits.setFlag(now, move.option, 'irreversible', true)];
    case 'ruled out':
      return [(now) => edits.insertElement(now, `never ${move.scenario}`)];
    case 'fixed':
      return [
        (now) => edits.insertElement(now, `${move.taken ? 'always' : 'never'} ${move.option}`),
      ];
    default:
      return [];
  }
}

/** The statement so many places further down in the same list, or the last or first of it. */
function neighbour({ actors }: ConflictModel, id: string, places: number): string {
  const lists = actors.flatMap(({ preference, factions }) =>
    [preference, ...factions.map((faction) => faction.preference)].map((one) =>
      one?.form === 'statements'
        ? one.items.flatMap((item) => (item.item === 'statement' ? [item] : item.statements))
        : [],
    ),
  );
  const list = lists.find((statements) => statements.some((one) => one.id === id)) ?? [];
  const at = list.findIndex((one) => one.id === id) + places;
  return list[Math.max(0, Math.min(list.length - 1, at))]?.id ?? id;
}
