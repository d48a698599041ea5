import { nearest } from '@standoff/model';
import * as z from 'zod';
import { REPORT_FILE_FORMATS } from '@standoff/questions';
import { reportUri } from '../addresses.js';
import { modelOf } from '../reading.js';
import { Refusal } from '../refusal.js';
import { CASE, COMMON, tool } from '../tool.js';

export const render = tool({
  name: 'render',
  description:
    'The report on a case as a document with figures and citations: the address of a resource to read or to give to the user, and what it begins with; or a part of it: "briefing", "parts" (what there is), the heading of one, or a figure.',
  takes: {
    case: CASE,
    as: z.enum(REPORT_FILE_FORMATS).optional().describe('markdown when left out'),
    part: z
      .string()
      .optional()
      .describe('briefing, parts, or the heading of a part; the whole when left out'),
    figure: z.int().min(1).optional().describe('the number of a figure, as SVG; see parts'),
    ...COMMON,
  },
  run: async (cases, { case: wanted, as = 'markdown', part, figure }) => {
    const found = await cases.find(wanted);
    modelOf(found);
    const { desk } = cases;
    if (part === 'briefing')
      return { lines: (await desk.ask({ question: 'briefing', of: [found], given: {} })).text };
    if (figure !== undefined || part === 'parts') {
      const figures = figuresIn(await desk.report(found.name, found.text, 'html'));
      if (figure === undefined) {
        const report = await desk.report(found.name, found.text, 'markdown');
        return {
          value: {
            case: found.name,
            parts: partsOf(report).map(({ heading }) => heading),
            figures: figures.map(({ title }, k) => ({ figure: k + 1, shows: title })),
          },
        };
      }
      const one = figures[figure - 1] as Figure | undefined;
      if (one === undefined)
        throw new Refusal(
          'no-figure',
          `the report has ${figures.length} figures`,
          'part: "parts" lists them',
        );
      return { lines: one.svg, whole: true };
    }
    const report = await desk.report(found.name, found.text, part === undefined ? as : 'markdown');
    if (part !== undefined) return { lines: partNamed(report, part) };
    const uri = reportUri(found.name, as);
    const head = `Resource ${uri} (${as}, ${report.length} characters).`;
    return { lines: as === 'html' ? head : `${head} It begins:\n\n${report}` };
  },
});

interface Figure {
  readonly title: string;
  readonly svg: string;
}

/** The drawings of a report; bars beside numbers are none. */
function figuresIn(html: string): Figure[] {
  return [...html.matchAll(/<svg\b[^>]*\brole="img".*?<\/svg>/gsu)].map(([svg]) => ({
    title: /<title[^>]*>([^<]*)/u.exec(svg)![1],
    svg,
  }));
}

/** The parts of a report in Markdown, each with its heading and what stands below it. */
function partsOf(markdown: string): { readonly heading: string; readonly text: string }[] {
  return markdown
    .split(/^(?=#{2,3} )/mu)
    .filter((text) => text.startsWith('#'))
    .map((text) => ({
      heading: plain(/^#+ (.*)$/mu.exec(text)![1]),
      text: text.trim(),
    }));
}

/** The words of a heading, without anchors, passages and what Markdown needs. */
function plain(heading: string): string {
  return heading
    .replace(/<a id="[^"]*"><\/a>/gu, '')
    .replace(/\s*\\\[\[.*?\\\]/gu, '')
    .replace(/\\(.)/gu, '$1')
    .trim();
}

/** @throws Refusal where there is no such part */
function partNamed(markdown: string, wanted: string): string {
  const parts = partsOf(markdown);
  const found = parts.find(({ heading }) => heading.toLowerCase() === wanted.toLowerCase());
  if (found) return found.text;
  const headings = parts.map(({ heading }) => heading);
  const near = nearest(wanted, headings);
  throw new Refusal(
    'no-part',
    `the report has no part ${JSON.stringify(wanted)}`,
    near === null ? `the parts are: ${headings.join('; ')}` : `did you mean ${near}?`,
  );
}
