import type { SourceText } from '@standoff/evidence';
import type { AnchoredText } from '@standoff/evidence/anchor';
import type { AnnotationFile } from '@standoff/evidence/records';
import type { Diagnostic } from '@standoff/model';
import type { Answer, QuestionName, ReportFormat, SentenceUse } from '@standoff/questions';

/**
 * What the server is given of the world: cases, their texts, and answers about them. It knows no files
 * of its own.
 */
export interface Desk {
  /** Whether what is applied is written into the files. */
  readonly writes: boolean;
  /** The names of the cases, in their order. */
  cases(): readonly string[];
  /** The text of a situation as its file has it now. */
  open(name: string): Promise<CaseOpened>;
  /** Writes a situation in the place of that version of it, and annotations in the place of theirs. */
  save(
    name: string,
    situation: Replaced<string>,
    annotations: Replaced<AnnotationFile> | null,
  ): Promise<void>;
  /** The annotations in the texts of a case, and the version of their file; null: there is none. */
  annotations(name: string): Promise<Replaced<AnnotationFile>>;
  /** The texts of the sources of a case, those recorded for it. */
  texts(name: string): Promise<readonly TextOnDesk[]>;
  /**
   * Records a text for a source of a case, and declares the source: words, or a file in the folder that the
   * user named and nowhere else.
   */
  addText(name: string, source: string, given: TextGiven): Promise<SourceText>;
  /** Begins a case of that name with a text as its source, in the folder that the user named. */
  begin(name: string, title: string, source: string, given: TextGiven): Promise<SourceText>;
  /** The references of a situation that lead nowhere, and why. */
  brokenReferences(of: NamedText): Promise<readonly BrokenReference[]>;
  /** What the texts of a case say against a situation whose references are found in them. */
  textWarnings(of: NamedText): Promise<readonly Diagnostic[]>;
  /** Every sentence of the body of a source's text, and what becomes of it in a situation. */
  sentences(of: NamedText): Promise<readonly SentenceUsed[]>;
  /** The answer to a question about cases whose situations have these texts. */
  ask(asked: Asked): Promise<Told>;
  /** The report on a case as one file. */
  report(name: string, text: string, format: ReportFormat): Promise<string>;
  /** What an error says to whoever asked; null: it is a fault of ours. */
  failure(
    error: unknown,
  ): { readonly code: string; readonly why: string; readonly do: string } | null;
}

export interface CaseOpened {
  readonly text: string;
  /** What tells this version of the file from others. */
  readonly version: string;
}

/** A source's text as it is beside the case. */
export interface TextOnDesk {
  /** The id of the source. */
  readonly source: string;
  /** Whether it is the text that was recorded, and if not, what is wrong with it. */
  readonly wrong: string | null;
  /** Null: it cannot be read. */
  readonly text: SourceText | null;
  /** The same for places in it. */
  readonly anchored: AnchoredText | null;
}

/** A text to be recorded. */
export type TextGiven = { readonly words: string } | { readonly file: string };

/** What a file has now, and the version that it takes the place of; null: there is none. */
export interface Replaced<T> {
  readonly content: T;
  readonly version: string | null;
}

/** A reference of a situation that leads nowhere. */
export interface BrokenReference {
  /** "@cogan:P7" */
  readonly reference: string;
  readonly problem: string;
}

/** A sentence with what becomes of it. */
export interface SentenceUsed {
  readonly source: string;
  /** "P7.2": the second sentence of paragraph 7. */
  readonly name: string;
  readonly words: string;
  readonly use: SentenceUse;
}

/** A case by its name and the text of its situation. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
  /** What it is called in answers, where it is not as the case has it; the name otherwise. */
  readonly called?: string;
  /** The annotations in its texts as they are worked on. */
  readonly annotations: AnnotationFile;
}

/** A question, of a case and of others that it takes. */
export interface Asked {
  readonly question: QuestionName;
  readonly of: readonly NamedText[];
  /** What the question takes, each as it is written behind an option of the command. */
  readonly given: Readonly<Record<string, unknown>>;
}

export interface Told {
  readonly answer: Answer;
  /** As it is told on a terminal. */
  readonly text: string;
}
