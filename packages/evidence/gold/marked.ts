import type { Finding } from './score.js';

/** Which attribute the word after the colon is. */
const ATTRIBUTES: Readonly<Record<string, 'referent' | 'date' | 'strength' | 'by' | null>> = {
  actor: 'referent',
  event: 'date',
  attribution: 'strength',
  condition: null,
  modality: null,
  demand: 'by',
  threat: 'by',
  promise: 'by',
  assurance: 'by',
  extreme: null,
  quantity: null,
  option: null,
};
const STRENGTHS = ['stated', 'claimed', 'reported', 'inferred', 'denied'];
const DATE = /^\d{4}(-\d\d){0,2}(\/\d{4}(-\d\d){0,2})?$/;

/** A text with its annotations, taken apart. */
export interface Unmarked {
  /** The text without marks: one line a paragraph, blank lines between, as the canonical text has it. */
  readonly text: string;
  /** Where the annotated stretch begins. */
  readonly start: number;
  /** By start, the longer first. */
  readonly annotations: readonly Finding[];
}

/**
 * Takes the marks of GUIDE.md out of a text.
 * @throws Error with the place, where a mark is not closed, crosses a paragraph, has an unknown kind, lacks
 *   its attribute, or begins or ends with white space.
 */
export function unmark(marked: string): Unmarked {
  const [head, body, more] = marked.trim().split(/\n+=====\n+/);
  if (head === undefined || body === undefined || more !== undefined) {
    throw new Error('One line of ===== must stand between the head and the body.');
  }
  let text = `${head}\n\n`;
  const start = text.length;
  const open: { kind: string; attribute: string | undefined; start: number }[] = [];
  const annotations: Finding[] = [];
  const tokens = /\[(?<kind>[a-z]+)(?::(?<attribute>[^|\]]*))?\||\]|[^[\]]+|\[/g;
  for (const token of body.matchAll(tokens)) {
    const { kind, attribute } = token.groups!;
    if (kind !== undefined) {
      open.push({ kind, attribute, start: text.length });
    } else if (token[0] === ']') {
      const mark = open.pop();
      if (mark === undefined) throw new Error(`Nothing is open: …${text.slice(-60)}]`);
      annotations.push(finding(mark, text));
    } else {
      text += token[0];
    }
  }
  if (open.length > 0) throw new Error(`Not closed: ${text.slice(open[0].start).slice(0, 60)}`);
  annotations.sort((a, b) => a.start - b.start || b.end - a.end);
  return { text, start, annotations };
}

function finding(
  mark: { kind: string; attribute: string | undefined; start: number },
  text: string,
): Finding {
  const { kind, attribute, start } = mark;
  const words = text.slice(start);
  const wrong = (what: string) => new Error(`${what}: [${kind}:${attribute ?? ''}|${words}]`);
  const name = ATTRIBUTES[kind];
  if (name === undefined) throw wrong('No such kind');
  if (words.trim() !== words || words === '') throw wrong('White space at the edge');
  if (words.includes('\n')) throw wrong('More than one paragraph');
  // Who speaks is marked in some texts.
  if (name !== 'by' && (name === null) !== (attribute === undefined))
    throw wrong('Attribute missing or too many');
  if (name === 'date' && !DATE.test(attribute!)) throw wrong('No date');
  if (name === 'strength' && !STRENGTHS.includes(attribute!)) throw wrong('No strength');
  return {
    kind,
    start,
    end: text.length,
    ...(name === null || attribute === undefined ? {} : { [name]: attribute }),
  };
}
