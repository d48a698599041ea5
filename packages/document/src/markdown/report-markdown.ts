import { withSteeringShown } from '@standoff/model';
import type {
  Block,
  Content,
  Inline,
  List,
  ReportDocument,
  Section,
  Table,
  Verdict,
} from '../document.js';
import { referencesBySource, sourceAnchor } from '../references.js';
import { isWebAddress } from '../web-address.js';

/**
 * A document as Markdown (CommonMark with tables). Figures are told in words. `data` is what a check
 * needs, as JSON on one line; it ends the file as a comment that is not shown.
 */
export function reportMarkdown(document: ReportDocument, data: string): string {
  const { title, subtitle, made, generator, sections } = document;
  return `<!-- ${generator} report -->

# ${plain(title)}

${[subtitle === '' ? '' : `As of ${subtitle}`, generator, made === null ? '' : `made on ${made}`]
  .filter(Boolean)
  .map(plain)
  .join(' · ')}

${sections.map(({ title: name, id }) => `- [${plain(name)}](#${id})`).join('\n')}

${sections.map(sectionMarkdown).join('\n\n')}

<!-- standoff-report ${data.replaceAll('-', '\\u002d').replaceAll('>', '\\u003e')} -->
`;
}

function sectionMarkdown({ id, title, blocks }: Section): string {
  return [`## <a id="${id}"></a>${plain(title)}`, ...blocks.map(blockMarkdown)]
    .filter(Boolean)
    .join('\n\n');
}

function blockMarkdown(block: Block): string {
  switch (block.block) {
    case 'paragraph':
      return block.role === 'note'
        ? `> ${contentMarkdown(block.content)}`
        : contentMarkdown(block.content);
    case 'heading':
      return `### ${contentMarkdown(block.content)}`;
    case 'list':
      return listMarkdown(block);
    case 'table':
      return tableMarkdown(block);
    case 'figure':
      if (block.words.length === 0) return '';
      return [
        `**Figure.** ${contentMarkdown(block.caption)}`,
        ...block.words.map(blockMarkdown),
      ].join('\n\n');
    case 'listing': {
      const lines = block.text.replace(/(\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/);
      const width = String(lines.length).length;
      const numbered = lines.map((line, k) =>
        `${String(k + 1).padStart(width)}  ${withSteeringShown(line)}`.trimEnd(),
      );
      // Longer than any run of backticks within, so that no line ends it.
      const longest = Math.max(2, ...[...block.text.matchAll(/`+/g)].map(([run]) => run.length));
      const fence = '`'.repeat(longest + 1);
      return `${fence}text\n${numbered.join('\n')}\n${fence}`;
    }
    case 'bibliography':
      return block.entries
        .map(
          ({ source, content }) =>
            `- <a id="${sourceAnchor(source)}"></a>**${plain(source)}** ${contentMarkdown(content)}`,
        )
        .join('\n');
  }
}

function listMarkdown({ ordered, items }: List): string {
  return items
    .map(({ content, below }, k) => {
      const mark = ordered ? `${k + 1}. ` : '- ';
      const inner = below.map((block) => indented(blockMarkdown(block), mark.length)).join('\n');
      return `${mark}${contentMarkdown(content)}${inner === '' ? '' : `\n${inner}`}`;
    })
    .join('\n');
}

function indented(text: string, columns: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(columns));
}

const ALIGN = { start: '---', middle: ':-:', end: '--:' };

function tableMarkdown({ caption, columns, groups }: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const lines = [
    row(columns.map(({ head }) => contentMarkdown(head))),
    row(columns.map(({ align }) => ALIGN[align])),
    ...groups.flatMap(({ title, rows }) => [
      ...(title === '' ? [] : [row([`**${plain(title)}**`, ...columns.slice(1).map(() => '')])]),
      ...rows.map((cells) => row(cells.map(contentMarkdown))),
    ]),
  ];
  return `**${plain(caption)}**\n\n${lines.join('\n')}`;
}

const MARKS: Readonly<Record<Verdict, string>> = { yes: '●', partly: '◐', no: '○' };

function contentMarkdown(content: Content): string {
  return content.map(inlineMarkdown).join('').trim();
}

function inlineMarkdown(inline: Inline): string {
  if (typeof inline === 'string') return plain(inline);
  switch (inline.inline) {
    case 'strong':
      return emphasised(inline.text);
    case 'terminal':
      return '';
    case 'quiet':
    case 'term':
    case 'share':
      return plain(inline.text);
    case 'code':
      return `<code>${plain(inline.text)}</code>`;
    case 'verdict':
      return `${MARKS[inline.verdict]} ${plain(inline.text)}`;
    case 'fares':
      return inline.also === '' ? inline.fares : `${inline.fares} (${plain(inline.also)})`;
    case 'references':
      return `\\[${referencesBySource(inline.evidence)
        .map(
          ({ source, places }) =>
            `[${plain(source)}](#${sourceAnchor(source)})${places === '' ? '' : ` ${plain(places)}`}`,
        )
        .join('; ')}\\]`;
    case 'actor':
      return emphasised(inline.text);
    case 'element':
    case 'state':
      return plain(inline.text);
    case 'section':
      return `[${plain(inline.text)}](#${inline.section})`;
    case 'link':
      return isWebAddress(inline.address) ? `<${inline.address}>` : plain(inline.address);
  }
}

/** Spaces stay outside of the asterisks, which would not count otherwise. */
function emphasised(text: string): string {
  const [, before, word, after] = /^(\s*)(.*?)(\s*)$/su.exec(text)!;
  return word === '' ? text : `${before}**${plain(word)}**${after}`;
}

/** Somebody's text without any of it read as Markdown or HTML, on one line. */
function plain(text: string): string {
  return withSteeringShown(text.replaceAll(/[\n\v\f\r\u0085\u2028\u2029]+/g, ' '))
    .replaceAll(/[\\`*_[\]<>|#~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replace(/^(\s*)(\d*)([-+.)])(?=\s)/, '$1$2\\$3');
}
