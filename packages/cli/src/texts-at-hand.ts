import type { TextAtHand } from '@standoff/questions';
import { CaseError, type Folder } from '@standoff/case';
import { outlineOf, type AnchoredText } from '@standoff/evidence/anchor';
import type { SourceRecord } from '@standoff/evidence/records';
import { filesBeside, textOnDisk, type CaseFiles } from './case-files.js';
import { Failure, usage } from './failure.js';
import type { Io } from './io.js';
import type { Situation } from './situation.js';
import { textProblem } from './source-text-shown.js';
import { warn } from './terminal.js';

/**
 * The texts beside a situation, as far as they can be read. What cannot be used is told on standard
 * error and left out: the question has an answer without it.
 */
export async function textsAtHand(io: Io, situation: Situation): Promise<TextAtHand[]> {
  if (situation.origin === null) return [];
  const beside = besideOrNone(io, situation);
  if (beside === null) return [];
  const { folder, records, annotations, problems } = beside;
  const check = toCheck(situation);
  if (problems.length > 0)
    warn(
      io,
      `${problems.length} ${problems.length === 1 ? 'thing' : 'things'} in sources.json or annotations.json not understood and left out; ${check}`,
    );
  const texts: TextAtHand[] = [];
  for (const record of records.records) {
    const anchored = await textOrWarning(io, situation, folder, record);
    if (anchored) texts.push(outlineOf(record.id, anchored, annotations));
  }
  return texts;
}

/** A text of a source, where it is at hand; a warning where it is not as it should be. */
export async function textOrWarning(
  io: Io,
  situation: Situation,
  folder: Folder,
  record: SourceRecord,
): Promise<AnchoredText | null> {
  const text = await textOnDisk(io, folder, record);
  const wrong = textProblem(text);
  if (wrong !== null && text.state !== 'missing')
    warn(io, `${record.id}: ${wrong}; ${toCheck(situation)}`);
  return text.anchored;
}

/**
 * The text of a source, which the command cannot do without.
 * @throws Failure where there is none, or it is not the one recorded
 */
export async function expectTextOf(
  io: Io,
  { situation: { model }, folder, records }: CaseFiles,
  source: string,
  argument: string,
): Promise<AnchoredText> {
  const add = `standoff source add ${argument} ${source} FILE`;
  const record = records.records.find(({ id }) => id === source);
  if (record === undefined) {
    const declared = model.sources.map(({ id }) => id);
    if (declared.includes(source))
      throw usage('no-text', `${source} has no text`, `if you have it: ${add}`);
    throw usage(
      'unknown-source',
      `there is no source ${source}`,
      declared.length > 0 ? `write one of: ${declared.join(', ')}` : 'the situation names none',
    );
  }
  const found = await textOnDisk(io, folder, record);
  const wrong = textProblem(found);
  if (wrong !== null || found.anchored === null)
    throw usage('no-text', `${source}: ${wrong ?? 'no text'}`, `to record it: ${add}`);
  return found.anchored;
}

function toCheck({ name }: Situation): string {
  return `to see: standoff source check ${name}`;
}

function besideOrNone(io: Io, situation: Situation): ReturnType<typeof filesBeside> | null {
  try {
    return filesBeside(situation);
  } catch (error) {
    if (!(error instanceof Failure) && !(error instanceof CaseError)) throw error;
    warn(io, `the texts are left out: ${error.message}`);
    return null;
  }
}
