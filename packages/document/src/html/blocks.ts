import type { Block, Figure, List, Listing, Table } from '../document.js';
import { escaped } from '../svg/svg.js';
import { sourceAnchor } from '../references.js';
import { contentHtml } from './inline.js';

type Sources = ReadonlySet<string>;

/** A block as HTML, each of its parts on a line of its own. */
export function blockHtml(block: Block, sources: Sources): string {
  switch (block.block) {
    case 'paragraph': {
      const look = block.role === 'text' ? '' : ` class="${block.role}"`;
      return `<p${look}>${contentHtml(block.content, sources).trimEnd()}</p>`;
    }
    case 'heading':
      return `<h3>${contentHtml(block.content, sources).trimEnd()}</h3>`;
    case 'list':
      return listHtml(block, sources);
    case 'table':
      return tableHtml(block, sources);
    case 'figure':
      return figureHtml(block, sources);
    case 'listing':
      return listingHtml(block);
    case 'bibliography':
      return `<ol class="bibliography">\n${block.entries
        .map(
          ({ source, content }) =>
            `<li id="${sourceAnchor(source)}"><strong class="key">${escaped(source)}</strong> ${contentHtml(content, sources)}</li>`,
        )
        .join('\n')}\n</ol>`;
  }
}

function listHtml({ ordered, items }: List, sources: Sources): string {
  const tag = ordered ? 'ol' : 'ul';
  return `<${tag}>\n${items
    .map(({ content, below }) => {
      const inner = below.map((block) => `\n${blockHtml(block, sources)}`).join('');
      return `<li>${contentHtml(content, sources).trimEnd()}${inner === '' ? '' : `${inner}\n`}</li>`;
    })
    .join('\n')}\n</${tag}>`;
}

/** As wide as the text is, in CSS pixels. */
const TEXT = 736;

/** With more columns than these a table may be wider than the text. */
const MANY = 6;

function tableHtml({ caption, columns, groups }: Table, sources: Sources): string {
  const look = (k: number): string =>
    columns[k].align === 'start' ? '' : ` class="${columns[k].align}"`;
  const head = columns
    .map(({ head: content }, k) => {
      const text = contentHtml(content, sources);
      return text === '' ? '<td></td>' : `<th scope="col"${look(k)}>${text}</th>`;
    })
    .join('');
  const bodies = groups.map(({ title, rows }) => {
    const group =
      title === ''
        ? ''
        : `<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${escaped(title)}</th></tr>\n`;
    const lines = rows.map(
      (row) =>
        `<tr>${row
          .map((content, k) => {
            const text = contentHtml(content, sources).trimEnd();
            return k === 0 ? `<th scope="row">${text}</th>` : `<td${look(k)}>${text}</td>`;
          })
          .join('')}</tr>`,
    );
    return `<tbody>\n${group}${lines.join('\n')}\n</tbody>`;
  });
  const label = escaped(caption);
  return `<div class="wide${columns.length > MANY ? ' many' : ''}" role="group" tabindex="0" aria-label="${label}">
<table>
<caption>${label}</caption>
<thead><tr>${head}</tr></thead>
${bodies.join('\n')}
</table>
</div>`;
}

function figureHtml({ id, title, caption, draw, words }: Figure, sources: Sources): string {
  const { svg, width } = draw(TEXT);
  return `<figure id="${id}">
<div class="drawing" role="group" tabindex="0" aria-label="${escaped(title)}" style="--least:${Math.min(width, 560)}px">
${svg}
</div>
<figcaption>${contentHtml(caption, sources)}</figcaption>${
    words.length === 0
      ? ''
      : `
<details><summary>The figure in words</summary>
${words.map((block) => blockHtml(block, sources)).join('\n')}
</details>`
  }
</figure>`;
}

function listingHtml({ label, text }: Listing): string {
  const lines = text.replace(/(\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/);
  // A line's number stands in an attribute, so that the text can be copied without it.
  return `<pre class="listing" role="group" tabindex="0" aria-label="${escaped(label)}">
${lines.map((line, k) => `<span data-line="${k + 1}">${escaped(line)}\n</span>`).join('')}</pre>`;
}
