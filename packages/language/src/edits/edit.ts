/** Puts `insert` in the place of the characters from `from` to before `to` (UTF-16 offsets). */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export type RefusalCode =
  /** The text has errors of syntax, so nothing in it can be found. */
  | 'unreadable'
  /** Nothing in the text has that id or stands at that place. */
  | 'unknown'
  /** What is wanted makes no sense for this kind of element. */
  | 'not-here'
  /** Something else has the name, or would be meant by it somewhere. */
  | 'name-taken'
  /** It is no name of the language. */
  | 'bad-name'
  /** Other parts of the text speak of it. */
  | 'in-use'
  /** What was handed in cannot be read as what it should be. */
  | 'ill-written';

/** Why an edit cannot be made, to be shown to whoever wanted it. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly hint?: string;
}

/** Edits sorted by place, none reaching into another; or why there are none. */
export type EditResult =
  | { readonly ok: true; readonly edits: readonly Edit[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** The text after the edits. They must be sorted and must not overlap, as those of this package. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let done = 0;
  let result = '';
  for (const { from, to, insert } of edits) {
    if (from < done || to < from || to > text.length) {
      throw new RangeError('the edits overlap or reach beyond the text');
    }
    result += text.slice(done, from) + insert;
    done = to;
  }
  return result + text.slice(done);
}

/** The one edit that makes the second text of the first; null where they are equal. */
export function difference(before: string, after: string): Edit | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end])
    end++;
  return {
    from: start,
    to: before.length - end,
    insert: after.slice(start, after.length - end),
  };
}

/** Edits made one after the other, each in the text that the one before left, as a single one. */
export function inSteps(text: string, steps: Iterable<(text: string) => EditResult>): EditResult {
  let now = text;
  for (const step of steps) {
    const result = step(now);
    if (!result.ok) return result;
    now = applyEdits(now, result.edits);
  }
  const edit = difference(text, now);
  return { ok: true, edits: edit === null ? [] : [edit] };
}

/** The edits that undo these, for the text after them. */
export function inverseEdits(text: string, edits: readonly Edit[]): Edit[] {
  let shift = 0;
  return edits.map(({ from, to, insert }) => {
    const start = from + shift;
    shift += insert.length - (to - from);
    return { from: start, to: start + insert.length, insert: text.slice(from, to) };
  });
}

/** Thrown inside this folder alone: `editing` turns it into a result. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

export function refuse(code: RefusalCode, message: string, hint?: string): never {
  throw new Refused({ code, message, ...(hint === undefined ? {} : { hint }) });
}
