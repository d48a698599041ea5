import type { ConflictModel, Event, OptionId } from '@standoff/model';
import type { Context } from '../context.js';
import { checkDate } from '../dates.js';
import type * as ast from '../generated/ast.js';
import { rangeOf } from '../positions.js';
import { quoted, together } from '../written.js';
import { withAgreements } from './agreement.js';
import { printExpression, TOP } from './expression.js';
import { grounded } from './grounds.js';
import { sayNoOption } from './state.js';

export function readEvent(node: ast.Event, id: string, context: Context): Event {
  checkDate(node.date, node, 'date', context.reporter);
  const effects: { option: OptionId; taken: boolean }[] = [];
  const seen = new Map<OptionId, ast.Effect>();
  for (const effect of node.effects) {
    for (const option of readEffect(effect, context)) {
      const first = seen.get(option);
      if (first) {
        context.reporter.say('effect-twice', rangeOf(effect), `${option} changes twice here`, {
          hint: 'what happened one after the other is two events',
          related: [{ range: rangeOf(first), message: 'the first change' }],
        });
      } else seen.set(option, effect);
      effects.push({ option, taken: !effect.ended });
    }
  }
  return {
    id,
    date: node.date,
    label: node.label,
    effects,
    signals: node.signals ? context.expressions.read(node.signals, null) : null,
    ...context.grounds(node),
  };
}

function readEffect(effect: ast.Effect, context: Context): OptionId[] {
  const meaning = context.names.resolve(effect.of, null);
  if (meaning === null) return [];
  if (meaning.kind === 'option') return [meaning.option.id];
  if (meaning.kind === 'agreement') return context.names.consentsTo(meaning.id);
  sayNoOption(effect.of, meaning.kind, context);
  return [];
}

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
