import { CaseError } from '@standoff/case';
import { namesOfState } from '@standoff/evidence';
import type { AnchoredText } from '@standoff/evidence/anchor';
import { currentVersion, type SourceRecords } from '@standoff/evidence/records';
import type { ConflictModel, Diagnostic, TextRange } from '@standoff/model';
import { weakCitations } from '@standoff/questions';
import type { Element } from '@standoff/situation';
import { filesBeside, textOnDisk, type CaseFiles } from './case-files.js';
import { Failure } from './failure.js';
import type { Io } from './io.js';
import type { Situation } from './situation.js';
import { checkReferences, referenceProblem } from './references-checked.js';
import { textProblem } from './source-text-shown.js';

/**
 * What the texts beside a situation say against it: references that are not found in them, paragraphs that
 * do not name what is cited to them, and sources that call themselves otherwise. Texts that are not at
 * hand, or not those recorded, say nothing here; `source check` tells of them.
 */
export async function textDiagnostics(io: Io, situation: Situation): Promise<Diagnostic[]> {
  const files = besideOrNone(situation);
  if (files === null || files.records.records.length === 0) return [];
  const texts = new Map<string, AnchoredText>();
  for (const record of files.records.records) {
    const text = await textOnDisk(io, files.folder, record);
    if (textProblem(text) === null && text.anchored) texts.set(record.id, text.anchored);
  }
  const { model } = situation;
  return [...notFound(model, texts, files), ...textWarnings(model, texts, files.records)];
}

/** The same of what is found in the texts: paragraphs that do not name it, sources that say otherwise. */
export function textWarnings(
  model: ConflictModel,
  texts: ReadonlyMap<string, AnchoredText>,
  records: SourceRecords,
): Diagnostic[] {
  return [...weak(model, texts), ...otherwise(model, records)];
}

function besideOrNone(situation: Situation): CaseFiles | null {
  if (situation.origin === null) return null;
  try {
    return filesBeside(situation);
  } catch (error) {
    if (!(error instanceof Failure) && !(error instanceof CaseError)) throw error;
    return null;
  }
}

function notFound(
  model: ConflictModel,
  texts: ReadonlyMap<string, AnchoredText>,
  { annotations }: CaseFiles,
): Diagnostic[] {
  return checkReferences(model, texts, annotations).flatMap(
    ({ reference, source, elements, resolved }) => {
      const text = texts.get(source);
      const problem = text === undefined ? null : referenceProblem(resolved, text);
      return problem === null
        ? []
        : elements.map((element) =>
            warning('reference-not-found', element, `${reference}: ${problem}`, {
              hint: 'standoff source check shows what is near',
            }),
          );
    },
  );
}

function weak(model: ConflictModel, texts: ReadonlyMap<string, AnchoredText>): Diagnostic[] {
  const found = weakCitations(
    model,
    (source) => {
      const text = texts.get(source);
      if (text === undefined) return null;
      const words = new Map<number, string>();
      for (const { number, start, end } of text.paragraphs)
        words.set(number, `${words.get(number) ?? ''} ${text.text.slice(start, end)}`);
      return words;
    },
    namesOfState,
  );
  return found.map(({ element, reference }) => {
    if (reference === null)
      return warning(
        'weak-citation',
        element,
        `most of what rests on ${element.id} is called by words that do not stand in its text: what is cited to it cannot be compared with it`,
        {
          hint: 'is it the text that is meant? Where it is in another language, give actors the names that it has for them (aka), or cite exact words',
        },
      );
    const { source, paragraphs } = reference;
    const { from, to } = paragraphs!;
    const place =
      from === to ? `P${from} of ${source} has` : `P${from} to P${to} of ${source} have`;
    return warning(
      'weak-citation',
      element,
      `${place} none of the names and words of ${element.kind} “${element.text}” that tell where the text speaks of it`,
      {
        hint: `name the paragraph that says it, or write \`inferred from @${source}:P${from}\` with the reason`,
      },
    );
  });
}

/** Title, author and date as the situation and the text itself say them. */
function otherwise({ sources }: ConflictModel, { records }: SourceRecords): Diagnostic[] {
  return sources.flatMap((source) => {
    const record = records.find(({ id }) => id === source.id);
    if (record === undefined) return [];
    const { metadata } = currentVersion(record);
    return (['title', 'author', 'published'] as const).flatMap((field) => {
      const [here, there] = [source[field], metadata[field]];
      if (!here || !there || agree(field, here, there)) return [];
      return [
        warning(
          'source-differs',
          { grounds: source },
          `the ${NAMES[field]} of ${source.id} is “${here}” here, and “${there}” in its text`,
          {
            hint: 'write what the text says, or add the text that is meant',
          },
        ),
      ];
    });
  });
}

const NAMES = { title: 'title', author: 'author', published: 'date' } as const;

/** The same but for marks and case; a part of a date or of an author is no difference. */
function agree(field: keyof typeof NAMES, here: string, there: string): boolean {
  const letters = (words: string): string =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const [a, b] = [letters(here), letters(there)];
  if (a === b) return true;
  if (field === 'published') return a.startsWith(b) || b.startsWith(a);
  return field === 'author' && (a.includes(b) || b.includes(a));
}

const NOWHERE: TextRange = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };

function warning(
  code: string,
  { grounds }: Pick<Element, 'grounds'>,
  message: string,
  { hint }: { readonly hint: string },
): Diagnostic {
  return { code, severity: 'warning', message, range: grounds.at ?? NOWHERE, hint };
}
