import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFile } from '@standoff/case';
import type { Raster } from '@standoff/exchange/report';
import type { Io } from './io.js';

/** Each of the files that pictures are made with is smaller. */
const MOST_BYTES = 10_000_000;
const FONT = 'DejaVu Sans Condensed';
const CUTS = ['', '-Bold', '-Oblique'].map((cut) => `DejaVuSansCondensed${cut}.ttf`);

let begun: Promise<void> | null = null;

/** Makes pictures of drawings, with letters of its own: what is installed here is not asked for. */
export async function rasterOf({ threads }: Io): Promise<Raster> {
  const bytesOf = (name: string): Buffer => {
    const file = fileURLToPath(new URL(`drawing/${name}`, threads));
    const bytes = readFile(file, MOST_BYTES, file);
    if (bytes === null) throw new Error(`${file} is missing: install standoff again`);
    return bytes;
  };
  begun ??= initWasm(bytesOf('index_bg.wasm'));
  await begun;
  const fontBuffers = CUTS.map(bytesOf);
  return (svg, scale) => {
    const drawing = new Resvg(svg, {
      font: { fontBuffers, defaultFontFamily: FONT, sansSerifFamily: FONT },
      fitTo: { mode: 'zoom', value: scale },
      background: '#ffffff',
    });
    return Promise.resolve(drawing.render().asPng());
  };
}
