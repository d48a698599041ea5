import type { ReportDocument, Section } from '../document/document.js';
import { escaped } from '../svg/svg.js';
import { blockHtml } from './blocks.js';
import { CSS } from './css.js';

/**
 * A document as one HTML file that asks for nothing else: styles and drawings within, no script that
 * runs. `data` is what a check needs, as JSON on one line.
 */
export function reportHtml(document: ReportDocument, data: string): string {
  const { title, subtitle, made, generator, sections } = document;
  const sources = new Set(
    sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.block === 'bibliography' ? block.entries : []))
      .map(({ source }) => source),
  );
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
${CSS}@page { @top-left { content: ${cssText(title)}; font: 8pt sans-serif; color: #57606a; } }
@page :first { @top-left { content: none; } }
</style>
</head>
<body>
<a class="skip" href="#content">To the report</a>
<header>
<p class="kind">Briefing from a model</p>
<h1>${escaped(title)}</h1>
${subtitle === '' ? '' : `<p class="subtitle">As of ${escaped(subtitle)}</p>\n`}<p class="made">${escaped(generator)}${made === null ? '' : ` · made on ${escaped(made)}`}</p>
</header>
<nav aria-label="Contents">
<h2>Contents</h2>
<ol>
${sections.map((section) => `<li><a href="#${section.id}">${escaped(section.title)}</a></li>`).join('\n')}
</ol>
</nav>
<main id="content">
${sections.map((section) => sectionHtml(section, sources)).join('\n')}
</main>
<footer>
<p>${escaped(title)}. What the model says, not a forecast. ${escaped(generator)}.</p>
</footer>
<script type="application/json" id="standoff-report">
${data.replaceAll('<', '\\u003c')}
</script>
</body>
</html>
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
