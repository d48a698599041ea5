import { RESERVED } from '@standoff/model';
import { CODES } from '../diagnostics.js';
import type { Code } from '../severities.js';
import { FORMS } from '../forms.js';
import { parseSituation } from '../read-situation.js';
import { covers, spansIn } from '../lines.js';
import type { Span } from '../lines.js';
import { meaningAt } from './names-in-reach.js';
import { outlineOf } from './outline.js';
import type { Declared } from './outline.js';

export interface Hover extends Span {
  /** Plain lines. */
  readonly lines: readonly string[];
}

/**
 * What there is to say about the place: what the name there stands for, with its label and what it
 * rests on; how a part that begins with the word is written; and what the messages about the place
 * mean (not the messages themselves). Null where there is nothing. Never throws.
 */
export function hoverAt(text: string, offset: number): Hover | null {
  const outline = outlineOf(text);
  const meaning = meaningAt(outline, offset);
  const word = outline.words.find((w) => covers(w, offset) && /^\p{L}/u.test(w.image));
  const spanOf = spansIn(text);
  const messages = parseSituation(text).diagnostics.filter((d) => covers(spanOf(d.range), offset));
  const codes = [...new Set(messages.map(({ code }) => code as Code))];
  const meanings = codes.map((code) => `${code}: ${CODES[code].meaning}`);
  const form = word === undefined ? undefined : FORMS.get(word.image);
  const before = outline.words.find(({ to }) => to === word?.from)?.image;
  const about =
    meaning !== null
      ? linesOn(meaning.of)
      : form !== undefined && before !== '.' && word !== undefined && !RESERVED.has(word.image)
        ? [form.form, `It stands ${form.where}.`]
        : [];
  const lines = [...about, ...meanings];
  const [first] = messages;
  const span = meaning ?? word ?? (first === undefined ? undefined : spanOf(first.range));
  if (lines.length === 0 || span === undefined) return null;
  return { from: span.from, to: span.to, lines };
}

function linesOn({ kind, id, label, evidence, because, parties }: Declared): string[] {
  return [
    `${kind} ${id}`,
    ...(label === null || label === '' ? [] : [label]),
    ...(parties.length === 0 ? [] : [`between ${parties.join(', ')}`]),
    ...(evidence.length === 0 ? [] : [evidence.join(' ')]),
    ...because.map((reason) => `because ${reason}`),
  ];
}
