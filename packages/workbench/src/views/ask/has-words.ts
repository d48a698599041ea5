import type { ConflictModel } from '@standoff/model';
import type { OpenQuestion } from '@standoff/questions';

/** Whether the text has words for the answers: not for the order of two of more than two in no order. */
export function hasWords(model: ConflictModel, { about, statements }: OpenQuestion): boolean {
  return about !== 'order' || inGroupOf(model, statements[0].id) <= statements.length;
}

/** How many statements stand in no order with this one. */
function inGroupOf(model: ConflictModel, id: string): number {
  const groups = model.actors.flatMap(({ preference }) =>
    preference.form === 'statements' ? preference.items : [],
  );
  return (
    groups
      .flatMap((item) => (item.item === 'unordered' ? [item.statements] : []))
      .find((group) => group.some((one) => one.id === id))?.length ?? 0
  );
}
