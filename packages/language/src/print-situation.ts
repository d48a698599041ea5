import { expectSame, ModelFault, withoutWindows, type ConflictModel } from '@standoff/model';
import { withoutHistories } from './elements/history.js';
import { ELEMENTS } from './elements/index.js';
import { formatSituation } from './format.js';
import { parseSituation } from './read-situation.js';
import { saidBy } from './said.js';

/**
 * The text of a model, laid out: read again it comes to the model, but for what `saidBy` leaves out. A
 * model that was read from a text has nothing of its comments, nor of the order in which kinds of element
 * stood there, and what stood in the braces of an actor as a constraint stands at the top.
 *
 * @throws ModelFault where no text says it, such as a conjunction of one
 */
export function printSituation(model: ConflictModel): string {
  const { text } = formatSituation(printed(model));
  const { model: again, diagnostics } = parseSituation(text);
  if (again === null) {
    const { message, range } = diagnostics.find(({ severity }) => severity === 'error')!;
    const line = text.split('\n')[range.start.line] ?? '';
    throw new ModelFault('', 'what a text can say', `\`${line.trim()}\`: ${message}`);
  }
  expectSame(saidBy(again), saidBy(model));
  return text;
}

/** Kind after kind; what has a block of its own stands apart. */
function printed(model: ConflictModel): string {
  const written = withoutHistories(withoutWindows(model));
  return Object.values(ELEMENTS)
    .flatMap(({ print, apart }) => (apart ? print(written) : [print(written).join('\n')]))
    .filter((words) => words !== '')
    .map((words) => `${words}\n`)
    .join('\n');
}
