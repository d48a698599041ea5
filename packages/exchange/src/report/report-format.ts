import type { ReportDocument } from '@standoff/document';
import type { ExchangeNote, FileContent } from '../format.js';

/** Makes a picture in points, PNG, of a drawing that asks for nothing outside of itself. */
export type Raster = (svg: string, scale: number) => Promise<Uint8Array>;

/** What is needed besides the report. */
export interface ReportTools {
  readonly raster: Raster;
  /** The figure that is asked for, by its name; null: the first one. */
  readonly figure: string | null;
}

/** A form in which a report goes out, or a part of it. */
export interface ReportFormat {
  /** What it is called on the command line. */
  readonly name: string;
  /** How the names of its files end, without the dot. */
  readonly ending: string;
  /** What it is, in a few words. */
  readonly what: string;
  /** Whether its files are texts. */
  readonly holds: 'text' | 'bytes';
  /** Loads what writes it. */
  readonly writer: () => Promise<
    (
      report: ReportDocument,
      tools: ReportTools,
    ) => Promise<{ readonly content: FileContent; readonly notes: readonly ExchangeNote[] }>
  >;
}
