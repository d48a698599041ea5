import { graphlib, layout } from '@dagrejs/dagre';
import type { Drawing } from '../document.js';
import { ARC, ends, line } from './state-graph-lines.js';
import {
  actorLook,
  drawing,
  element,
  INK,
  label,
  LINE,
  PAPER,
  QUIET,
  TINT,
  textWidth,
  wrapped,
  type DrawingFrame,
} from './svg.js';

/** States and moves between them, to be drawn layer under layer. */
export interface StateGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** In the order of the model, which gives each its colour and dashes. */
  readonly actors: readonly { readonly id: string; readonly label: string }[];
}

export interface GraphNode {
  readonly id: string;
  readonly label: string;
  /** "#12". */
  readonly number: string;
  /** 0 for where things stand; steps from there. */
  readonly layer: number;
  /**
   * today: where things stand. end: improvements lead here and no further. holds: an equilibrium in which
   * somebody is deterred from a better move. passing: any other.
   */
  readonly kind: NodeKind;
}

export type NodeKind = 'today' | 'end' | 'holds' | 'passing';

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly actor: string;
  /** What the move changes, such as "+meet +assure"; empty: its line has no words. */
  readonly label: string;
  /** Set: it is no improvement, and is drawn thin, without a tip. */
  readonly faint?: true;
}

/** Width and height of a state, in pixels. */
export const NODE = { width: 184, height: 72 };
const GAP = { across: 24, down: 74 };
const MARGIN = 12;
const { Graph } = graphlib;

/** A state with its upper left corner, in pixels. */
export interface Placed extends GraphNode {
  readonly x: number;
  readonly y: number;
}

/**
 * The graph as an SVG element: where things stand on top, each layer one step further; a colour and a dash
 * pattern for each actor, a shape for each kind of state. The same input gives the same drawing.
 */
export function stateGraphSvg(
  graph: StateGraph,
  {
    link,
    ...frame
  }: Pick<DrawingFrame, 'id' | 'title' | 'description'> & {
    /** The address of a state; left out: the drawing leads nowhere. */
    readonly link?: (id: string) => string;
  },
): Drawing {
  const placed = placeStates(graph);
  const at = new Map(placed.map((node) => [node.id, node]));
  const looks = new Map(graph.actors.map(({ id }, k) => [id, actorLook(k)]));
  const moving = graph.actors.filter(({ id }) => graph.edges.some(({ actor }) => actor === id));
  const bottom =
    Math.max(0, ...placed.map(({ y }) => y)) + NODE.height + (hasArcs(graph) ? ARC : 0) + MARGIN;
  const kinds = KINDS.filter(([kind]) => graph.nodes.some((node) => node.kind === kind));
  const right = Math.max(...placed.map(({ x }) => x + NODE.width)) + MARGIN;
  const width = Math.max(right, 640);
  const shift = (width - right) / 2;
  const { parts, height } = legend(moving, kinds, looks, width, bottom + 22);
  const body = element(
    'g',
    { transform: shift > 0 ? `translate(${Math.round(shift)} 0)` : undefined },
    ...graph.edges.map(({ from, to, actor, faint }) =>
      line(at.get(from)!, at.get(to)!, NODE, looks.get(actor)!, faint === true),
    ),
    ...placed.map((node) =>
      link === undefined ? shape(node) : element('a', { href: link(node.id) }, shape(node)),
    ),
    ...graph.edges
      .filter((edge) => edge.label !== '')
      .map((edge) => edgeLabel(edge, at.get(edge.from)!, at.get(edge.to)!, graph, looks)),
  );
  return {
    svg: drawing({ ...frame, width, height, hasLinks: link !== undefined }, body, ...parts),
    width,
  };
}

/** Whether a move stays within a row: its line goes below that. */
function hasArcs({ nodes, edges }: StateGraph): boolean {
  const layerOf = new Map(nodes.map(({ id, layer }) => [id, layer]));
  return edges.some(({ from, to }) => layerOf.get(from) === layerOf.get(to));
}

/** Layers as rows; within a row, in the order in which few lines cross. The same input gives the same places. */
export function placeStates({ nodes, edges }: Pick<StateGraph, 'nodes' | 'edges'>): Placed[] {
  const layerOf = new Map(nodes.map(({ id, layer }) => [id, layer]));
  const graph = new Graph()
    .setGraph({ nodesep: GAP.across, ranksep: GAP.down, marginx: MARGIN })
    .setDefaultEdgeLabel(() => ({}));
  // The layout makes its own layers, from the edges: so it is given those that are one layer long, and
  // a state that none of them leads to hangs on any state of the layer before, or on a root.
  graph.setNode(ROOT, { width: 0, height: 0 });
  const idIn = (id: string): string => `state ${id}`;
  for (const { id } of nodes) graph.setNode(idIn(id), { ...NODE });
  for (const { from, to } of edges)
    if (layerOf.get(to) === layerOf.get(from)! + 1) graph.setEdge(idIn(from), idIn(to));
  for (const { id, layer } of nodes) {
    if ((graph.inEdges(idIn(id)) ?? []).length > 0) continue;
    const above = nodes.find((one) => one.layer === layer - 1);
    graph.setEdge(above === undefined ? ROOT : idIn(above.id), idIn(id));
  }
  layout(graph);
  return nodes.map((node) => ({
    ...node,
    x: Math.round(graph.node(idIn(node.id)).x - NODE.width / 2),
    y: node.layer * (NODE.height + GAP.down) + MARGIN,
  }));
}

const ROOT = 'root';

const KINDS: readonly (readonly [NodeKind, string])[] = [
  ['today', 'today'],
  ['end', 'improvements end here'],
  ['holds', 'would hold, but somebody is only held back'],
  ['passing', 'would not hold'],
];

function shape(node: Placed): string {
  const bold = node.kind !== 'passing';
  const lines = wrapped(node.label, NODE.width - 24, 3, { bold });
  const top = node.y + NODE.height / 2 - (lines.length * 15) / 2 + (node.number === '' ? 11 : 4);
  return element(
    'g',
    {},
    outline(node.kind, node.x, node.y, NODE.width, NODE.height),
    ...lines.map((text, k) =>
      label(node.x + NODE.width / 2, top + k * 15, text, {
        'text-anchor': 'middle',
        'font-weight': bold ? 600 : undefined,
      }),
    ),
    label(node.x + NODE.width / 2, top + lines.length * 15 - 1, node.number, {
      'text-anchor': 'middle',
      'font-size': 10.5,
      fill: QUIET,
    }),
  );
}

/** Today is round, an end has cut corners and a heavy line, what holds has a double line, the rest a thin one. */
function outline(kind: NodeKind, x: number, y: number, width: number, height: number): string {
  const box = { x, y, width, height, fill: PAPER, stroke: INK };
  switch (kind) {
    case 'today':
      return element('rect', { ...box, rx: height / 2, fill: TINT, 'stroke-width': 2.5 });
    case 'end': {
      const c = Math.min(12, height / 3);
      const points = [
        [x + c, y],
        [x + width - c, y],
        [x + width, y + c],
        [x + width, y + height - c],
        [x + width - c, y + height],
        [x + c, y + height],
        [x, y + height - c],
        [x, y + c],
      ];
      return element('polygon', {
        points: points.map((point) => point.join(',')).join(' '),
        fill: TINT,
        stroke: INK,
        'stroke-width': 2.5,
      });
    }
    case 'holds': {
      const inner = { x: x + 3, y: y + 3, width: width - 6, height: height - 6 };
      return (
        element('rect', { ...box, 'stroke-width': 1.2 }) +
        element('rect', { ...inner, fill: 'none', stroke: INK, 'stroke-width': 1.2 })
      );
    }
    case 'passing':
      return element('rect', { ...box, rx: 6, stroke: LINE, 'stroke-width': 1.2 });
  }
}

type Looks = ReadonlyMap<string, ReturnType<typeof actorLook>>;

/** The actor in bold and its deed, above the state that the move leads to, where each line is alone. */
function edgeLabel(
  { actor, label: deed, to: target }: GraphEdge,
  from: Placed,
  to: Placed,
  { edges }: StateGraph,
  looks: Looks,
): string {
  const { x1, y1, x2, y2 } = ends(from, to, NODE);
  const shared = edges.filter((edge) => edge.to === target);
  // Where several lines arrive, each label stands on its own line, a little higher.
  const t = shared.length === 1 ? 0.62 : 0.45;
  const ease = t * t * (3 - 2 * t);
  const x = x1 + (x2 - x1) * ease;
  const lines = wrapped(deed, NODE.width - 14, 2, { size: 11 });
  const top = y1 + (y2 - y1) * t - lines.length * 7;
  const look = {
    'text-anchor': 'middle',
    'font-size': 11,
    stroke: PAPER,
    'stroke-width': 4,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  };
  return (
    label(x, top, actor, { ...look, 'font-weight': 700, fill: looks.get(actor)!.colour }) +
    lines.map((text, k) => label(x, top + 13 * (k + 1), text, look)).join('')
  );
}

function legend(
  actors: StateGraph['actors'],
  kinds: readonly (readonly [NodeKind, string])[],
  looks: Looks,
  width: number,
  top: number,
): { readonly parts: string[]; readonly height: number } {
  const parts: string[] = [
    element('path', { d: `M${MARGIN} ${top - 16}H${width - MARGIN}`, stroke: LINE, fill: 'none' }),
  ];
  let x = MARGIN;
  let y = top;
  const put = (size: number, text: string, mark: (x: number, y: number) => string): void => {
    const needed = size + 8 + textWidth(text) + 20;
    if (x > MARGIN && x + needed > width - MARGIN) {
      x = MARGIN;
      y += 24;
    }
    parts.push(mark(x, y), label(x + size + 8, y + 4, text));
    x += needed;
  };
  for (const { id, label: name } of actors) {
    const { colour, dash } = looks.get(id)!;
    put(38, name === id ? name : `${id}: ${name}`, (left, line) =>
      element('path', {
        d: `M${left} ${line}h38`,
        stroke: colour,
        'stroke-width': 2.5,
        'stroke-dasharray': dash,
        fill: 'none',
      }),
    );
  }
  x = MARGIN;
  y += 26;
  for (const [kind, text] of kinds)
    put(30, text, (left, line) => outline(kind, left, line - 8, 30, 16));
  return { parts, height: y + 20 };
}
