import {
  ExternalHyperlink,
  InternalHyperlink,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import {
  isWebAddress,
  referencesBySource,
  VERDICT_MARKS,
  type Content,
  type Inline,
  type Verdict,
} from '@standoff/document';
import { withSteeringShown } from '@standoff/model';

/** Who or what is spoken of quietly. */
export const QUIET = '59636E';
const LINK = '0B57A4';
/** Colours of verdicts, beside their marks. */
const COLOURS: Readonly<Record<Verdict, string>> = {
  yes: '14603D',
  partly: '7A4F01',
  no: 'A4262C',
};

/** Text that may stand in a document: what would show it otherwise than it is stored can be seen. */
export function plain(text: string): string {
  return withSteeringShown(text).replace(/[\ufffe\uffff]/g, '');
}

const run = (text: string, look: IRunOptions = {}): TextRun =>
  new TextRun({ ...look, text: plain(text) });

/** Content as runs of a paragraph. `sources`: the ids that have an entry in the bibliography. */
export function runs(
  content: Content,
  sources: ReadonlySet<string>,
  look: IRunOptions = {},
): ParagraphChild[] {
  return content.flatMap((inline) => inlineRuns(inline, sources, look));
}

function inlineRuns(
  inline: Inline,
  sources: ReadonlySet<string>,
  look: IRunOptions,
): ParagraphChild[] {
  if (typeof inline === 'string') return [run(inline, look)];
  switch (inline.inline) {
    case 'strong':
    case 'actor':
      return [run(inline.text, { ...look, bold: true })];
    case 'quiet':
      return [run(inline.text, { ...look, color: QUIET })];
    case 'code':
      return [run(inline.text, { ...look, font: 'Consolas' })];
    case 'verdict': {
      const colour = { ...look, color: COLOURS[inline.verdict] };
      return [run(`${VERDICT_MARKS[inline.verdict]}\u00a0${inline.text}`, colour)];
    }
    case 'fares':
      return [
        run(inline.fares, { ...look, bold: inline.fares !== 'same' }),
        ...(inline.also === '' ? [] : [run(` ${inline.also}`, { ...look, color: QUIET })]),
      ];
    case 'references':
      return [
        run('[', { ...look, color: QUIET }),
        ...referencesBySource(inline.evidence).flatMap(({ source, places }, k) => [
          ...(k > 0 ? [run('; ', { ...look, color: QUIET })] : []),
          sources.has(source) ? linkTo(sourceAnchor(source), source, look) : run(source, look),
          ...(places === '' ? [] : [run(` ${places}`, { ...look, color: QUIET })]),
        ]),
        run(']', { ...look, color: QUIET }),
      ];
    case 'terminal':
      return [];
    case 'element':
    case 'term':
    case 'share':
      return [run(inline.text, look)];
    case 'state':
      return [run(inline.text, { ...look, italics: true })];
    case 'section':
      return [linkTo(inline.section, inline.text, look)];
    case 'link':
      return isWebAddress(inline.address)
        ? [
            new ExternalHyperlink({
              link: inline.address,
              children: [run(inline.address, { ...look, color: LINK })],
            }),
          ]
        : [run(inline.address, look)];
  }
}

export function linkTo(anchor: string, text: string, look: IRunOptions = {}): InternalHyperlink {
  return new InternalHyperlink({
    anchor: bookmarkName(anchor),
    children: [run(text, { ...look, color: LINK })],
  });
}

/** A name that a bookmark may have: letters, digits and lines. */
export const bookmarkName = (id: string): string =>
  `_${id.replace(/[^A-Za-z0-9]/g, '_')}`.slice(0, 40);

export const sourceAnchor = (source: string): string => `source-${source}`;
