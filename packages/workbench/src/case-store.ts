/**
 * Where a case lives while it is open: behind the loopback server, in the browser's storage, or
 * bundled with a static site. The app knows files by name and never by path.
 */
export interface CaseStore {
  readonly kind: 'server' | 'browser';
  /** What to call the case: the folder's or the file's name. */
  readonly name: string;
  /** Tells cases of one name apart. */
  readonly id: string;
  load(): Promise<CaseFiles>;
  /**
   * Replaces a file in one step if it is still the version it is based on. A conflict leaves the
   * stored file as it is and gives its present content.
   */
  save(file: CaseFileName, text: string, basedOn: Version | null): Promise<Saved | Conflict>;
  /**
   * Calls back when somebody else changed a file, until the returned function is called.
   * @param reached calls back when the place where the case lives is lost, and when it is found again
   */
  watch(changed: (file: CaseFileName) => void, reached?: (is: boolean) => void): () => void;
  /** The bytes of the text of a source, null where it is not at hand. */
  sourceText(source: string): Promise<StoredText | null>;
  /** Keeps the text of a source beside the case, as `sources/SOURCE.EXT` with the name's ending. */
  addSourceText(source: string, name: string, bytes: Uint8Array): Promise<void>;
}

/** The text of a source as a file. */
export interface StoredText {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The situation, and what stands beside it. */
export type CaseFileName =
  | 'situation'
  | 'annotations.json'
  | 'sources.json'
  | 'suggestions.json'
  | 'variants.json';

/** A hash of the content; equal versions are equal files. */
export type Version = string;

export interface CaseFile {
  readonly text: string;
  readonly version: Version;
}

/** Files that do not exist are missing; the situation never is. */
export type CaseFiles = { readonly situation: CaseFile } & {
  readonly [name in Exclude<CaseFileName, 'situation'>]?: CaseFile;
};

export interface Saved {
  readonly saved: true;
  readonly version: Version;
}

export interface Conflict {
  readonly saved: false;
  /** What stands there now; null: the file is gone. */
  readonly present: CaseFile | null;
}
