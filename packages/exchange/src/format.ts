import type { ConflictModel, Schema } from '@standoff/model';
import type { PrepareOptions } from '@standoff/situation';

/** Something that a file says and a model does not, or the other way round. */
export interface ExchangeNote {
  /** Where it stands in the file, or the element of the model; null: nowhere in particular. */
  readonly place: string | null;
  /** What became of it, in one sentence without a full stop. */
  readonly message: string;
}

/** A file of another program, read. */
export interface Read {
  /** What the file comes to. */
  readonly model: ConflictModel;
  /** What could not be carried over as it is, or had to be chosen. */
  readonly notes: readonly ExchangeNote[];
}

/** What stands in a file: text, or bytes where its form is none. */
export type FileContent = string | Uint8Array;

/** A model, written for another program. */
export interface Written<Content extends FileContent = FileContent> {
  /** The content of the file. */
  readonly content: Content;
  /** What the form has no room for. */
  readonly notes: readonly ExchangeNote[];
}

/** What a file does not say of itself. */
export interface ReadOptions {
  /** What the situation is called where the file has no title. */
  readonly title: string;
  /** The JSON Schema of the model, asked for where the file is one. */
  readonly modelSchema: () => Schema;
}

/**
 * Reads a file.
 * @throws ModelFault that names the place in the file
 * @throws AnalysisError where its states have to be listed for its rankings, and cannot be
 */
export type Reader<Content extends FileContent> = (file: Content, options: ReadOptions) => Read;

/**
 * Writes a model.
 * @throws AnalysisError where its states cannot be listed and the form lists them
 * @throws ModelFault where the form cannot say what the model is at all
 */
export type Writer<Content extends FileContent = FileContent> = (
  model: ConflictModel,
  options: PrepareOptions,
) => Written<Content>;

/** A form of files that hold models, and what reads and writes it. */
export type Format = FormatOf<'text', string> | FormatOf<'bytes', Uint8Array>;

interface FormatOf<Kind, Content extends FileContent> {
  /** What it is called on the command line. */
  readonly name: string;
  /** How the names of its files end, without the dot. */
  readonly ending: string;
  /** What it is, in a few words. */
  readonly what: string;
  /** Whether its files are texts. */
  readonly holds: Kind;
  /** Loads what reads it; null: it holds less than a model. */
  readonly reader: (() => Promise<Reader<Content>>) | null;
  /** Loads what writes it; null: it is read only. */
  readonly writer: (() => Promise<Writer<Content>>) | null;
}
