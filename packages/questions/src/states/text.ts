import type { Concept } from '@standoff/situation';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { DEFAULT_WIDTH, type Style, type TextOptions, styleOf } from '@standoff/document';
import type { Vocabulary } from '../told/words.js';

/** A state as the table shows it. */
export interface TableState {
  readonly decimal: number | string;
  /** One letter an option, in model order: "YNNYN". */
  readonly column: string;
  readonly label: string | null;
  readonly statusQuo: boolean;
  /** The concepts under which it is an equilibrium. */
  readonly concepts: readonly Concept[];
}

/**
 * The option table in the field's notation: options as rows grouped by decision maker, states as
 * columns headed by their decimal numbers, in as many blocks as the width asks for.
 */
export function stateTable(
  vocabulary: Vocabulary,
  states: readonly TableState[],
  concepts: readonly Concept[],
  { width = DEFAULT_WIDTH, colour = false }: TextOptions = {},
): string {
  const style = styleOf(colour);
  const rowLabels = vocabulary.options.map(({ label }) => label);
  const left = Math.min(
    Math.max(...rowLabels.map((label) => stringWidth(label)), 12) + 4,
    Math.max(20, Math.floor(width / 2)),
  );
  const cell = Math.max(...states.map(({ decimal }) => String(decimal).length + 1), 3) + 1;
  const perBlock = Math.max(1, Math.floor((width - left) / cell));
  const blocks: string[] = [];
  for (let from = 0; from < states.length; from += perBlock)
    blocks.push(
      block(style, vocabulary, states.slice(from, from + perBlock), concepts, { left, cell }),
    );
  const byLabel = new Map<string, string[]>();
  for (const { label, decimal } of states)
    if (label !== null) byLabel.set(label, [...(byLabel.get(label) ?? []), `#${decimal}`]);
  const labels = [...byLabel].map(([label, numbers]) => `${label}: ${numbers.join(', ')}`);
  if (labels.length > 0)
    blocks.push(`${labels.map((label) => wrapAnsi(label, width)).join('\n')}\n`);
  return blocks.join('\n');
}

interface Columns {
  readonly left: number;
  readonly cell: number;
}

function block(
  style: Style,
  { actors, options }: Vocabulary,
  states: readonly TableState[],
  concepts: readonly Concept[],
  { left, cell }: Columns,
): string {
  const row = (
    label: string,
    value: (state: TableState) => string,
    look: (text: string) => string = (text) => text,
  ): string =>
    (pad(label, left) + states.map((s) => look(value(s).padStart(cell))).join('')).trimEnd();
  const lines = [style.quiet(row('', ({ decimal }) => `#${decimal}`))];
  for (const actor of actors) {
    const own = options.flatMap(({ owner }, k) => (owner === actor.id ? [k] : []));
    if (own.length === 0) continue;
    lines.push(style.strong(actor.label));
    for (const k of own)
      lines.push(
        row(
          `  ${options[k].label}`,
          ({ column }) => column[k],
          (text) => (text.endsWith('Y') ? style.strong(text) : style.quiet(text)),
        ),
      );
  }
  if (states.some(({ statusQuo }) => statusQuo))
    lines.push(row('Status quo', ({ statusQuo }) => (statusQuo ? 'now' : '')));
  const held = concepts.filter((concept) => states.some((s) => s.concepts.includes(concept)));
  if (held.length > 0) {
    lines.push(style.strong('Equilibrium under'));
    for (const concept of held)
      lines.push(row(`  ${concept}`, (s) => (s.concepts.includes(concept) ? 'E' : ''), style.good));
  }
  return `${lines.join('\n')}\n`;
}

function pad(text: string, size: number): string {
  if (stringWidth(text) < size) return text + ' '.repeat(size - stringWidth(text));
  let cut = '';
  for (const character of text) {
    if (stringWidth(cut + character) > size - 2) break;
    cut += character;
  }
  return `${cut}…${' '.repeat(Math.max(1, size - stringWidth(cut) - 1))}`;
}
