import { dataIn, digestOf, partsOf, visible, type ReportData, type ReportPart } from './file.js';
import type { ReportFormat } from './formats.js';

/** A difference between a report file and what is worked out again from its data. */
export interface ReportDifference {
  /** The section's id, "frame" outside of sections, "data" for the data themselves. */
  readonly part: string;
  /** The part in words: the section “What would hold”. */
  readonly where: string;
  /**
   * changed: the file was changed after it was made. recomputed: it is as it was made, but another answer
   * comes out now. missing, added: a part that only one of both has.
   */
  readonly kind: 'changed' | 'recomputed' | 'missing' | 'added';
  /** The nearest before it that has a name: a caption or a heading; empty: none. */
  readonly under: string;
  /** The first line that differs, in the file and as worked out again, shortened to what differs. */
  readonly file: string;
  /** The same line as worked out again, shortened in the same way; empty: it has none. */
  readonly again: string;
}

/** Why a file cannot be checked at all. */
export interface NoReport {
  readonly problem: 'not a report' | 'cut short' | 'data unreadable';
  readonly message: string;
}

/** The format and data of a report file, as far as they can be read. */
export function readReport(
  file: string,
): (ReportData & { readonly format: ReportFormat }) | NoReport {
  const format = /^<!doctype html>/i.test(file.trimStart()) ? 'html' : 'markdown';
  const mark =
    format === 'html'
      ? /<meta name="generator" content="Standoff [^"]*">/
      : /^<!-- Standoff \S+ report -->/;
  const json = dataIn(file, format);
  if (!mark.test(file) && json === null)
    return {
      problem: 'not a report',
      message: 'it is no report of Standoff: nothing in it says so',
    };
  const end = format === 'html' ? '</html>' : '-->';
  if (json === null || !file.trimEnd().endsWith(end))
    return {
      problem: 'cut short',
      message:
        'the report is cut short, or its end was changed: the data to check it by are missing or not closed',
    };
  try {
    const data: unknown = JSON.parse(json);
    if (!isReportData(data, format)) throw new SyntaxError('fields are missing');
    return data;
  } catch {
    return {
      problem: 'data unreadable',
      message:
        'the data to check the report by cannot be read: they were changed, or are of another form',
    };
  }
}

function isReportData(data: unknown, format: ReportFormat): data is ReportData {
  if (typeof data !== 'object' || data === null) return false;
  const value = data as Readonly<Record<string, unknown>>;
  const digests = value['digests'];
  return (
    value['schema'] === 'standoff/report-data/1' &&
    value['format'] === format &&
    typeof value['text'] === 'string' &&
    typeof value['version'] === 'string' &&
    Number.isSafeInteger(value['seed']) &&
    typeof value['memory'] === 'number' &&
    value['memory'] >= 1 &&
    (value['opponentsRule'] === 'legal sequences' ||
      value['opponentsRule'] === 'each at most once') &&
    [value['style'], value['made']].every((one) => one === null || typeof one === 'string') &&
    typeof digests === 'object' &&
    digests !== null &&
    Object.values(digests).every((digest) => typeof digest === 'string')
  );
}

/**
 * Every line of a report file held against the same report made again, what the reader sees and what
 * draws it alike. Line ends do not count.
 * @param again the file that its data give now, in the same format.
 */
export function differencesOf(file: string, again: string, data: ReportData): ReportDifference[] {
  const { format, digests } = data;
  const own = partsOf(file, format);
  const made = new Map(partsOf(again, format).map((part) => [part.id, part]));
  const seen = new Set<string>();
  const found = own.flatMap((part): ReportDifference[] => {
    const twin = made.get(part.id);
    if (twin === undefined || seen.has(part.id))
      return [
        {
          part: part.id,
          where: part.title,
          kind: 'added',
          under: '',
          file: visible(part.lines.join(' ')).slice(0, MOST),
          again: '',
        },
      ];
    seen.add(part.id);
    const at = firstDifference(part.lines, twin.lines);
    if (at < 0) return [];
    const kind = digestOf(part.lines) === digests[part.id] ? 'recomputed' : 'changed';
    return [
      {
        part: part.id,
        where: part.title,
        kind,
        under: under(part, at),
        ...excerpts(part.lines[at] ?? '', twin.lines[at] ?? ''),
      },
    ];
  });
  const missing = [...made.values()]
    .filter(({ id }) => !seen.has(id))
    .map(({ id, title }): ReportDifference => ({
      part: id,
      where: title,
      kind: 'missing',
      under: '',
      file: '',
      again: '',
    }));
  const all = [...found, ...missing];
  if (all.length > 0 || dataIn(file, format) === dataIn(again, format)) return all;
  return [
    {
      part: 'data',
      where: 'the data within the file',
      kind: 'changed',
      under: '',
      ...excerpts(dataIn(file, format)!, dataIn(again, format)!),
    },
  ];
}

function firstDifference(a: readonly string[], b: readonly string[]): number {
  for (let k = 0; k < Math.max(a.length, b.length); k++) if (a[k] !== b[k]) return k;
  return -1;
}

/** So many characters of what differs are shown. */
const MOST = 76;

/** What differs of two lines, with a little before it; their markup where they show the same. */
function excerpts(file: string, again: string): { readonly file: string; readonly again: string } {
  const same = visible(file) === visible(again);
  const [a, b] = same ? [file, again] : [visible(file), visible(again)];
  let k = 0;
  while (k < a.length && a[k] === b[k]) k++;
  const from = Math.max(0, k - 30);
  const cut = (text: string): string =>
    `${from > 0 ? '…' : ''}${text.slice(from, from + MOST)}${text.length > from + MOST ? '…' : ''}`;
  return { file: cut(a), again: cut(b) };
}

/** The last heading, caption or drawing title before a line. */
function under({ lines }: ReportPart, at: number): string {
  for (let k = Math.min(at, lines.length - 1); k > 0; k--) {
    const name =
      /^<h3>(.*)<\/h3>|^<caption>(.*)<\/caption>|<title[^>]*>(.*?)<\/title>|^### (.*)|^\*\*(.*)\*\*$/s.exec(
        lines[k],
      );
    if (name) return visible(name.slice(1).find((part) => part !== undefined) ?? '');
  }
  return '';
}
