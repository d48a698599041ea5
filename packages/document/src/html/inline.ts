import { referencesBySource, sourceAnchor } from '../references.js';
import type { Content, Inline, Verdict } from '../document.js';
import { partsByDirection } from '../direction.js';
import { escaped } from '../svg/svg.js';
import { isWebAddress } from '../web-address.js';

/** A mark before each verdict, so that colour is never all that tells it. */
export const VERDICT_MARKS: Readonly<Record<Verdict, string>> = { yes: '●', partly: '◐', no: '○' };

/** Content as HTML. `sources`: the ids that have an entry in the bibliography, to be linked. */
export function contentHtml(content: Content, sources: ReadonlySet<string>): string {
  return content.map((inline) => inlineHtml(inline, sources)).join('');
}

function inlineHtml(inline: Inline, sources: ReadonlySet<string>): string {
  if (typeof inline === 'string') return wordsHtml(inline);
  switch (inline.inline) {
    case 'strong':
      return `<strong>${wordsHtml(inline.text)}</strong>`;
    case 'quiet':
      return `<span class="quiet">${wordsHtml(inline.text)}</span>`;
    case 'code':
      return `<code>${wordsHtml(inline.text)}</code>`;
    case 'verdict':
      return `<span class="verdict ${inline.verdict}"><span aria-hidden="true">${VERDICT_MARKS[inline.verdict]}</span>\u00a0${wordsHtml(inline.text)}</span>`;
    case 'fares':
      return `<span class="fares ${inline.fares}">${inline.fares}</span>${inline.also === '' ? '' : ` <span class="quiet">${escaped(inline.also)}</span>`}`;
    case 'references':
      return `<span class="references">[${referencesBySource(inline.evidence)
        .map(({ source, places }) => {
          const name = sources.has(source)
            ? `<a href="#${sourceAnchor(source)}">${escaped(source)}</a>`
            : escaped(source);
          return places === '' ? name : `${name} ${escaped(places)}`;
        })
        .join('; ')}]</span>`;
    case 'terminal':
      return '';
    case 'actor':
      return `<strong>${wordsHtml(inline.text)}</strong>`;
    case 'element':
    case 'term':
      return wordsHtml(inline.text);
    case 'share':
      return `${shareBar(inline.share)}${wordsHtml(inline.text)}`;
    case 'state':
      return `<em>${wordsHtml(inline.text)}</em>`;
    case 'section':
      return `<a class="section" href="#${escaped(inline.section)}">${wordsHtml(inline.text)}</a>`;
    case 'link':
      return isWebAddress(inline.address)
        ? `<a class="address" href="${escaped(inline.address)}" rel="noreferrer">${escaped(inline.address)}</a>`
        : escaped(inline.address);
  }
}

/** Words, each name in them that is read in the other direction by itself. */
function wordsHtml(words: string): string {
  return partsByDirection(words)
    .map(({ text, rightToLeft }) => (rightToLeft ? `<bdi>${escaped(text)}</bdi>` : escaped(text)))
    .join('');
}

/** What the figure beside it says, drawn. */
function shareBar(share: number): string {
  return `<svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width="100" height="8"/><rect width="${Number((100 * share).toFixed(1))}" height="8"/></svg>\u00a0`;
}
