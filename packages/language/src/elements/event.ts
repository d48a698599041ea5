import type { ConflictModel, OptionLiteral, Event, OptionId, Refusal } from '@standoff/model';
import type { Context } from '../context.js';
import { checkDate } from '../dates.js';
import type * as ast from '../generated/ast.js';
import { rangeOf, rangeOfProperty } from '../positions.js';
import { quoted, together } from '../written.js';
import { readEffect } from './effect.js';
import { printExpression, TOP } from './print-expression.js';
import { grounded } from './grounds.js';
import { readRefusal } from './offer.js';
import { printEffects } from './with-agreements.js';

export function readEvent(node: ast.Event, id: string, context: Context): Event {
  checkDate(node.date, node, 'date', context.reporter);
  checkStretch(node, context);
  const effects: OptionLiteral[] = [];
  const refuses: Refusal[] = [];
  const seen = new Map<OptionId, ast.Effect>();
  for (const effect of node.effects) {
    if (effect.$type === 'Refusal') {
      const refusal = readRefusal(effect, context);
      if (refusal !== null) refuses.push(refusal);
      continue;
    }
    for (const { option, taken } of readEffect(effect, context)) {
      const first = seen.get(option);
      if (first) {
        context.reporter.say('effect-twice', rangeOf(effect), `${option} changes twice here`, {
          hint: 'what happened one after the other is two events',
          related: [{ range: rangeOf(first), message: 'the first change' }],
        });
      } else seen.set(option, effect);
      effects.push({ option, taken });
    }
  }
  return {
    id,
    date: node.date,
    ...(node.until === undefined ? {} : { until: node.until }),
    ...(node.about ? { about: true as const } : {}),
    label: node.label,
    effects,
    ...(refuses.length === 0 ? {} : { refuses }),
    signals: node.signals ? context.expressions.read(node.signals, null) : null,
    ...context.grounds(node),
  };
}

/** A stretch of time ends after it begins. */
function checkStretch(node: ast.Event, { reporter }: Context): void {
  const { date, until } = node;
  if (until === undefined) return;
  checkDate(until, node, 'until', reporter);
  if (until > date || until.startsWith(date)) return;
  reporter.say(
    'stretch-backwards',
    rangeOfProperty(node, 'until'),
    `the event ends on ${until}, before it begins on ${date}`,
    { hint: `write \`event ${until} to ${date}\`, or a single date` },
  );
}

export function printEvent(event: Event, { agreements }: ConflictModel): string {
  const { date, until, about, label, effects, refuses = [], signals } = event;
  const happened = [
    ...(effects.length === 0 ? [] : [printEffects(effects, agreements)]),
    ...refuses.map(({ actor, offer }) => `${actor} refuses ${offer}`),
  ];
  const words = together(
    'event',
    about ? 'about' : '',
    date,
    until === undefined ? '' : `to ${until}`,
    quoted(label),
    happened.length === 0 ? '' : `{ ${happened.join(', ')} }`,
    signals === null ? '' : `signals ${printExpression(signals, TOP)}`,
  );
  return grounded(words, event);
}
