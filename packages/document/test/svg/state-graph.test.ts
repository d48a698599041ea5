import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { stateGraphSvg, type NodeKind, type StateGraph } from '../../src/index.js';

const frame = { id: 'g', title: 'A graph', description: 'What it shows' };
const actors = ['A', 'B', 'C'].map((id) => ({ id, label: `Actor ${id}` }));

/** Layered graphs in which most states are led to from the layer before, and some by longer or shorter ways. */
const graphs: fc.Arbitrary<StateGraph> = fc
  .array(
    fc.array(
      fc.record({
        label: fc.string({ unit: 'grapheme', maxLength: 60 }),
        from: fc.nat(),
        actor: fc.nat(2),
        kind: fc.constantFrom<NodeKind>('holds', 'passing', 'end'),
        anywhere: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    { maxLength: 6 },
  )
  .map((layers) => {
    const nodes: StateGraph['nodes'][number][] = [
      { id: 'now', label: 'Today', number: '#0', layer: 0, kind: 'today' },
    ];
    const edges: StateGraph['edges'][number][] = [];
    for (const [k, layer] of layers.entries()) {
      const before = nodes.filter((node) => node.layer === k);
      for (const { label, from, actor, kind, anywhere } of layer) {
        const id = nodes.length === 1 ? '' : `n${nodes.length}`;
        nodes.push({ id, label, number: `#${nodes.length}`, layer: k + 1, kind });
        const parents = anywhere ? nodes.slice(0, -1) : before;
        const parent = parents[from % parents.length]!;
        edges.push({ from: parent.id, to: id, actor: actors[actor]!.id, label: '+x −y' });
      }
    }
    return { nodes, edges, actors };
  });

/** Where each state's number stands: in the middle of it. */
function placesOf(svg: string, nodes: StateGraph['nodes']): Map<string, { x: number; y: number }> {
  const texts = [...parseHTML(`<body>${svg}</body>`).document.querySelectorAll('text')];
  return new Map(
    nodes.map(({ number, layer }) => {
      const text = texts.find((one) => one.textContent === number)!;
      return [number, { x: Number(text.getAttribute('x')), y: layer }];
    }),
  );
}

describe('the state graph', () => {
  it('puts no two states in the same place, and all within the drawing', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { svg, width } = stateGraphSvg(graph, frame);
        const places = [...placesOf(svg, graph.nodes).values()];
        for (const [k, one] of places.entries()) {
          expect(one.x).toBeGreaterThan(90);
          expect(one.x).toBeLessThan(width - 90);
          for (const other of places.slice(k + 1))
            if (one.y === other.y) expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(184);
        }
      }),
    );
  });

  it('gives the same drawing for the same graph', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        expect(stateGraphSvg(graph, frame).svg).toBe(
          stateGraphSvg(structuredClone(graph), frame).svg,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('tells actors by colour and by dashes, states by their shape, and all in a legend', () => {
    const { svg } = stateGraphSvg(
      {
        actors,
        nodes: [
          { id: 'a', label: 'Today', number: '#0', layer: 0, kind: 'today' },
          { id: 'b', label: 'War <1>', number: '#1', layer: 1, kind: 'end' },
          { id: 'c', label: 'Truce', number: '#2', layer: 1, kind: 'holds' },
        ],
        edges: [
          { from: 'a', to: 'b', actor: 'A', label: '+attack' },
          { from: 'a', to: 'c', actor: 'B', label: '+stop' },
        ],
      },
      frame,
    );
    const { document } = parseHTML(`<body>${svg}</body>`);
    const lines = [...document.querySelectorAll('path[stroke-width="2"]')];
    expect(new Set(lines.map((line) => line.getAttribute('stroke'))).size).toBe(2);
    expect(new Set(lines.map((line) => line.getAttribute('stroke-dasharray'))).size).toBe(2);
    const text = [...document.querySelectorAll('text')].map((one) => one.textContent);
    expect(text).toEqual(
      expect.arrayContaining([
        'War <1>',
        '+attack',
        'A: Actor A',
        'B: Actor B',
        'improvements end here',
        'would hold, but somebody is only held back',
      ]),
    );
    expect(text).not.toContain('C: Actor C');
    expect(document.querySelector('svg > title')!.textContent).toBe('A graph');
  });
});
