import { withSteeringShown, type Diagnostic, type TextRange } from '@standoff/model';
import { counted, listed } from './english.js';
import { DEFAULT_WIDTH, Page, widthOf, type Style, type TextOptions } from '@standoff/document';

/** A tab is shown as this many columns, up to the next multiple. */
const TAB = 4;

/**
 * Diagnostics as good compilers print them: place, severity, code and message; the line with the
 * passage underlined; why; what to do; other places that have to do with it.
 *
 * @param file the name to show before line and column
 * @param text the text that the ranges refer to
 */
export function diagnosticsText(
  diagnostics: readonly Diagnostic[],
  file: string,
  text: string,
  options: TextOptions = {},
): string {
  const lines = text.split(/\r\n|\n|\r/);
  return diagnostics.map((d) => one(d, file, lines, options)).join('\n');
}

/** "2 errors, 1 warning"; empty when there is nothing to say. */
export function diagnosticSummary(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((d) => d.severity === severity).length;
  return listed(
    [
      count('error') > 0 ? counted(count('error'), 'error') : '',
      count('warning') > 0 ? counted(count('warning'), 'warning') : '',
      count('info') > 0 ? counted(count('info'), 'remark') : '',
    ].filter(Boolean),
  );
}

function one(
  diagnostic: Diagnostic,
  file: string,
  lines: readonly string[],
  options: TextOptions,
): string {
  const { severity, code, message, range, why, hint, related = [] } = diagnostic;
  const page = new Page(options);
  const { style } = page;
  const look = { error: style.bad, warning: style.warning, info: style.note }[severity];
  page.line(
    `${style.strong(place(file, range))}: ${look(severity === 'info' ? 'note' : severity)}: ${message} ${style.quiet(`[${code}]`)}`,
    { hang: 2 },
  );
  const gutter = String(
    Math.max(range.start.line, ...related.map((r) => r.range.start.line)) + 1,
  ).length;
  const body = excerpt(style, lines, range, gutter, look, options.width ?? DEFAULT_WIDTH);
  const tail = new Page(options);
  if (why !== undefined) tail.line(`why: ${why}`, { indent: 2, hang: 5 });
  if (hint !== undefined) tail.line(`${style.good('hint')}: ${hint}`, { indent: 2, hang: 6 });
  const others = related.map((r) => {
    const head = new Page(options);
    head.line(`${style.note('see')}: ${place(file, r.range)}: ${r.message}`, {
      indent: 2,
      hang: 5,
    });
    return (
      head.toString() +
      excerpt(style, lines, r.range, gutter, style.note, options.width ?? DEFAULT_WIDTH)
    );
  });
  return `${page.toString()}${body}${why !== undefined || hint !== undefined ? tail.toString() : ''}${others.join('')}`;
}

function place(file: string, { start }: TextRange): string {
  return `${file}:${start.line + 1}:${start.column + 1}`;
}

/** The line with the range underlined; a range over several lines is underlined to the end of its first. */
function excerpt(
  style: Style,
  lines: readonly string[],
  { start, end }: TextRange,
  gutter: number,
  look: (text: string) => string,
  width: number,
): string {
  const line = lines[start.line];
  if (line === undefined || line.trim() === '') return '';
  const stop = end.line === start.line ? end.column : line.length;
  const before = shown(line.slice(0, start.column), 0);
  const marked = shown(line.slice(start.column, stop), widthOf(before));
  const all = shown(line, 0);
  const size = Math.max(1, widthOf(marked.trimEnd()));
  const number = String(start.line + 1).padStart(gutter);
  const room = Math.max(20, width - gutter - 3);
  const window = cut(all, widthOf(before), size, room);
  return [
    `${style.quiet(`${number} │`)} ${window.text}`,
    `${style.quiet(`${' '.repeat(gutter)} │`)} ${' '.repeat(window.column)}${look('^'.repeat(window.size))}`,
    '',
  ].join('\n');
}

/** Tabs spelled out and control characters made visible, so that the caret stands where it should. */
function shown(text: string, from: number): string {
  let column = from;
  let result = '';
  for (const character of text) {
    const piece =
      character === '\t' ? ' '.repeat(TAB - (column % TAB)) : withSteeringShown(character);
    result += piece;
    column += widthOf(piece);
  }
  return result;
}

/** The part of a long line around the marked passage. */
function cut(
  text: string,
  column: number,
  size: number,
  room: number,
): { text: string; column: number; size: number } {
  if (widthOf(text) <= room) return { text, column, size };
  const from = column + Math.min(size, room) <= room - 1 ? 0 : Math.max(0, column - 10);
  let at = 0;
  let kept = '';
  for (const character of text) {
    const w = widthOf(character);
    if (at >= from && at + w <= from + room - 2) kept += character;
    at += w;
  }
  const lead = from > 0 ? '…' : '';
  const start = column - from + lead.length;
  return {
    text: `${lead}${kept}${at > from + room - 2 ? '…' : ''}`,
    column: start,
    size: Math.max(1, Math.min(size, room - start)),
  };
}
