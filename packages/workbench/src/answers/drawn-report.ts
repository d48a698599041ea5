import type { Drawing, Figure, ReportDocument } from '@standoff/document';

/** So wide figures are drawn, in CSS pixels: about as wide as the text of a page. */
const WIDTH = 760;

/** A report as data that a worker can hand over: a figure draws itself, and is drawn here. */
export interface DrawnReport {
  /** Without what draws its figures. */
  readonly document: ReportDocument;
  /** The figures in the order in which they come. */
  readonly drawings: readonly Drawing[];
}

export function drawnReport(document: ReportDocument): DrawnReport {
  const drawings: Drawing[] = [];
  const data = withFigures(document, ({ draw, ...figure }) => {
    drawings.push(draw(WIDTH));
    return figure;
  });
  return { document: data as ReportDocument, drawings };
}

/** The report that was handed over, its figures as they were drawn. */
export function reportOfDrawn({ document, drawings }: DrawnReport): ReportDocument {
  let next = 0;
  return withFigures(document, (figure) => {
    const drawing = drawings[next++];
    return { ...figure, draw: () => drawing };
  }) as ReportDocument;
}

/** The same with its figures changed, wherever they stand, the first first. */
function withFigures(value: unknown, change: (figure: Figure) => object): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => withFigures(one, change));
  if (typeof value !== 'object' || value === null) return value;
  const own = isFigure(value) ? change(value) : value;
  return Object.fromEntries(
    Object.entries(own).map(([name, one]) => [name, withFigures(one, change)]),
  );
}

function isFigure(value: object): value is Figure {
  return 'block' in value && value.block === 'figure';
}
