import { formulaText } from './docx-formula.js';
import type { Numbers } from './docx-numbering.js';
import { readNumbering, type Style } from './docx-styles.js';
import {
  childOf,
  elementsOf,
  isOn,
  replaceChild,
  runOf,
  valueOf,
  xmlElement,
  xmlText,
  type Xml,
} from './docx-tree.js';

/** Styles that the converter is told of: items counted here, headings by their outline. */
export const ITEM_STYLE = 'StandoffItem';
export const HEADING_STYLE = 'StandoffHeading';

export interface Parts {
  readonly styles: ReadonlyMap<string, Style>;
  readonly numbers: Numbers;
}

/** What of a document is not among its paragraphs, or was taken out of them. */
export interface Findings {
  readonly warnings: string[];
  /** Relations to files of other forms within the document, by the text that stands for each. */
  readonly chunks: Map<string, string>;
}

const WRAPPERS = new Set(['w:fldSimple', 'w:dir', 'w:bdo']);
const LISTED_CONTENTS = /^(?:toc \d|toc heading|table of figures|index \d|table of authorities)/u;

/**
 * Writes a part of a document so that the converter reads all of its words and no others: equations, ruby,
 * fields and text boxes as text, items with their numbers; hidden text and tables of contents out.
 */
export function settleDocument(root: Xml, { styles, numbers }: Parts, findings: Findings): void {
  for (const node of elementsOf(root, WRAPPERS)) replaceChild(node, node.children);
  removeContents(root, styles);
  settleWords(root);
  removeHidden(root, styles, findings);
  hoistBoxes(root);
  for (const chunk of elementsOf(root, new Set(['w:altChunk', 'w:subDoc']))) {
    const mark = `\uE000${findings.chunks.size}\uE000`;
    findings.chunks.set(mark, chunk.attribs['r:id'] ?? '');
    replaceChild(chunk, [xmlElement('w:p', {}, runOf(mark))]);
  }
  for (const data of elementsOf(root, new Set(['a:graphicData']))) {
    const what = /\/(diagram|chart)$/u.exec(data.attribs['uri'] ?? '')?.[1];
    if (what) {
      const after = placeOf(data);
      findings.warnings.push(`The words of a ${what} are not read; it stands ${after}.`);
    }
  }
  for (const paragraph of elementsOf(root, new Set(['w:p'])))
    settleParagraph(paragraph, styles, numbers);
}

function settleWords(root: Xml): void {
  for (const formula of elementsOf(root, new Set(['m:oMath']))) {
    const around = formula.parent?.name === 'm:oMathPara' ? formula.parent : formula;
    replaceChild(around, [runOf(formulaText(around))]);
  }
  // Where a page or column ends within a paragraph, a word ends too.
  for (const end of elementsOf(root, new Set(['w:br', 'w:cr'])))
    replaceChild(end, [xmlElement('w:br', {})]);
  // Beside its base, ruby repeats how it is read aloud.
  for (const ruby of elementsOf(root, new Set(['w:ruby']))) {
    const base = childOf(ruby, 'w:rubyBase');
    replaceChild(ruby, base ? runOf(xmlText(base)).children : []);
  }
}

function removeContents(root: Xml, styles: ReadonlyMap<string, Style>): void {
  for (const sdt of elementsOf(root, new Set(['w:sdt']))) {
    const gallery = valueOf(childOf(childOf(sdt, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
    if (/^table of contents$/iu.test(gallery ?? '')) replaceChild(sdt, []);
  }
  let open = 0;
  let contents = false;
  for (const paragraph of elementsOf(root, new Set(['w:p']))) {
    let inside = contents;
    for (const node of elementsOf(paragraph, new Set(['w:fldChar', 'w:instrText']))) {
      const type = node.attribs['w:fldCharType'];
      if (type === 'begin') open++;
      else if (type === 'end') {
        open = Math.max(0, open - 1);
        if (open === 0) contents = false;
      } else if (open === 1 && /^\s*(?:TOC|INDEX|TOA)\b/u.test(xmlText(node))) {
        contents = true;
        inside = true;
      }
    }
    const style = styles.get(styleOf(paragraph) ?? '')?.name ?? '';
    if (inside || LISTED_CONTENTS.test(style)) replaceChild(paragraph, []);
  }
}

function removeHidden(root: Xml, styles: ReadonlyMap<string, Style>, { warnings }: Findings): void {
  let count = 0;
  let first = '';
  for (const run of elementsOf(root, new Set(['w:r', 'w:tr']))) {
    const properties = childOf(run, run.name === 'w:r' ? 'w:rPr' : 'w:trPr');
    const paragraph = run.parent?.name === 'w:p' ? run.parent : undefined;
    const style = styles.get(valueOf(properties, 'w:rStyle') ?? styleOf(paragraph) ?? '');
    const hidden =
      run.name === 'w:tr'
        ? isOn(properties, 'w:hidden')
        : childOf(properties, 'w:vanish')
          ? isOn(properties, 'w:vanish')
          : (style?.hidden ?? false);
    if (!hidden) continue;
    if (xmlText(run).trim() !== '' && count++ === 0) first = placeOf(run);
    replaceChild(run, []);
  }
  if (count > 0) {
    const places = count === 1 ? 'Hidden text was' : `Hidden text at ${count} places was`;
    warnings.push(`${places} left out; ${count === 1 ? 'it' : 'the first'} stands ${first}.`);
  }
}

/** "after “The council will vote”", "at the beginning". */
function placeOf(node: Xml): string {
  let before = '';
  for (let at: Xml | null = node; at?.parent && before === ''; at = at.parent) {
    const siblings: Xml[] = at.parent.children;
    for (let i = siblings.indexOf(at) - 1; i >= 0 && before === ''; i--)
      before = xmlText(siblings[i]).trim();
  }
  if (before === '') return 'at the beginning';
  const words = before.split(/\s+/u).slice(-6).join(' ');
  return `after “${words.slice(-60)}”`;
}

/** Paragraphs of a text box stand after the one that it is fixed to. */
function hoistBoxes(root: Xml): void {
  for (const twice of elementsOf(root, new Set(['mc:AlternateContent']))) {
    const choice = childOf(twice, 'mc:Choice');
    const box = choice && elementsOf(choice, new Set(['w:txbxContent'])).length > 0;
    replaceChild(twice, (box ? choice : (childOf(twice, 'mc:Fallback') ?? choice))?.children ?? []);
  }
  // Of several boxes the first comes to stand first.
  for (const box of elementsOf(root, new Set(['w:txbxContent'])).reverse()) {
    let paragraph = box.parent;
    while (paragraph && paragraph.name !== 'w:p') paragraph = paragraph.parent;
    if (!paragraph?.parent) continue;
    replaceChild(box, []);
    replaceChild(paragraph, [paragraph, ...box.children]);
  }
}

function settleParagraph(
  paragraph: Xml,
  styles: ReadonlyMap<string, Style>,
  numbers: Numbers,
): void {
  const properties = childOf(paragraph, 'w:pPr');
  const mark = childOf(properties, 'w:rPr');
  // A paragraph that was deleted is not counted.
  if (childOf(mark, 'w:del') || childOf(mark, 'w:moveFrom')) return;
  const style = styles.get(styleOf(paragraph) ?? '');
  const numbering = readNumbering(properties, style?.numbering ?? null);
  const heading = style?.isHeading === true;
  const label = numbering ? numbers.next(numbering) : '';
  if (properties)
    properties.children = properties.children.filter(({ name }) => name !== 'w:numPr');
  if (label !== '' && xmlText(paragraph).trim() !== '') {
    const at = properties ? paragraph.children.indexOf(properties) + 1 : 0;
    paragraph.children.splice(at, 0, runOf(label));
    if (!heading) restyle(paragraph, properties, ITEM_STYLE);
  }
  if (heading && !/^heading [1-6]$/u.test(style.name))
    restyle(paragraph, properties, HEADING_STYLE);
}

function restyle(paragraph: Xml, properties: Xml | undefined, id: string): void {
  const style = xmlElement('w:pStyle', { 'w:val': id });
  if (properties)
    properties.children = [style, ...properties.children.filter(({ name }) => name !== 'w:pStyle')];
  else paragraph.children.unshift(xmlElement('w:pPr', {}, style));
}

function styleOf(paragraph: Xml | undefined): string | undefined {
  return valueOf(childOf(paragraph, 'w:pPr'), 'w:pStyle');
}
