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
  /** What the move changes, such as "+meet +assure". */
  readonly label: string;
}

/** Width and height of a state, in pixels. */
export const NODE = { width: 184, height: 72 };
const GAP = { across: 24, down: 74 };
const MARGIN = 12;

/** A state with its upper left corner, in pixels. */
export interface Placed extends GraphNode {
  readonly x: number;
  readonly y: number;
}

/**
 * The graph as an SVG element: where things stand on top, each layer one step further; a colour and a dash
 * pattern for each actor, a shape for each kind of state. The same input gives the same drawing.
 * @param frame its id, unique in the page, and what it shows.
 */
export function stateGraphSvg(
  graph: StateGraph,
  frame: { readonly id: string; readonly title: string; readonly description: string },
): { readonly svg: string; readonly width: number } {
  const placed = placeStates(graph);
  const at = new Map(placed.map((node) => [node.id, node]));
  const looks = new Map(graph.actors.map(({ id }, k) => [id, actorLook(k)]));
  const moving = graph.actors.filter(({ id }) => graph.edges.some(({ actor }) => actor === id));
  const bottom = Math.max(0, ...placed.map(({ y }) => y)) + NODE.height + MARGIN;
  const kinds = KINDS.filter(([kind]) => graph.nodes.some((node) => node.kind === kind));
  const right = Math.max(...placed.map(({ x }) => x + NODE.width)) + MARGIN;
  const width = Math.max(right, 640);
  const shift = (width - right) / 2;
  const { parts, height } = legend(moving, kinds, looks, width, bottom + 22);
  const body = element(
    'g',
    { transform: shift > 0 ? `translate(${Math.round(shift)} 0)` : undefined },
    ...graph.edges.map((edge) => line(edge, at.get(edge.from)!, at.get(edge.to)!, looks)),
    ...placed.map(shape),
    ...graph.edges.map((edge) =>
      edgeLabel(edge, at.get(edge.from)!, at.get(edge.to)!, graph, looks),
    ),
  );
  return {
    svg: drawing({ ...frame, width, height }, body, ...parts),
    width,
  };
}

/** Layers as rows; within a row, in the order that keeps lines short. The same input gives the same places. */
export function placeStates({ nodes, edges }: Pick<StateGraph, 'nodes' | 'edges'>): Placed[] {
  const depth = Math.max(0, ...nodes.map(({ layer }) => layer));
  const rows = Array.from({ length: depth + 1 }, (_, layer) =>
    nodes.filter((node) => node.layer === layer),
  );
  const neighbours = (id: string): string[] =>
    edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
  const x = new Map<string, number>();
  rows.forEach((row) => {
    row.forEach(({ id }, k) => x.set(id, k * (NODE.width + GAP.across)));
  });
  // Down and up again, each row put under or over its neighbours' middle; a fixed number of rounds settles it.
  const orders = [...rows.keys(), ...[...rows.keys()].reverse()];
  for (let round = 0; round < 8; round++)
    for (const r of orders) {
      const wish = new Map(
        rows[r].map(({ id }) => {
          const near = neighbours(id).map((other) => x.get(other)!);
          return [id, near.length === 0 ? x.get(id)! : mean(near)];
        }),
      );
      rows[r].sort((a, b) => wish.get(a.id)! - wish.get(b.id)!);
      spread(rows[r].map(({ id }) => wish.get(id)!)).forEach((value, k) =>
        x.set(rows[r][k].id, value),
      );
    }
  // At last each row once more under the states it comes from, so that ways run straight down.
  for (const row of rows.slice(1)) {
    const wish = new Map(
      row.map(({ id }) => {
        const before = edges.filter(({ to }) => to === id).map(({ from }) => x.get(from)!);
        return [id, before.length === 0 ? x.get(id)! : mean(before)];
      }),
    );
    row.sort((a, b) => wish.get(a.id)! - wish.get(b.id)! || x.get(a.id)! - x.get(b.id)!);
    spread(row.map(({ id }) => wish.get(id)!)).forEach((value, k) => x.set(row[k].id, value));
  }
  const least = Math.min(...x.values());
  return nodes.map((node) => ({
    ...node,
    x: Math.round(x.get(node.id)! - least) + MARGIN,
    y: node.layer * (NODE.height + GAP.down) + MARGIN,
  }));
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** Ascending wishes moved apart to a node's width, as little as that takes on the whole. */
function spread(wishes: readonly number[]): number[] {
  const step = NODE.width + GAP.across;
  // Blocks of nodes that touch share one offset: the mean of what their members wish for.
  const blocks: { sum: number; size: number }[] = [];
  const start = ({ sum, size }: { sum: number; size: number }): number => sum / size;
  for (const wish of wishes) {
    blocks.push({ sum: wish, size: 1 });
    while (blocks.length > 1) {
      const [before, last] = blocks.slice(-2);
      if (start(before) + before.size * step <= start(last)) break;
      blocks.splice(-2, 2, {
        sum: before.sum + last.sum - last.size * before.size * step,
        size: before.size + last.size,
      });
    }
  }
  return blocks.flatMap((block) =>
    Array.from({ length: block.size }, (_, k) => start(block) + k * step),
  );
}

const KINDS: readonly (readonly [NodeKind, string])[] = [
  ['today', 'today'],
  ['end', 'improvements end here'],
  ['holds', 'would hold, but somebody is only held back'],
  ['passing', 'would not hold'],
];

function shape(node: Placed): string {
  const bold = node.kind !== 'passing';
  const lines = wrapped(node.label, NODE.width - 24, 3, { bold });
  const top = node.y + NODE.height / 2 - (lines.length * 15) / 2 + 4;
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

interface Ends {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

function ends(from: Placed, to: Placed): Ends {
  return {
    x1: from.x + NODE.width / 2,
    y1: from.y + NODE.height + 1,
    x2: to.x + NODE.width / 2,
    y2: to.y - 2,
  };
}

function line({ actor }: GraphEdge, from: Placed, to: Placed, looks: Looks): string {
  const { x1, y1, x2, y2 } = ends(from, to);
  const { colour, dash } = looks.get(actor)!;
  const tip = y2 - 7;
  const middle = (y1 + tip) / 2;
  return (
    element('path', {
      d: `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${tip}`,
      fill: 'none',
      stroke: colour,
      'stroke-width': 2,
      'stroke-dasharray': dash,
    }) +
    element('path', { d: `M${x2 - 5} ${tip - 1}L${x2} ${y2}L${x2 + 5} ${tip - 1}Z`, fill: colour })
  );
}

/** The actor in bold and its deed, above the state that the move leads to, where each line is alone. */
function edgeLabel(
  { actor, label: deed, to: target }: GraphEdge,
  from: Placed,
  to: Placed,
  { edges }: StateGraph,
  looks: Looks,
): string {
  const { x1, y1, x2, y2 } = ends(from, to);
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
