import type { ConflictModel, Event } from '@standoff/model';
import { quoted, together } from '../written.js';
import { withAgreements } from './agreement.js';
import { printExpression, TOP } from './expression.js';
import { grounded } from './grounds.js';

export function printEvent(event: Event, { agreements }: ConflictModel): string {
  const { date, label, effects, signals } = event;
  const changes = effects.map(({ option, taken }) => (taken ? option : `not ${option}`));
  const words = together(
    `event ${date} ${quoted(label)}`,
    changes.length === 0 ? '' : `{ ${withAgreements(changes, agreements).join(', ')} }`,
    signals === null ? '' : `signals ${printExpression(signals, TOP)}`,
  );
  return grounded(words, event);
}
