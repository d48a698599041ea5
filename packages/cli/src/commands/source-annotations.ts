import { readFile, writeFiles } from '@standoff/case';
import { Page } from '@standoff/document';
import {
  createAnchor,
  quoteFinder,
  referenceText,
  sameWords,
  type AnchoredText,
} from '@standoff/evidence/anchor';
import {
  ANNOTATIONS_FILE,
  HypothesisError,
  hypothesisRows,
  nextStatement,
  printAnnotations,
  readHypothesis,
  withAnchor,
  type AnnotationFile,
  type HypothesisPassage,
  type HypothesisRow,
} from '@standoff/evidence/records';
import type { Count } from '@standoff/model';
import { counted } from '@standoff/questions';
import { openCase } from '../case-files.js';
import { EXIT, usage } from '../failure.js';
import { placeOf, type Io } from '../io.js';
import { decode, MOST_BYTES } from '../situation-file.js';
import { print, printAnswer, textOptions } from '../terminal.js';
import { expectTextOf } from '../texts-at-hand.js';

/** The answer of `standoff source annotations --json`. */
export interface SourceAnnotationsAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/source-annotations/2';
  /** The id of the source. */
  readonly source: string;
  /** What elements refer to the passages by that were taken in, in the order of the file. */
  readonly marked: readonly string[];
  /** How many of the file were marked before. */
  readonly known: Count;
  /** How many of the file have no words: notes on the whole page, replies. */
  readonly withoutWords: Count;
  /** Passages of the file that do not stand in the text, or in several places of it. */
  readonly notFound: readonly PassageNotFound[];
  /** How many annotations of the source are found in its text. */
  readonly total: Count;
  /** These, as the API of Hypothesis has them. */
  readonly rows: readonly HypothesisRow[];
}

/** A passage that was not taken in. */
export interface PassageNotFound {
  /** The words of the file. */
  readonly words: string;
  /** nowhere: they do not stand in the text. several: in more than one place. across: over the end of a paragraph. */
  readonly reason: 'nowhere' | 'several' | 'across';
}

/** `standoff source annotations`: annotations of a source in the form of Hypothesis, in and out. */
export async function exchangeAnnotations(
  io: Io,
  argument: string,
  source: string,
  file: string | undefined,
  { json = false }: { readonly json?: boolean },
): Promise<number> {
  const files = await openCase(io, argument);
  const text = await expectTextOf(io, files, source, argument);
  const read = file === undefined ? { passages: [], withoutWords: 0 } : passagesIn(io, file);
  const { annotations, marked, known, notFound } = taken(
    read.passages,
    source,
    text,
    files.annotations,
  );
  if (marked.length > 0)
    writeFiles(files.folder, {
      name: ANNOTATIONS_FILE,
      content: printAnnotations(annotations),
      basedOn: files.annotationsVersion,
    });
  const declared = files.situation.model.sources.find(({ id }) => id === source);
  const rows = hypothesisRows(
    annotations.anchors.filter((one) => one.source === source),
    text,
    { uri: declared?.url ?? `urn:standoff:${source}`, title: declared?.title ?? source },
  );
  const answer: SourceAnnotationsAnswer = {
    schema: 'standoff/source-annotations/2',
    source,
    marked,
    known,
    withoutWords: read.withoutWords,
    notFound,
    total: rows.length,
    rows,
  };
  if (json) printAnswer<SourceAnnotationsAnswer>(io, answer);
  else if (file === undefined)
    print(io, `${JSON.stringify({ total: rows.length, rows }, null, 2)}\n`);
  else print(io, takenText(io, answer, files.folder.nameOf(ANNOTATIONS_FILE)));
  return EXIT.fine;
}

function passagesIn(io: Io, file: string): ReturnType<typeof readHypothesis> {
  const bytes = readFile(placeOf(io, file), MOST_BYTES, file);
  if (bytes === null) throw usage('not-found', `there is no file ${file}`);
  try {
    return readHypothesis(decode(bytes, file));
  } catch (error) {
    if (!(error instanceof HypothesisError)) throw error;
    throw usage(
      'not-annotations',
      `${file}: ${error.message}`,
      'export the annotations as JSON: from the client of Hypothesis, api.hypothes.is/api/search, or as Web Annotations',
    );
  }
}

function taken(
  passages: readonly HypothesisPassage[],
  source: string,
  text: AnchoredText,
  before: AnnotationFile,
): Pick<SourceAnnotationsAnswer, 'marked' | 'known' | 'notFound'> & {
  readonly annotations: AnnotationFile;
} {
  let annotations = before;
  let known = 0;
  const marked: string[] = [];
  const notFound: PassageNotFound[] = [];
  const find = quoteFinder(text);
  for (const { exact, prefix, suffix, comment, statement } of passages) {
    const beside = find(exact, { prefix, suffix });
    // The page that was annotated may have had other things beside the words.
    const found = beside.found === 'elsewhere' ? find(exact) : beside;
    if (found.found !== 'once') {
      const reason = found.found === 'elsewhere' ? 'several' : found.found;
      notFound.push({ words: exact, reason });
      continue;
    }
    const { start, end, paragraphs } = found.place;
    const anchor = createAnchor(text, {
      id: nextStatement(annotations),
      source,
      start,
      end,
      statement,
      comment: comment === '' ? null : comment,
    });
    if (annotations.anchors.some((one) => sameWords(one, anchor))) known++;
    else {
      annotations = withAnchor(annotations, anchor);
      marked.push(referenceText({ source, paragraphs, annotation: anchor.id }));
    }
  }
  return { annotations, marked, known, notFound };
}

function takenText(
  io: Io,
  { marked, known, withoutWords, notFound }: SourceAnnotationsAnswer,
  file: string,
): string {
  const page = new Page(textOptions(io));
  if (marked.length > 0) page.line(`Recorded in ${file}: ${marked.join(' ')}`);
  else page.line('Nothing new was recorded.');
  if (known > 0) page.line(`${counted(known, 'passage')} marked already.`);
  if (withoutWords > 0) page.line(`${counted(withoutWords, 'note')} without words passed over.`);
  const WHY = {
    nowhere: 'does not stand in the text',
    several: 'stands in several places',
    across: 'runs over the end of a paragraph',
  };
  for (const { words, reason } of notFound)
    page.line(`“${words.length > 80 ? `${words.slice(0, 80)}…` : words}” ${WHY[reason]}.`, {
      indent: 2,
      hang: 2,
    });
  return page.toString();
}
