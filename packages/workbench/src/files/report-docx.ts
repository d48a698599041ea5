import { REPORT_FORMATS } from '@standoff/exchange/report';
import { reportOfDrawn, type DrawnReport } from '../answers/drawn-report.js';
import { pngOf } from './picture.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The report as a document of a word processor. What writes it is loaded now. */
export async function reportDocx(drawn: DrawnReport): Promise<Blob> {
  const write = await REPORT_FORMATS.find(({ name }) => name === 'docx')!.writer();
  const raster = async (svg: string, scale: number): Promise<Uint8Array> =>
    new Uint8Array(await (await pngOf(svg, scale)).arrayBuffer());
  const { content } = await write(reportOfDrawn(drawn), { raster, figure: null });
  return new Blob([content as BlobPart], { type: DOCX });
}
