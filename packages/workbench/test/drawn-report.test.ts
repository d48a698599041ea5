import type { ReportDocument } from '@standoff/document';
import { expect, it } from 'vitest';
import { drawnReport, reportOfDrawn } from '../src/answers/drawn-report.js';

it('a report is handed over as data, its figures drawn, wherever they stand', () => {
  const figure = (id: string) =>
    ({
      block: 'figure',
      id,
      title: id,
      caption: [],
      draw: (width: number) => ({ svg: `<svg id="${id}"/>`, width }),
      words: [],
    }) as const;
  const report: ReportDocument = {
    title: 'T',
    subtitle: '',
    made: null,
    generator: 'G',
    sections: [
      { id: 's', title: 'S', blocks: [figure('one'), { ...figure('two'), words: [figure('in')] }] },
    ],
  };
  const again = reportOfDrawn(structuredClone(drawnReport(report)));
  const [one, two] = again.sections[0].blocks;
  if (one.block !== 'figure' || two.block !== 'figure') throw new Error('no figures');
  expect([one.draw(1).svg, two.draw(1).svg]).toEqual(['<svg id="one"/>', '<svg id="two"/>']);
  const [inner] = two.words;
  expect(inner.block === 'figure' && inner.draw(1).svg).toBe('<svg id="in"/>');
  expect(JSON.stringify(again)).toBe(JSON.stringify(report));
});
