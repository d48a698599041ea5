import type { Block, Figure, ReportDocument } from '@standoff/document';
import { ModelFault } from '@standoff/model';
import type { ExchangeNote } from '../format.js';
import type { ReportTools } from './report-format.js';

/** As wide as a figure is drawn, in CSS pixels. */
const WIDTH = 960;
/** Points of a picture for each of them: sharp on paper, too. */
const SCALE = 2;

/** The figures of a report, by name: "map", "course", "tornado". */
export function figuresOf({ sections }: ReportDocument): ReadonlyMap<string, Figure> {
  return new Map(
    sections
      .flatMap(({ blocks }) => blocks)
      .flatMap(figuresIn)
      .map((figure) => [figure.id.replace(/^figure-/, ''), figure]),
  );
}

function figuresIn(block: Block): Figure[] {
  if (block.block === 'figure') return [block];
  if (block.block !== 'list') return [];
  return block.items.flatMap(({ below }) => below.flatMap(figuresIn));
}

/** A figure as a file: a drawing that needs no page around it. */
export async function writeSvg(
  report: ReportDocument,
  tools: ReportTools,
): Promise<{ content: string; notes: ExchangeNote[] }> {
  const { figure, notes } = asked(report, tools);
  return Promise.resolve({
    content: `<?xml version="1.0" encoding="UTF-8"?>\n${standalone(figure.draw(WIDTH).svg)}\n`,
    notes,
  });
}

/** The same as a picture. */
export async function writePng(
  report: ReportDocument,
  tools: ReportTools,
): Promise<{ content: Uint8Array; notes: ExchangeNote[] }> {
  const { figure, notes } = asked(report, tools);
  return { content: await tools.raster(standalone(figure.draw(WIDTH).svg), SCALE), notes };
}

/** A drawing in the colours of paper: what a page would say of them is left out. */
export function standalone(svg: string): string {
  return svg.replace(/="var\(--[\w-]+, ([^()"]+)\)"/g, '="$1"');
}

/** The figure that is asked for; others are told where nobody said which. */
function asked(
  report: ReportDocument,
  { figure: name }: ReportTools,
): { readonly figure: Figure; readonly notes: ExchangeNote[] } {
  const figures = figuresOf(report);
  const names = [...figures.keys()];
  if (names.length === 0) throw new ModelFault('', 'a figure', 'a report without one');
  const figure = figures.get(name ?? names[0]);
  if (figure === undefined)
    throw new ModelFault('', `a figure of this report, ${names.join(', ')}`, JSON.stringify(name));
  const others = names.slice(1);
  return {
    figure,
    notes:
      name === null && others.length > 0
        ? [
            {
              place: null,
              message: `This is the figure ${names[0]}; there are ${others.join(', ')}`,
            },
          ]
        : [],
  };
}
