import { writeFiles } from '@standoff/case';
import {
  createAnchor,
  quoteFinder,
  referenceText,
  sameWords,
  statementText,
  type QuoteFinding,
  type QuotePlace,
  type StatementKind,
  type StatementStrength,
} from '@standoff/evidence/anchor';
import {
  ANNOTATIONS_FILE,
  nextStatement,
  printAnnotations,
  withAnchor,
} from '@standoff/evidence/records';
import type { Count } from '@standoff/model';
import { Page } from '@standoff/document';
import { counted } from '@standoff/questions';
import { openCase } from '../case-files.js';
import { EXIT, Failure, usage } from '../failure.js';
import type { Io } from '../io.js';
import { print, printAnswer, textOptions } from '../terminal.js';
import { expectTextOf } from '../texts-at-hand.js';

interface MarkFlags {
  readonly kind?: StatementKind;
  readonly by?: string;
  readonly strength?: StatementStrength;
  readonly paragraph?: number;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly digest?: true;
  readonly json?: true;
}

/** The answer of `standoff source mark --json`. */
export interface SourceMarkAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/source-mark/2';
  /** The id of the source. */
  readonly source: string;
  /** What elements refer to it by: "@cogan:P7#s12". */
  readonly reference: string;
  /** Whether its words had been marked before, and nothing was written. */
  readonly known: boolean;
  /** The first paragraph it stands in. */
  readonly paragraph: Count;
  /** Which sentence of that paragraph it begins in. */
  readonly sentence: Count;
}

/** `standoff source mark`: exact words of a source as a statement that elements can rest on. */
export async function markSource(
  io: Io,
  argument: string,
  source: string,
  quote: string,
  flags: MarkFlags,
): Promise<number> {
  const files = await openCase(io, argument);
  const text = await expectTextOf(io, files, source, argument);
  const { paragraph, prefix, suffix, kind, by, strength } = flags;
  const place = expectPlace(
    quoteFinder(text)(quote, {
      ...(paragraph === undefined ? {} : { paragraph }),
      ...(prefix === undefined ? {} : { prefix }),
      ...(suffix === undefined ? {} : { suffix }),
    }),
    source,
  );
  if (kind === undefined && (by !== undefined || strength !== undefined))
    throw usage('usage', '--by and --strength say who makes a statement of some --kind, and how');
  const { annotations, folder } = files;
  const anchor = createAnchor(text, {
    id: nextStatement(annotations),
    source,
    start: place.start,
    end: place.end,
    keep: flags.digest ? 'digest' : 'quote',
    statement: kind === undefined ? null : { kind, by: by ?? null, strength: strength ?? null },
  });
  const before = annotations.anchors.find((one) => sameWords(one, anchor));
  if (before === undefined)
    writeFiles(folder, {
      name: ANNOTATIONS_FILE,
      content: printAnnotations(withAnchor(annotations, anchor)),
      basedOn: files.annotationsVersion,
    });
  const reference = referenceText({
    source,
    paragraphs: place.paragraphs,
    annotation: (before ?? anchor).id,
  });
  if (flags.json)
    printAnswer<SourceMarkAnswer>(io, {
      schema: 'standoff/source-mark/2',
      source,
      reference,
      known: before !== undefined,
      paragraph: place.paragraphs.from,
      sentence: place.sentence,
    });
  else {
    const page = new Page(textOptions(io));
    page.line(reference);
    if (anchor.statement !== null) page.line(statementText(anchor.statement), { indent: 2 });
    page.line(
      before === undefined
        ? `Recorded in ${folder.nameOf(ANNOTATIONS_FILE)}.`
        : 'These words are marked already; nothing was written.',
    );
    print(io, page.toString());
  }
  return EXIT.fine;
}

/** The one place where the words stand; a refusal that says where they do otherwise. */
function expectPlace(finding: QuoteFinding, source: string): QuotePlace {
  const refuse = (code: string, message: string, hint: string): never => {
    throw new Failure(EXIT.usage, code, message, { hint });
  };
  const at = ({ paragraphs, sentence }: QuotePlace): string => `P${paragraphs.from}.${sentence}`;
  switch (finding.found) {
    case 'once':
      return finding.place;
    case 'across': {
      const { from, to } = finding.place.paragraphs;
      return refuse(
        'across-paragraphs',
        `the words run over the end of a paragraph of ${source} (P${from} to P${to})`,
        'mark the part in each paragraph',
      );
    }
    case 'several':
      return refuse(
        'several-places',
        `the words stand in ${counted(finding.count, 'place')} of ${source}: ${finding.places.map(at).join(', ')}`,
        `say which with --paragraph, or with --prefix, such as “${shortest(finding.places[0].before)}”`,
      );
    case 'elsewhere':
      return refuse(
        'other-place',
        `the words do not stand there in ${source}, but in ${finding.places.map(at).join(', ')}`,
        'leave --paragraph, --prefix and --suffix out, or say what stands there',
      );
    case 'nowhere':
      return refuse(
        'not-in-text',
        `the words do not stand in ${source}`,
        finding.nearest === null
          ? 'nothing in the text is like them'
          : `nearest, in ${at(finding.nearest)}: “${finding.nearest.words.replace(/\s+/gu, ' ')}”`,
      );
  }
}

function shortest(words: string): string {
  return words.trim().split(/\s+/u).slice(-3).join(' ');
}
