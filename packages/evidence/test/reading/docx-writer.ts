import { strToU8, zipSync } from 'fflate';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export interface Styled {
  readonly text: string;
  /** "Title", "Heading1". */
  readonly style?: string;
}

/** The files of a small Word document. */
export function docxParts(
  paragraphs: readonly Styled[],
  core: Readonly<Record<string, string>> = {},
): Record<string, Uint8Array> {
  const body = paragraphs
    .map(({ text, style }) => {
      const properties = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : '';
      return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;
    })
    .join('');
  const styles = [...new Set(paragraphs.flatMap(({ style }) => style ?? []))]
    .map(
      (id) =>
        `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id.replace(/(\d)/u, ' $1')}"/></w:style>`,
    )
    .join('');
  const properties = Object.entries(core).map(
    ([key, value]) => `<dc:${key}>${escape(value)}</dc:${key}>`,
  );
  return {
    '[Content_Types].xml': xml(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': xml(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'word/styles.xml': xml(`<w:styles ${WORD}>${styles}</w:styles>`),
    'word/document.xml': xml(`<w:document ${WORD}><w:body>${body}</w:body></w:document>`),
    'docProps/core.xml': xml(
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${properties.join('')}</cp:coreProperties>`,
    ),
  };
}

export function writeDocx(
  paragraphs: readonly Styled[],
  core: Readonly<Record<string, string>> = {},
): Uint8Array {
  return packDocx(docxParts(paragraphs, core));
}

/** The same bytes at any time. */
export function packDocx(parts: Record<string, Uint8Array>): Uint8Array {
  return zipSync(parts, { mtime: new Date(2018, 3, 27) });
}

/** A document with this for its body. */
export function docxOf(body: string): Uint8Array {
  const document = xml(`<w:document ${WORD}><w:body>${body}</w:body></w:document>`);
  return zipSync({ ...docxParts([]), 'word/document.xml': document });
}

function xml(content: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`);
}

function escape(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
}
