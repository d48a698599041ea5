import { ReadError, type TextMetadata } from '../source-text.js';
import type { Block, Draft } from './block.js';
import type { Cleaner } from './characters.js';
import { largeNumber, type Limits } from './limits.js';
import { tooCostly, withinBudget, type PdfBudget } from './pdf-budget.js';
import { getDocument, TEXT_ALONE } from './pdf-js.js';
import type { PageLine, Segment } from './pdf-line.js';
import type { Margins } from './pdf-line-numbers.js';
import { linesOfPage } from './pdf-lines.js';
import { blocksOfPages } from './pdf-paragraphs.js';
import { textOfPage, type TextItem, type Viewport } from './pdf-runs.js';
import { blocksOfTags, taggedPage, type Mark, type Tag, type TaggedPage } from './pdf-tags.js';
import type { ReadOptions } from './read-options.js';

/** Pages named in a warning. */
const NAMED_PAGES = 12;

/** As much of pdf.js as is used here. */
interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<{
    getViewport(options: { readonly scale: number }): Viewport;
    streamTextContent(options: { readonly includeMarkedContent: boolean }): {
      getReader(): {
        read(): Promise<{ readonly value?: { readonly items: readonly (TextItem | Mark)[] } }>;
      };
    };
    /** The tags of the page; null where it has none, or where they cannot be read. */
    getStructTree(): Promise<Tag | null>;
    cleanup(): void;
  }>;
  getMarkInfo(): Promise<{ readonly Marked: boolean; readonly Suspects: boolean } | null>;
  getMetadata(): Promise<{ readonly info: Record<string, unknown> }>;
}

/**
 * A PDF: its text runs put together to lines, columns, paragraphs. pdf.js runs in this thread; scripts
 * and forms of the file are not looked at.
 */
export function readPdf(
  bytes: Uint8Array,
  options: ReadOptions,
  limits: Limits,
  cleaner: Cleaner,
): Promise<Draft> {
  const { forms, formsOfAny, bytesOfForm } = limits.pdf;
  // A form is some hundred bytes; what is walked through far more often than it is written is a bomb.
  const walks = Math.min(forms, formsOfAny + Math.floor(bytes.length / bytesOfForm));
  return withinBudget({ ...limits.pdf, forms: walks }, async (budget) => {
    const task = getDocument({
      // A copy, since it is taken away; Node's Buffer is refused.
      data: new Uint8Array(bytes),
      ...TEXT_ALONE,
      // Letters may be pictures: they are never looked at.
      maxImageSize: 0,
      enableXfa: false,
      stopAtErrors: false,
    });
    try {
      const document = (await task.promise) as unknown as PdfDocument;
      return await readPages(document, budget, options, cleaner);
    } catch (error) {
      budget.check();
      throw error instanceof ReadError ? error : readErrorOf(error);
    } finally {
      await task.destroy();
    }
  });
}

async function readPages(
  document: PdfDocument,
  budget: PdfBudget,
  options: ReadOptions,
  cleaner: Cleaner,
): Promise<Draft> {
  const { limits } = budget;
  if (document.numPages > limits.pages)
    throw tooCostly(
      `it has ${largeNumber(document.numPages)} pages; at most ${largeNumber(limits.pages)} are read`,
    );
  if (document.numPages === 0) throw broken();
  const warnings: string[] = [];
  const pages: PageLine[][] = [];
  const mark = await document.getMarkInfo();
  // A file that doubts its own tags is read without them.
  const marked = mark?.Marked === true && !mark.Suspects;
  const tagged: (TaggedPage | null)[] = [];
  const empty: number[] = [];
  const unreadable: number[] = [];
  const margins: Margins = { counted: null };
  for (let number = 1; number <= document.numPages; number++) {
    if (options.signal?.aborted) throw new ReadError('cancelled', 'Reading was cancelled.');
    options.progress?.((number - 1) / document.numPages);
    const page = await readPage(document, number, { limits, cleaner, margins, marked });
    budget.check();
    if (page === null) unreadable.push(number);
    else if (page.lines.length === 0) empty.push(number);
    pages.push(page?.lines ?? []);
    if (page !== null && page.lines.length > 0) tagged.push(page.tagged);
  }
  if (pages.every((page) => page.length === 0)) {
    if (unreadable.length > 0) throw broken();
    const count =
      document.numPages === 1 ? 'Its one page has' : `Its ${document.numPages} pages have`;
    throw new ReadError(
      'no-text',
      `The PDF holds no text. ${count} pictures at most: a scan, or letters drawn as shapes.`,
      'Run text recognition (OCR) over it, for example with ocrmypdf, and give the result.',
    );
  }
  if (empty.length > 0) warnings.push(`${named(empty)} without text: blank, or a picture of text.`);
  if (unreadable.length > 0) warnings.push(`${named(unreadable)} broken and left out.`);
  const { info } = await document.getMetadata();
  const byTags = marked ? readTags(tagged) : null;
  if (typeof byTags === 'string')
    warnings.push(
      `The tags of the PDF ${byTags}: its paragraphs are told by where the lines stand on the page.`,
    );
  const blocks = Array.isArray(byTags) ? byTags : blocksOfPages(pages);
  return { blocks, metadata: readInfo(info), ofFile: true, warnings };
}

/** @returns why not, where the tags do not do for the text */
function readTags(pages: readonly (TaggedPage | null)[]): Block[] | string {
  const read = pages.filter((page) => page !== null);
  return read.length === pages.length ? blocksOfTags(read) : 'cannot be read';
}

interface PageWork {
  readonly limits: Limits['pdf'];
  readonly cleaner: Cleaner;
  readonly margins: Margins;
  /** Whether the file has tags. */
  readonly marked: boolean;
}

/** @returns null where the page is broken */
async function readPage(
  document: PdfDocument,
  number: number,
  { limits, cleaner, margins, marked }: PageWork,
): Promise<{ readonly lines: PageLine[]; readonly tagged: TaggedPage | null } | null> {
  try {
    const page = await document.getPage(number);
    const items: (TextItem | Mark)[] = [];
    const stream = page.streamTextContent({ includeMarkedContent: marked }).getReader();
    for (let part = await stream.read(); part.value; part = await stream.read()) {
      items.push(...part.value.items);
      if (items.length > limits.runs)
        throw tooCostly(`page ${number} has more than ${largeNumber(limits.runs)} runs of text`);
    }
    const tree = marked ? await page.getStructTree() : null;
    page.cleanup();
    const view = page.getViewport({ scale: 1 });
    const clean = <T extends Segment>(line: T): T => ({
      ...line,
      text: cleaner.clean(line.text.replace(/\u00AD$/u, '-')),
    });
    const text = textOfPage(
      items.filter((item) => 'str' in item),
      view,
    );
    const read = items.filter((item) => !('str' in item) || text.has(item));
    return {
      lines: linesOfPage([...text], view, margins).map(clean),
      tagged: tree === null ? null : taggedPage(tree, read, view, clean),
    };
  } catch (error) {
    if (error instanceof ReadError) throw error;
    return null;
  }
}

function named(pages: readonly number[]): string {
  const shown = pages.slice(0, NAMED_PAGES).join(', ');
  const more = pages.length > NAMED_PAGES ? ` and ${pages.length - NAMED_PAGES} more` : '';
  return pages.length === 1 ? `Page ${shown} is` : `Pages ${shown}${more} are`;
}

function readInfo(info: Record<string, unknown>): Partial<TextMetadata> {
  const value = (key: string): string | null => {
    const found = info[key];
    return typeof found === 'string' && found.trim() !== '' ? found : null;
  };
  const title = value('Title');
  return {
    // Word processors write the file's name there.
    title:
      title &&
      /^(?:microsoft word|untitled|document\d*$|about:|https?:)|\.(?:docx?|indd|qxd|pdf|tex)$/iu.test(
        title,
      )
        ? null
        : title,
    author: value('Author'),
    language: value('Language'),
  };
}

function readErrorOf(error: unknown): ReadError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return new ReadError(
      'encrypted',
      'The PDF is encrypted and asks for a password.',
      'Open it with the password and save it without.',
    );
  }
  return broken();
}

function broken(): ReadError {
  return new ReadError(
    'broken',
    'The PDF is broken or cut off: no page of it can be read.',
    'Get the file again, or open it in a PDF viewer and print it to a new PDF.',
  );
}
