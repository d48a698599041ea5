import { ReadError, type TextMetadata } from '../source-text.js';
import type { Draft } from './block.js';
import type { Cleaner } from './characters.js';
import { largeNumber, type Limits } from './limits.js';
import { tooCostly, withinBudget, type PdfBudget } from './pdf-budget.js';
import { getDocument, TEXT_ALONE } from './pdf-js.js';
import type { Margins } from './pdf-columns.js';
import type { PageLine } from './pdf-line.js';
import { linesOfPage } from './pdf-lines.js';
import { blocksOfPages } from './pdf-paragraphs.js';
import type { TextItem, Viewport } from './pdf-runs.js';
import type { ReadOptions } from './read-options.js';

/** Pages named in a warning. */
const NAMED_PAGES = 12;

/** As much of pdf.js as is used here. */
interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<{
    getViewport(options: { readonly scale: number }): Viewport;
    streamTextContent(): {
      getReader(): {
        read(): Promise<{
          readonly value?: { readonly items: readonly (TextItem | { readonly type: string })[] };
        }>;
      };
    };
    cleanup(): void;
  }>;
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
  const empty: number[] = [];
  const unreadable: number[] = [];
  const margins: Margins = { counted: null };
  for (let number = 1; number <= document.numPages; number++) {
    if (options.signal?.aborted) throw new ReadError('cancelled', 'Reading was cancelled.');
    options.progress?.((number - 1) / document.numPages);
    const lines = await readPage(document, number, { limits, cleaner, margins });
    budget.check();
    if (lines === null) unreadable.push(number);
    else if (lines.length === 0) empty.push(number);
    pages.push(lines ?? []);
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
  return { blocks: blocksOfPages(pages), metadata: readInfo(info), ofFile: true, warnings };
}

interface PageWork {
  readonly limits: Limits['pdf'];
  readonly cleaner: Cleaner;
  readonly margins: Margins;
}

/** @returns null where the page is broken */
async function readPage(
  document: PdfDocument,
  number: number,
  { limits, cleaner, margins }: PageWork,
): Promise<PageLine[] | null> {
  try {
    const page = await document.getPage(number);
    const runs: TextItem[] = [];
    const stream = page.streamTextContent().getReader();
    for (let part = await stream.read(); part.value; part = await stream.read()) {
      runs.push(...part.value.items.filter((item): item is TextItem => 'str' in item));
      if (runs.length > limits.runs)
        throw tooCostly(`page ${number} has more than ${largeNumber(limits.runs)} runs of text`);
    }
    page.cleanup();
    return linesOfPage(runs, page.getViewport({ scale: 1 }), margins).map((line) => ({
      ...line,
      text: cleaner.clean(line.text.replace(/\u00AD$/u, '-')),
    }));
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
