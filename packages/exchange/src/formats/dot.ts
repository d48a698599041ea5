import type { ConflictModel } from '@standoff/model';
import type { PrepareOptions } from '@standoff/situation';
import type { Written } from '../format.js';
import { graphOf } from '../graph.js';
import { leftOut, type Part } from '../left-out.js';
import { listed } from '../listed.js';

/** Apart for those who do not see some colours (Okabe and Ito). */
const COLOURS = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#000000'];

/** What the graph of a model shows. */
export const DRAWN: readonly Part[] = [
  'moves ruled out',
  'moves given',
  'states that are one',
  'names of states',
  'one-way options',
  'options of the status quo',
];

/** The graph for Graphviz: improvements drawn, other moves dashed; the status quo has two lines around it. */
export function writeDot(model: ConflictModel, options: PrepareOptions): Written<string> {
  const { deciders, states, moves } = graphOf(listed(model, options));
  const colourOf = (mover: number): string => COLOURS[mover % COLOURS.length];
  const lines = [
    `digraph ${quoted(model.situation.title)} {`,
    '  node [shape=box, style=rounded];',
    ...states.map(({ number, column, label, taken, isNow, holds }) => {
      const name = label ?? (taken.length === 0 ? 'nothing taken' : taken.join(', '));
      return `  s${number} [label=${quoted(`${number} ${column}\n${name}`)}${isNow ? ', peripheries=2' : ''}${holds.length > 0 ? `, penwidth=2, tooltip=${quoted(holds.join(', '))}` : ''}];`;
    }),
    ...moves.map(
      ({ mover, from, to, improves }) =>
        `  s${from} -> s${to} [color=${quoted(colourOf(mover))}, tooltip=${quoted(deciders[mover].label)}${improves ? '' : ', style=dashed'}];`,
    ),
    '}',
    '',
  ];
  const legend = deciders.map(({ label }, mover) => `// ${colourOf(mover)} ${oneLine(label)}`);
  return { content: [...legend, ...lines].join('\n'), notes: leftOut(model, DRAWN) };
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');

const quoted = (text: string): string =>
  `"${text.replace(/[\\"]/g, (char) => `\\${char}`).replace(/\n/g, '\\n')}"`;
