import { ModelFault, type ConflictModel } from '@standoff/model';
import type { Prepared, PrepareOptions } from '@standoff/situation';
import type { Written } from '../format.js';
import { leftOut } from '../left-out.js';
import { listed } from '../listed.js';
import { DRAWN } from './dot.js';

/** Columns of states that stand side by side on a page. */
const WIDEST = 16;
/** More states are no table that anybody prints. */
const MOST_STATES = 500;

/**
 * Tables for a paper, in the layout of the field: a row for each option with Y and N by state, the ranks
 * (1 is the best), and by concept where each decision maker is stable and where an equilibrium is.
 */
export function writeLatex(model: ConflictModel, options: PrepareOptions): Written<string> {
  const prepared = listed(model, options);
  const { size } = prepared.space;
  if (size > MOST_STATES)
    throw new ModelFault('', `at most ${MOST_STATES} states to print`, `${size}`);
  const parts = Array.from({ length: Math.ceil(size / WIDEST) }, (_, k) =>
    Array.from({ length: Math.min(WIDEST, size - k * WIDEST) }, (_, n) => k * WIDEST + n),
  );
  const tables = parts.flatMap((states, k) => {
    const part = parts.length > 1 ? ` (${k + 1} of ${parts.length})` : '';
    return [
      table(
        states,
        `${model.situation.title}: states and ranks${part}`,
        stateRows(prepared, states),
      ),
      table(states, `${model.situation.title}: stability${part}`, stabilityRows(prepared, states)),
    ];
  });
  return {
    content: ['% needs \\usepackage{booktabs} and \\usepackage{amssymb}', ...tables, ''].join('\n'),
    notes: leftOut(model, DRAWN),
  };
}

/** Rows of cells; null: a line between two groups. */
type Rows = readonly (readonly string[] | null)[];

function stateRows(prepared: Prepared, states: readonly number[]): Rows {
  const { model, deciders, game, space } = prepared;
  const bit = (s: number, k: number): string => ((space.codes[s] >>> k) & 1 ? 'Y' : 'N');
  return [
    ...deciders.flatMap(({ id, label }) =>
      model.options.flatMap(({ owner, label: option }, k) => {
        if (owner !== id) return [];
        const isFirst = model.options[k - 1]?.owner !== id;
        return [[isFirst ? escaped(label) : '', escaped(option), ...states.map((s) => bit(s, k))]];
      }),
    ),
    ['Decimal', '', ...states.map((s) => String(space.codes[s]))],
    null,
    ...deciders.map(({ label }, mover) => {
      const own = game.ranks[mover];
      const best = own.reduce((most, rank) => Math.max(most, rank), 0);
      return ['Rank', escaped(label), ...states.map((s) => String(best + 1 - own[s]))];
    }),
  ];
}

function stabilityRows(prepared: Prepared, states: readonly number[]): Rows {
  const { deciders, judged, equilibria } = prepared;
  return judged.concepts.flatMap((concept, c) => {
    const lists = judged.verdicts.get(concept)!;
    return [
      ...(c > 0 ? [null] : []),
      ...deciders.map(({ label }, mover) => [
        mover === 0 ? escaped(concept) : '',
        escaped(label),
        ...states.map((s) => (lists[mover][s] === 1 ? '$\\checkmark$' : '')),
      ]),
      [
        '',
        'Equilibrium',
        ...states.map((s) => (equilibria.conceptsAt(s).includes(concept) ? 'E' : '')),
      ],
    ];
  });
}

function table(states: readonly number[], caption: string, rows: Rows): string {
  const line = (cells: readonly string[]): string => `    ${cells.join(' & ')} \\\\`;
  return [
    '\\begin{table}',
    '  \\centering',
    `  \\caption{${escaped(caption)}}`,
    `  \\begin{tabular}{ll*{${states.length}}{c}}`,
    '    \\toprule',
    line(['', '', ...states.map((s) => String(s + 1))]),
    '    \\midrule',
    ...rows.map((row) => (row === null ? '    \\midrule' : line(row))),
    '    \\bottomrule',
    '  \\end{tabular}',
    '\\end{table}',
  ].join('\n');
}

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escaped(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\\~^&%$#_{}]/g, (char) => COMMANDS[char] ?? `\\${char}`);
}
