/** A line of a page: baseline from below, in points. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** Quarters of a turn that the letters stand in; by less than a quarter they are slanted. */
  readonly turns?: number;
  /** Space after each letter. */
  readonly apart?: number;
}

/** The smallest PDF that shows lines of Latin letters in Courier where they are put. */
export function writePdf(
  pages: readonly (readonly Placed[])[],
  info: Readonly<Record<string, string>> = {},
  rotate = 0,
): Uint8Array {
  const objects: string[] = [];
  const kids = pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ');
  objects.push('<< /Type /Catalog /Pages 2 0 R >>');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>');
  objects.push(
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>',
  );
  for (const page of pages) {
    const shown = page
      .map(({ text, x, y, size = 10, bold = false, turns = 0, apart = 0 }) => {
        const [cos, sin] = [Math.cos((turns * Math.PI) / 2), Math.sin((turns * Math.PI) / 2)];
        const matrix = [cos, sin, -sin, cos].map((value) => value.toFixed(4)).join(' ');
        return `BT /${bold ? 'B' : 'F'} ${size} Tf ${apart} Tc ${matrix} ${x} ${y} Tm (${escaped(text)}) Tj ET`;
      })
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${objects.length + 2} 0 R ` +
        `/Rotate ${rotate} /Resources << /Font << /F 3 0 R /B 4 0 R >> >> >>`,
    );
    objects.push(`<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`);
  }
  const entries = Object.entries(info).map(([key, value]) => `/${key} (${escaped(value)})`);
  objects.push(`<< ${entries.join(' ')} >>`);
  return assemble(objects, `/Root 1 0 R /Info ${objects.length} 0 R`);
}

/** Objects, their table and the trailer. */
export function assemble(objects: readonly string[], trailer: string): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

export function escaped(text: string): string {
  return text.replace(/[\\()]/gu, '\\$&');
}

/** Paragraphs set in lines of so many letters, pages of so many lines; a blank line after each. */
export function typeset(
  paragraphs: readonly string[],
  {
    letters = 70,
    perPage = 30,
    header = '',
  }: { letters?: number; perPage?: number; header?: string },
): Placed[][] {
  const pages: Placed[][] = [];
  let page: Placed[] = [];
  let row = 0;
  const turn = (): void => {
    if (header !== '') page.push({ text: header, x: 60, y: 780 });
    page.push({ text: String(pages.length + 1), x: 300, y: 20 });
    pages.push(page);
    page = [];
    row = 0;
  };
  for (const paragraph of paragraphs) {
    for (const text of wrap(paragraph, letters)) {
      if (row >= perPage) turn();
      page.push({ text, x: 60, y: 740 - 14 * row++ });
    }
    row++;
  }
  turn();
  return pages;
}

export function wrap(text: string, letters: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > letters) {
      lines.push(line);
      line = word;
    } else line += (line === '' ? '' : ' ') + word;
  }
  return [...lines, line];
}
