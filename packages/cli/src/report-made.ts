import {
  findingsOf,
  reportDocument,
  reportFile,
  type AnalysisResult,
  type ReportFormat,
  type ReportOrigin,
  type ReportParts,
} from '@standoff/questions';
import type { ReportDocument } from '@standoff/document';
import { bibliography, cslItem, type CitationStyle } from '@standoff/evidence/cite';
import type { ConflictModel } from '@standoff/model';
import type { Io } from './io.js';
import { progressOn } from './progress.js';
import { askLong, type Situation } from './situation.js';
import { standoffVersion } from './version.js';

/** What a report is made with. */
export interface ReportChoices {
  readonly seed: number;
  readonly memory: number;
  readonly opponents: AnalysisResult['opponentsRule'];
  readonly style?: CitationStyle;
  readonly date?: string;
}

/** The report on a situation, as a file's text, and which sections it has. */
export function reportOn(
  io: Io,
  { model, text }: Pick<Situation, 'model' | 'text'>,
  format: ReportFormat,
  flags: ReportChoices,
): ReturnType<typeof make> {
  return make(io, model, originOf(text, flags), format);
}

/** What a report on a situation is made of, for who asks for several forms of it. */
export function reportPartsOf(
  io: Io,
  { model, text }: Pick<Situation, 'model' | 'text'>,
  flags: ReportChoices,
): Promise<ReportParts> {
  return partsOf(io, model, originOf(text, flags));
}

/** The report on a situation as structure, for forms that are not checked again. */
export async function reportDocumentOf(
  io: Io,
  situation: Pick<Situation, 'model' | 'text'>,
  flags: ReportChoices,
): Promise<ReportDocument> {
  return reportDocument(await reportPartsOf(io, situation, flags));
}

function originOf(text: string, flags: ReportChoices): ReportOrigin {
  return {
    text,
    version: standoffVersion(),
    seed: flags.seed,
    memory: flags.memory,
    opponentsRule: flags.opponents,
    style: flags.style ?? null,
    made: flags.date ?? null,
  };
}

/** A report made anew from what it was made of: the file's text, and which sections it has. */
export async function make(
  io: Io,
  model: ConflictModel,
  origin: ReportOrigin,
  format: ReportFormat,
): Promise<{ text: string; sections: { id: string; title: string }[] }> {
  const parts = await partsOf(io, model, origin);
  return {
    text: reportFile(parts, format),
    sections: reportDocument(parts).sections.map(({ id, title }) => ({ id, title })),
  };
}

async function partsOf(io: Io, model: ConflictModel, origin: ReportOrigin): Promise<ReportParts> {
  const progress = progressOn(io);
  const { seed, memory, opponentsRule } = origin;
  const findings = await askLong(() =>
    Promise.resolve().then(() =>
      findingsOf(model, { seed, memory, opponentsRule, watch: progress.report }),
    ),
  ).finally(progress.clear);
  return { findings, origin, bibliography: await referencesOf(model, origin.style) };
}

async function referencesOf(
  { sources }: ConflictModel,
  style: string | null,
): Promise<ReadonlyMap<string, string>> {
  if (style === null) return new Map();
  const entries = bibliography(
    sources.map((source) => cslItem(source)),
    style as CitationStyle,
  );
  return new Map(entries.map(({ id, text }) => [id, text]));
}
