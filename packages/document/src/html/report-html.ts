import type { ReportDocument, Section } from '../document.js';
import { escaped } from '../svg/svg.js';
import { blockHtml } from './blocks.js';
import { CSS, PAGE_CSS, SHEET_CSS } from './css.js';

/**
 * A document as one HTML file that asks for nothing else: styles and drawings within, no script that
 * runs. `data` is what a check needs, as JSON on one line.
 */
export function reportHtml(document: ReportDocument, data: string): string {
  const { title, generator } = document;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${escaped(generator)}">
<title>${escaped(title)}</title>
<style>
${CSS}${runningHead(title)}</style>
</head>
<body>
<a class="skip" href="#content">To the report</a>
${bodyHtml(document, 'main')}
<script type="application/json" id="standoff-report">
${data.replaceAll('<', '\\u003c')}
</script>
</body>
</html>
`;
}

/** A report to be shown within another page, in a shadow tree of its own. */
export interface ReportSheet {
  /** For the shadow tree. */
  readonly css: string;
  /** For the page, while it is printed: margins, page numbers, running heads. */
  readonly pageCss: string;
  /** The only element of the shadow tree. Its inline styles set `--least` alone. */
  readonly body: string;
}

/** A document as HTML within another page. */
export function reportSheet(document: ReportDocument): ReportSheet {
  return {
    css: SHEET_CSS,
    pageCss: PAGE_CSS + runningHead(document.title),
    body: `<div class="report">\n${bodyHtml(document, 'div')}\n</div>`,
  };
}

/** What a reader sees of it; a page has one `main`, and within another it is not this. */
function bodyHtml(document: ReportDocument, main: 'main' | 'div'): string {
  const { title, subtitle, made, generator, sections } = document;
  const sources = new Set(
    sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.block === 'bibliography' ? block.entries : []))
      .map(({ source }) => source),
  );
  return `<header>
<p class="kind">Briefing from a model</p>
<h1>${escaped(title)}</h1>
${subtitle === '' ? '' : `<p class="subtitle">As of ${escaped(subtitle)}</p>\n`}<p class="made">${escaped(generator)}${made === null ? '' : ` · made on ${escaped(made)}`}</p>
</header>
<${main} id="content">
${sections.map((section, k) => sectionHtml(section, sources) + (k === 0 ? contentsHtml(sections) : '')).join('\n')}
</${main}>
<footer>
<p>${escaped(title)}. What the model says, not a forecast. ${escaped(generator)}.</p>
</footer>`;
}

/** What there is, behind the first section: that is what the report comes to, on a page of its own. */
function contentsHtml(sections: readonly Section[]): string {
  return `
<nav aria-label="Contents">
<h2>Contents</h2>
<ol>
${sections.map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`).join('\n')}
</ol>
</nav>`;
}

/** The title at the head of every page but the first. */
function runningHead(title: string): string {
  return `@page { @top-left { content: ${cssText(title)}; font: 8pt sans-serif; color: #57606a; } }
@page :first { @top-left { content: none; } }
`;
}

/** A text as a CSS string; all but letters, digits and spaces by their code points. */
function cssText(text: string): string {
  const safe = text.replace(
    /[^\p{L}\p{N} ]/gu,
    (character) => `\\${character.codePointAt(0)!.toString(16)} `,
  );
  return `"${safe}"`;
}

function sectionHtml({ id, title, blocks }: Section, sources: ReadonlySet<string>): string {
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${escaped(title)}</h2>
${blocks.map((block) => blockHtml(block, sources)).join('\n')}
</section>`;
}
