import { jsonWithoutSteering } from '@standoff/model';
import type { ReportOrigin } from './origin.js';
import { reportDocument, type ReportParts } from './report.js';
import { reportHtml, reportMarkdown } from '@standoff/document';
import type { ReportFormat } from './formats.js';
import { sha256 } from './sha256.js';

/** What a report file carries so that it can be made again. */
export interface ReportData extends ReportOrigin {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/report-data/1';
  readonly format: ReportFormat;
  /** By part of the file (see `partsOf`), the SHA-256 of what stands there. */
  readonly digests: Readonly<Record<string, string>>;
}

/**
 * A report as one file, HTML or Markdown, with the data from which it can be made and checked again.
 * The same parts give the same text, byte for byte.
 */
export function reportFile(parts: ReportParts, format: ReportFormat): string {
  const document = reportDocument(parts);
  const render = format === 'html' ? reportHtml : reportMarkdown;
  const { text, version, seed, memory, opponentsRule, style, made } = parts.origin;
  const digests = Object.fromEntries(
    partsOf(render(document, ''), format).map(({ id, lines }) => [id, digestOf(lines)]),
  );
  const data: ReportData = {
    schema: 'standoff/report-data/1',
    format,
    version,
    seed,
    memory,
    opponentsRule,
    style,
    made,
    digests,
    text,
  };
  return render(document, jsonWithoutSteering(JSON.stringify(data)));
}

/** A part of a report file: a section, or what stands before, between and after them. */
export interface ReportPart {
  /** The section's id; "frame" for all that is outside of sections, the data apart. */
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
}

const HTML_SECTION = /^<section id="([^"]*)"/;
const MARKDOWN_SECTION = /^## <a id="([^"]*)"><\/a>/;

/** The parts of a report file, in order, each with its lines; the line with the data is left out. */
export function partsOf(file: string, format: ReportFormat): ReportPart[] {
  const start = format === 'html' ? HTML_SECTION : MARKDOWN_SECTION;
  const frame: string[] = [];
  const sections: { id: string; lines: string[] }[] = [];
  let open: string[] = frame;
  const lines = file.split(/\r?\n/);
  const skipped = dataLine(lines, format);
  // In Markdown text of the author's may stand alone on a line only in the listing, after a number.
  lines.forEach((line, k) => {
    if (k === skipped) return;
    const id = start.exec(line)?.[1];
    if (id !== undefined) sections.push({ id, lines: (open = []) });
    open.push(line);
    if (format === 'html' && line === '</section>') open = frame;
  });
  return [
    { id: 'frame', title: 'the frame around the sections', lines: frame },
    ...sections.map(({ id, lines: own }) => ({
      id,
      title: `the section “${visible(own.slice(0, format === 'html' ? 2 : 1).join(' '))}”`,
      lines: own,
    })),
  ];
}

export function digestOf(lines: readonly string[]): string {
  return sha256(lines.join('\n'));
}

const MARKDOWN_DATA = /^<!-- standoff-report ([^\n]*) -->$/;

/** The line with the data; -1: there is none. */
function dataLine(lines: readonly string[], format: ReportFormat): number {
  if (format === 'markdown') return lines.findLastIndex((line) => MARKDOWN_DATA.test(line));
  const tag = lines.lastIndexOf('<script type="application/json" id="standoff-report">');
  return tag < 0 ? -1 : tag + 1;
}

/** The data line's JSON; null: the file has none. */
export function dataIn(file: string, format: ReportFormat): string | null {
  const lines = file.split(/\r?\n/);
  const at = dataLine(lines, format);
  if (at < 0 || at >= lines.length) return null;
  return format === 'markdown' ? MARKDOWN_DATA.exec(lines[at])![1] : lines[at];
}

/** What a line shows, without its markup. */
export function visible(line: string): string {
  return line
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .replace(/^## /, '')
    .trim();
}
