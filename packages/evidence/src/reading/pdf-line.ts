/** A line of one column, in the page's units (points). */
export interface PageLine extends Segment {
  /** Lines of different columns, or of different parts of a page between them, are not neighbours. */
  readonly column: number;
  /** In a box beside the text, which goes on around it. */
  readonly aside?: boolean;
  /** Of a row of a table. */
  readonly cells?: readonly string[];
}

/** Words on one baseline that no wide gap parts. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline, from below. */
  readonly y: number;
  readonly height: number;
  /** That of most of its letters. */
  readonly font: string;
}
