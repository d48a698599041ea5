import type { ConflictModel } from '@standoff/model';
import type { PrepareOptions } from '@standoff/situation';
import type { Written } from '../format.js';
import { graphOf } from '../graph.js';
import { leftOut } from '../left-out.js';
import { listed } from '../listed.js';
import { DRAWN } from './dot.js';

/** The graph in GraphML, with ranks and concepts as data of the nodes. */
export function writeGraphml(model: ConflictModel, options: PrepareOptions): Written<string> {
  const { deciders, states, moves } = graphOf(listed(model, options));
  const keys = [
    key('label', 'node', 'string'),
    key('column', 'node', 'string'),
    key('decimal', 'node', 'long'),
    key('taken', 'node', 'string'),
    key('statusQuo', 'node', 'boolean'),
    key('equilibrium', 'node', 'string'),
    ...deciders.map(({ id }) => key(`rank ${id}`, 'node', 'int', `rank_${id}`)),
    key('actor', 'edge', 'string'),
    key('improvement', 'edge', 'boolean'),
  ];
  const nodes = states.map(({ number, column, decimal, label, taken, isNow, holds, ranks }) =>
    [
      `    <node id="s${number}">`,
      data('label', label ?? (taken.join(', ') || 'nothing taken')),
      data('column', column),
      data('decimal', decimal),
      data('taken', taken.join(', ')),
      data('statusQuo', isNow),
      data('equilibrium', holds.join(' ')),
      ...deciders.map(({ id }, mover) => data(`rank_${id}`, ranks[mover])),
      '    </node>',
    ].join('\n'),
  );
  const edges = moves.map(({ mover, from, to, improves }) =>
    [
      `    <edge source="s${from}" target="s${to}">`,
      data('actor', deciders[mover].label),
      data('improvement', improves),
      '    </edge>',
    ].join('\n'),
  );
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    `  <graph id="${escaped(model.situation.title)}" edgedefault="directed">`,
    ...nodes,
    ...edges,
    '  </graph>',
    '</graphml>',
    '',
  ];
  return { content: lines.join('\n'), notes: leftOut(model, DRAWN) };
}

function key(name: string, of: 'node' | 'edge', type: string, id = name): string {
  return `  <key id="${escaped(id)}" for="${of}" attr.name="${escaped(name)}" attr.type="${type}"/>`;
}

const data = (id: string, value: string | number | boolean): string =>
  `      <data key="${escaped(id)}">${escaped(String(value))}</data>`;

/** As XML has it; characters that it has no place for are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
