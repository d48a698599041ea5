/** How a report looks: on a screen light and dark, on a phone, and on paper. */

// The colours of the workbench.
const LIGHT = `  --paper: #fbf9f4;
  --ink: #1c1a17;
  --quiet: #57524a;
  --line: #ded7c8;
  --tint: #ffffff;
  --accent: #134f7f;
  --yes: #0e6350;
  --partly: #845300;
  --no: #9e2f22;
  --gain: var(--yes);
  --loss: var(--no);
  --serif: "Newsreader Variable", Newsreader, "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "URW Palladio L", Georgia, serif;
  --sans: "Libre Franklin Variable", "Libre Franklin", "Franklin Gothic", system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
`;

const DARK = `@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b;
    --ink: #ece8df;
    --quiet: #b3aea3;
    --line: #33373d;
    --tint: #1d2024;
    --accent: #86bbe6;
    --yes: #6cc9ae;
    --partly: #e3b565;
    --no: #f09a8b;
    --actor-1: #7db8f0;
    --actor-2: #f0a07a;
    --actor-3: #79cba4;
    --actor-4: #cfa0e0;
    --actor-5: #dcbc5f;
    --actor-6: #f094bd;
    --actor-7: #a5bfcd;
    --actor-8: #b9cf6d;
  }
}
`;

const RULES = `* { box-sizing: border-box; }
&BODY {
  margin: 0 auto;
  padding: 0 1.25rem 4rem;
  max-width: 68rem;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.6 var(--serif);
  overflow-wrap: break-word;
  hyphens: manual;
}
header, nav, section, footer { max-width: 46rem; margin-inline: auto; }
header { padding: 2rem 0 1.25rem; border-top: 3px solid var(--ink); }
nav, table, figcaption, summary, .kind, .subtitle, .made, footer, .key { font-family: var(--sans); }
h1, h2, h3 { font-weight: 600; text-wrap: balance; }
h1 { margin: 0.25rem 0 0.5rem; font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2.1rem); line-height: 1.15; letter-spacing: -0.01em; }
h2 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; letter-spacing: -0.01em; }
h3 { margin: 2.25rem 0 0.5rem; font-size: 1.0625rem; line-height: 1.35; }
p { margin: 0 0 0.9rem; }
.kind { margin: 0; color: var(--accent); font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.08em; text-transform: uppercase; }
.subtitle { margin: 0; font-size: 1.125rem; }
.made { margin: 0.35rem 0 0; color: var(--quiet); font-size: 0.875rem; }
nav { margin-top: 3.25rem; padding: 0.75rem 0 0.5rem; border-top: 1px solid var(--line); font-size: 0.9375rem; }
nav h2 { margin: 0 0 0.5rem; font-family: var(--sans); font-size: 0.8125rem; font-weight: 600; color: var(--quiet); letter-spacing: 0.08em; text-transform: uppercase; }
nav ol { margin: 0; padding-left: 1.6em; columns: 2 17rem; column-gap: 2.5rem; }
nav li { padding: 0.15rem 0; break-inside: avoid; }
section { margin-top: 3.25rem; padding-top: 0.75rem; border-top: 1px solid var(--ink); }
header + div > section:first-child, header + main > section:first-child { margin-top: 0; }
.lead { font-size: 1.25rem; line-height: 1.45; }
.note { color: var(--quiet); font-size: 0.9375rem; border-left: 3px solid var(--line); padding-left: 0.9rem; margin-top: 1.25rem; }
ul, ol { margin: 0 0 1rem; padding-left: 1.5em; }
li { margin: 0.3rem 0; }
li > ul, li > ol { margin: 0.25rem 0 0.4rem; }
a { color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
a.section { font-family: var(--sans); font-size: 0.8125em; }
a.section::before { content: "→\\00a0"; }
.quiet { color: var(--quiet); font-family: var(--sans); font-size: 0.8125em; }
.references { color: var(--quiet); font-family: var(--sans); font-size: 0.8125em; }
code { font-family: var(--mono); font-size: 0.84em; color: var(--quiet); overflow-wrap: anywhere; }
svg.share { display: inline-block; width: 5rem; height: 0.55em; fill: var(--accent); }
svg.share .whole { fill: var(--tint); stroke: var(--line); }
.verdict { font-weight: 600; }
.verdict.yes { color: var(--yes); }
.verdict.partly { color: var(--partly); }
.verdict.no { color: var(--no); }
.fares.better { color: var(--gain); }
.fares.better::before { content: "\\25B2\\00a0"; font-size: 0.75em; }
.fares.worse { color: var(--loss); }
.fares.worse::before { content: "\\25BC\\00a0"; font-size: 0.75em; }
.wide, .drawing { overflow-x: auto; }
.wide { margin: 1.25rem 0 1.5rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { caption-side: top; padding: 0 0 0.5rem; text-align: left; font-weight: 600; }
th, td { padding: 0.4rem 0.75rem 0.4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { vertical-align: bottom; font-weight: 600; color: var(--quiet); border-bottom: 2px solid var(--ink); }
tbody th { font-weight: 400; min-width: 9rem; }
.group th { padding-top: 0.9rem; font-weight: 600; color: var(--accent); }
td.end, th.end { text-align: right; padding-right: 0.25rem; padding-left: 0.75rem; }
td.middle, th.middle { text-align: center; padding-inline: 0.4rem; }
td.middle strong { display: inline-block; min-width: 1.7em; border-radius: 3px; background: var(--ink); color: var(--paper); }
th:last-child, td:last-child { padding-right: 0.25rem; }
figure { margin: 2rem 0; }
.drawing { padding: 0.75rem 0; }
.drawing svg { display: block; margin: 0 auto; max-width: 100%; min-width: var(--least); height: auto; }
figcaption { padding-top: 0.75rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.875rem; line-height: 1.45; }
details { margin-top: 0.5rem; font-size: 0.9375rem; }
summary { cursor: pointer; color: var(--accent); font-size: 0.875rem; }
.bibliography { list-style: none; padding: 0; }
.bibliography li { margin: 0 0 0.75rem; padding-left: 1.5rem; text-indent: -1.5rem; }
.key { margin-right: 0.4em; font-size: 0.875em; }
.address { overflow-wrap: anywhere; }
.listing { margin: 1rem 0; padding: 1rem 0.75rem; overflow-x: auto; background: var(--tint); border-radius: 4px; font: 0.78rem/1.5 var(--mono); tab-size: 2; unicode-bidi: plaintext; }
.listing span { display: block; white-space: pre-wrap; overflow-wrap: anywhere; padding-left: 3.6em; min-height: 1.5em; unicode-bidi: plaintext; }
.listing span::before { content: attr(data-line); float: left; width: 2.8em; margin-left: -3.6em; text-align: right; color: var(--quiet); user-select: none; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.8125rem; }
@media (max-width: 34rem) {
  &BODY { font-size: 1rem; padding-inline: 1rem; }
  header { padding-top: 1.25rem; }
  .lead { font-size: 1.125rem; }
  h2 { font-size: 1.3125rem; }
}
`;

/** Where the page has room beside the text. */
const ROOMY = `@media screen and (min-width: 62rem) { figure, .wide.many { margin-inline: -4rem; } figcaption, figure details { margin-inline: 4rem; } }
`;

const PAPER = `@media print {
  &BODY { --paper: #ffffff; padding: 0; max-width: none; font-size: 10.5pt; line-height: 1.5; }
  header, nav, section, footer { max-width: none; }
  header { padding: 2mm 0 3mm; }
  h1 { margin: 0 0 1mm; font-size: 18pt; }
  .kind { font-size: 7.5pt; }
  .subtitle, .made { margin: 0; font-size: 9pt; line-height: 1.35; }
  nav { margin-top: 9mm; border: 0; break-before: page; break-after: page; }
  nav ol { columns: 1; }
  /* What it comes to is one page. */
  #brief { padding-top: 2mm; font-size: 9pt; line-height: 1.35; }
  #brief p, #brief li { margin-block: 0 1.2mm; }
  #brief h2 { margin-bottom: 2mm; font-size: 13pt; }
  #brief h3 { margin: 2.5mm 0 1mm; font-size: 10pt; }
  #brief .lead { font-size: 10.5pt; }
  #brief .note { margin-top: 1.5mm; font-size: 8pt; }
  #brief figure, #brief .wide { margin: 2mm 0; }
  #brief .drawing { padding: 0; }
  #brief .drawing svg { max-height: 76mm; }
  /* The heading above says the same. */
  #brief caption { display: none; }
  #brief figcaption { padding-top: 1mm; font-size: 8pt; }
  #brief table { font-size: 7.5pt; line-height: 1.25; }
  #brief th, #brief td { padding-block: 0.6mm; }
  .lead { font-size: 12.5pt; }
  h2 { font-size: 16pt; }
  h3 { font-size: 11pt; margin-top: 6mm; }
  h2, h3, caption, thead { break-after: avoid; }
  section { margin-top: 9mm; padding-top: 2mm; }
  #making, #references { break-before: page; }
  p, li { orphans: 3; widows: 3; }
  figure, tr, .bibliography li { break-inside: avoid; }
  .wide, .drawing, .listing { overflow: visible; }
  .drawing svg { min-width: 0; max-height: 190mm; }
  table { font-size: 8.5pt; }
  details, .skip, footer { display: none; }
  a { color: inherit; text-decoration: none; }
  .address { color: inherit; }
  .listing { background: none; border: 0; padding: 0; font-size: 7.5pt; }
  .verdict, td.middle strong { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/** For a sheet of the page itself: a shadow tree has no pages. */
export const PAGE_CSS = `@page {
  size: A4;
  margin: 24mm 22mm 22mm;
  @bottom-center { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #57606a; }
  @top-right { content: "What the model says, not a forecast"; font: 8pt sans-serif; color: #57606a; }
}
@page :first { @top-right { content: none; } }
`;

/** Of a report that is a page of its own. */
export const CSS = [
  `:root {\n  color-scheme: light dark;\n${LIGHT}}\n`,
  DARK,
  `html { -webkit-text-size-adjust: 100%; scroll-behavior: auto; }\n`,
  `.skip { position: absolute; left: -100vw; }\n.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--paper); }\n`,
  RULES.replaceAll('&BODY', 'body'),
  ROOMY,
  PAGE_CSS,
  PAPER.replaceAll('&BODY', 'body'),
].join('');

/**
 * Of one within another page, in a shadow tree whose only element is `.report`: light, as on paper, and
 * with the colours that drawings have of their own.
 */
export const SHEET_CSS = [
  `:host {\n  color-scheme: light;\n${LIGHT}${Array.from({ length: 8 }, (_, k) => `  --actor-${k + 1}: initial;\n`).join('')}}\n`,
  RULES.replaceAll('&BODY', '.report'),
  PAPER.replaceAll('&BODY', '.report'),
].join('');
