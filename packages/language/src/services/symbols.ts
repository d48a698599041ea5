import type { Span } from '../lines.js';
import { outlineOf } from './outline.js';
import type { Declared, DeclaredKind } from './outline.js';

export interface DocumentSymbol extends Span {
  readonly name: string;
  readonly label: string | null;
  readonly kind: DeclaredKind;
  /** The name alone. */
  readonly at: Span;
  /** The options and factions of an actor. */
  readonly inside: readonly DocumentSymbol[];
}

/** Everything that a text gives a name, in order, what stands inside an actor within it. Never throws. */
export function symbolsOf(text: string): DocumentSymbol[] {
  const { declared } = outlineOf(text);
  const symbol = (d: Declared): DocumentSymbol => ({
    name: d.name,
    label: d.label,
    kind: d.kind,
    from: d.from,
    to: d.to,
    at: d.at,
    inside:
      d.kind === 'actor'
        ? declared.filter((o) => o.actor === d.name && d.from < o.from && o.to <= d.to).map(symbol)
        : [],
  });
  return declared.filter(({ actor }) => actor === null).map(symbol);
}
