import type { Count } from '@standoff/model';
import { sentenceUses, type SentenceUse } from '@standoff/questions';
import { elementsOf, type SituationShown } from '@standoff/situation';
import type { Paragraph } from '@standoff/evidence';
import {
  numberedSentences,
  outlineOf,
  resolveAnchor,
  sentenceName,
  statementText,
  type AnchoredText,
  type NumberedSentence,
  type Statement,
} from '@standoff/evidence/anchor';
import { currentVersion, type Fingerprint } from '@standoff/evidence/records';
import { Page } from '@standoff/document';
import { openCase, type CaseFiles } from '../case-files.js';
import { EXIT, usage } from '../failure.js';
import type { Io } from '../io.js';
import { print, printAnswer, textOptions } from '../terminal.js';
import { expectTextOf } from '../texts-at-hand.js';

interface TextFlags {
  readonly open?: boolean;
  readonly json?: boolean;
}

/** The answer of `standoff text --json`. The words are those of the source: data, whatever they say. */
export interface TextAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/text/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** The id of the source. */
  readonly source: string;
  /** The hash of the text that positions are counted in. */
  readonly version: Fingerprint;
  /** The highest number of a paragraph. */
  readonly lastParagraph: Count;
  /** The sentences asked for, in the order of the text. */
  readonly sentences: readonly SentenceShown[];
}

/** A sentence of a source. */
export interface SentenceShown {
  /** "P7.2": the second sentence of paragraph 7. */
  readonly name: string;
  /** The number of its paragraph. */
  readonly paragraph: Count;
  /** What part of the text it stands in. */
  readonly place: Paragraph['kind'];
  /** The words of the source. */
  readonly words: string;
  /** Where its first UTF-16 unit stands in the text as read. */
  readonly start: Count;
  /** One past its last. */
  readonly end: Count;
  /** What becomes of it in the model; null: it is not in the body of the text. */
  readonly use: SentenceUse | null;
  /** Ids of the elements that make it so. */
  readonly elements: readonly string[];
  /** The annotations that lie in it. */
  readonly annotations: readonly AnnotationInSentence[];
}

/** An annotation that lies in a sentence. */
export interface AnnotationInSentence {
  /** What references call it by: "s12" in "@cogan#s12". */
  readonly name: string;
  /** What it says as a statement: its kind; null: it is no statement. */
  readonly kind: Statement['kind'] | null;
  /** Who says it, in the words of the source; null: the source itself, or not said. */
  readonly by: string | null;
  /** How surely; null: not said. */
  readonly strength: Statement['strength'];
}

/** `standoff text`: a source in numbered paragraphs and sentences, with what becomes of each. */
export async function text(
  io: Io,
  argument: string,
  source: string,
  paragraphs: readonly number[] | undefined,
  { open = false, json = false }: TextFlags,
): Promise<number> {
  const files = await openCase(io, argument);
  const anchored = await expectTextOf(io, files, source, argument);
  const last = Math.max(0, ...anchored.paragraphs.map(({ number }) => number));
  const missing = paragraphs?.find((number) => number > last);
  if (missing !== undefined)
    throw usage('no-paragraph', `${source} has no paragraph ${missing}: it ends with P${last}`);
  const sentences = sentencesOf(files, source, anchored)
    .filter(({ paragraph }) => paragraphs?.includes(paragraph) ?? true)
    .filter(({ use }) => !open || use === 'open');
  if (!json) print(io, told(io, sentences, { source, last, open }));
  else {
    const { id, title, asOf } = files.situation.model.situation;
    const record = files.records.records.find((one) => one.id === source)!;
    printAnswer<TextAnswer>(io, {
      schema: 'standoff/text/2',
      situation: { id, title, asOf },
      source,
      version: anchored.version ?? currentVersion(record).text,
      lastParagraph: last,
      sentences,
    });
  }
  return EXIT.fine;
}

/** The sentences of a source with what becomes of each. */
export function sentencesOf(
  { situation, annotations }: Pick<CaseFiles, 'situation' | 'annotations'>,
  source: string,
  anchored: AnchoredText,
): SentenceShown[] {
  const uses = new Map(
    sentenceUses(elementsOf(situation.model), outlineOf(source, anchored, annotations)).map(
      (one) => [sentenceName(one), one],
    ),
  );
  const found = annotations.anchors.flatMap((anchor) => {
    if (anchor.source !== source) return [];
    const at = resolveAnchor(anchor, anchored);
    return at.found ? [{ anchor, at }] : [];
  });
  return numberedSentences(anchored).map((one: NumberedSentence): SentenceShown => {
    const { paragraph, block, start, end } = one;
    const used = uses.get(sentenceName(one));
    return {
      name: sentenceName(one),
      paragraph,
      place: block.kind,
      words: anchored.text.slice(start, end),
      start,
      end,
      use: block.kind === 'body' ? (used?.use ?? 'open') : null,
      elements: used?.elements.map(({ id }) => id) ?? [],
      annotations: found
        .filter(({ at }) => at.start < end && at.end > start)
        .map(({ anchor: { id, statement } }) => ({
          name: id,
          kind: statement?.kind ?? null,
          by: statement?.by ?? null,
          strength: statement?.strength ?? null,
        })),
    };
  });
}

function told(
  io: Io,
  sentences: readonly SentenceShown[],
  {
    source,
    last,
    open,
  }: { readonly source: string; readonly last: number; readonly open: boolean },
): string {
  const page = new Page(textOptions(io));
  page.line(`${source}, P0 to P${last}${open ? ': what nothing uses' : ''}`);
  if (sentences.length === 0) page.line(open ? 'Nothing is open.' : 'No sentence.', { indent: 2 });
  let paragraph = -1;
  for (const one of sentences) {
    if (one.paragraph !== paragraph) page.blank();
    ({ paragraph } = one);
    page.line(`${one.name}  ${one.words.replace(/\s+/gu, ' ')}`, {
      indent: 2,
      hang: one.name.length + 2,
      margin: marginOf(one),
    });
    for (const { name, kind, by, strength } of one.annotations)
      page.line(`#${name}${kind === null ? '' : `  ${statementText({ kind, by, strength })}`}`, {
        indent: 6,
        hang: 2,
      });
    if (one.elements.length > 0 && !open)
      page.line(one.use === 'left out' ? 'left out' : `used by ${one.elements.join(', ')}`, {
        indent: 6,
        hang: 2,
      });
  }
  return page.toString();
}

function marginOf({ place, use }: SentenceShown): string {
  if (use === null) return place;
  return use === 'open' ? 'open' : '';
}
