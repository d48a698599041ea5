import type { AstNode } from 'langium';
import { AstUtils, GrammarUtils } from 'langium';
import type * as ast from '../generated/ast.js';
import { tokenize } from '../parser.js';
import { Draft, editing } from './draft.js';
import type { Target } from './draft.js';
import { refuse, Refused } from './edit.js';
import type { Edit, EditResult } from './edit.js';
import { cut } from './labels.js';
import { readAs } from './pieces.js';

/** What is written of an element before and between its grounds. */
export interface Written {
  /** Null: none is written, so that the name (or the words) stand for it. */
  readonly label: string | null;
  /**
   * The words of each part that is written, by its name in the grammar: of a scenario `holds`, of a
   * commitment `content`, `when`, `by`, `to`, of an event `effects` and `signals`, … on one line.
   */
  readonly parts: Readonly<Record<string, string>>;
}

/** Reads what is written of an element; null where the text cannot be read or has none of the kind. */
export function writtenOf(text: string, target: Target): Written | null {
  try {
    const draft = new Draft(text);
    const node = draft.find(target);
    const { label } = node as ast.Scenario;
    return { label: label ?? null, parts: partsOf(draft, node) };
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

const GROUNDS: ReadonlySet<string> = new Set(['evidence', 'because', 'restsOn']);

function partsOf(draft: Draft, node: AstNode): Record<string, string> {
  const parts: Record<string, string> = {};
  const put = (name: string, of: AstNode, property: string): void => {
    const found = GrammarUtils.findNodesForProperty(of.$cstNode, property);
    if (found.length === 0) return;
    const [from, to] = [found[0].offset, found.at(-1)!.end];
    const words = headWords(draft, of).filter((l) => l.offset >= from && l.end <= to);
    parts[name] = words
      .map(({ text, offset }, i) => (i > 0 && words[i - 1].end < offset ? ` ${text}` : text))
      .join('');
  };
  for (const property of Object.keys(node)) {
    if (!property.startsWith('$') && !GROUNDS.has(property)) put(property, node, property);
  }
  if (node.$type === 'Claim') {
    for (const part of (node as ast.Claim).parts) {
      if (part.$type === 'CauseOf') put('causeOf', part, 'of');
    }
  }
  return parts;
}

const BLOCKS: ReadonlySet<string> = new Set(['Actor', 'Faction', 'Perception', 'Situation']);

/**
 * Says an element anew: `scenario calm "Calm" = not US.attack`, without its grounds, which stay, as
 * do the comments in it. Only the words that differ are replaced. Not for what has a block of parts.
 */
export function setHead(text: string, target: Target, head: string): EditResult {
  return editing(text, (draft) => {
    const node = draft.find(target);
    if (BLOCKS.has(node.$type)) refuse('not-here', 'an element with parts is changed part by part');
    const offered = node.$type === 'Agreement' && (node as ast.Agreement).offered;
    const isGraph = node.$type === 'Choice' && (node as ast.Choice).graph;
    const rule = offered ? 'Offer' : isGraph ? 'Graph' : node.$type;
    const read = readAs(rule, head, `a ${node.$type.toLowerCase()}`);
    if ([...groundsIn(read)].length > 0) {
      refuse('ill-written', 'grounds are set apart from what they are the grounds of');
    }
    return replaced(draft, node, head);
  });
}

interface Span {
  readonly offset: number;
  readonly end: number;
}

interface Word extends Span {
  readonly text: string;
}

function replaced(draft: Draft, node: AstNode, head: string): Edit[] {
  const before = headWords(draft, node);
  const after: Word[] = tokenize(head).tokens.map(({ image, startOffset }) => ({
    text: image,
    offset: startOffset,
    end: startOffset + image.length,
  }));
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start].text === after[start].text) start += 1;
  let same = 0;
  while (same < most - start && before.at(-1 - same)!.text === after.at(-1 - same)!.text) same += 1;
  const gone = before.slice(start, before.length - same);
  const come = after.slice(start, after.length - same);
  const indent = draft.indentAt(node.$cstNode!.offset);
  if (gone.length === 0) {
    if (come.length === 0) return [];
    if (start === 0) {
      const at = before[0].offset;
      return [{ from: at, to: at, insert: head.slice(come[0].offset, after[come.length].offset) }];
    }
    const at = before[start - 1].end;
    const insert = head.slice(after[start - 1].end, come.at(-1)!.end);
    return [{ from: at, to: at, insert: apart(draft, at, insert.replace(/\s*\n\s*/g, ' ')) }];
  }
  const [first, ...rest] = runsOf(draft, gone);
  const edits = rest.map((run) => without(draft, run));
  if (come.length === 0) return [without(draft, first), ...edits];
  const words = draft.laidOut(head.slice(come[0].offset, come.at(-1)!.end), indent, indent);
  return [{ from: first.offset, to: first.end, insert: words }, ...edits];
}

/** What is put between two words stays apart from the one behind it. */
function apart(draft: Draft, at: number, insert: string): string {
  return /[\p{L}\d_"]/u.test(draft.text[at] ?? ' ') ? `${insert} ` : insert;
}

/** The words of an element that are not its grounds. */
function headWords(draft: Draft, node: AstNode): Word[] {
  const grounds = [...groundsIn(node)];
  const { offset, end } = node.$cstNode!;
  return draft.leaves.filter(
    (l) =>
      !l.hidden &&
      l.offset >= offset &&
      l.end <= end &&
      !grounds.some((g) => l.offset >= g.from && l.end <= g.to),
  );
}

/** Where `@…`, `because "…"` and `rests on …` stand in an element. */
function* groundsIn(node: AstNode): Generator<{ from: number; to: number }> {
  for (const property of GROUNDS) {
    for (const word of GrammarUtils.findNodesForProperty(node.$cstNode, property)) {
      if (property === 'evidence') yield { from: word.offset, to: word.end };
      else {
        const text = word.root.fullText.slice(0, word.offset);
        const said =
          property === 'because' ? text.lastIndexOf('because') : text.lastIndexOf('rests');
        yield { from: said, to: word.end };
      }
    }
  }
  for (const inside of AstUtils.streamContents(node)) yield* groundsIn(inside);
}

/** Words that follow one another with nothing but blanks between them, as one each. */
function runsOf(draft: Draft, words: readonly Word[]): Span[] {
  const runs: Span[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last && draft.text.slice(last.end, word.offset).trim() === '') {
      runs[runs.length - 1] = { offset: last.offset, end: word.end };
    } else runs.push(word);
  }
  return runs;
}

function without(draft: Draft, { offset, end }: Span): Edit {
  if (!draft.beginsLine(offset)) return cut(draft, { offset, end });
  const next = draft.leaves.find((l) => l.offset >= end);
  const to = next && draft.lineStart(next.offset) === draft.lineStart(end) ? next.offset : end;
  return { from: offset, to, insert: '' };
}
