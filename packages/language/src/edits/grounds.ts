import type { AstNode, CstNode } from 'langium';
import { CstUtils, GrammarUtils } from 'langium';
import { editing } from './draft.js';
import type { Draft, Target } from './draft.js';
import { refuse } from './edit.js';
import type { Edit, EditResult } from './edit.js';
import { cut } from './labels.js';
import { referenceIn } from '../elements/grounds.js';
import { quoted } from '../written.js';
import { evidenceOf } from './pieces.js';

type WithGrounds = AstNode & { evidence: string[]; because: string[]; restsOn: string[] };

const all = GrammarUtils.findNodesForProperty;

/** Lines are broken before a reason that would reach beyond. */
const WIDEST = 100;

/**
 * Puts a reference to a source (`@cogan:P7`, `@cogan#passage`, `inferred from @cogan:P7`) behind an
 * element or a statement.
 */
export function attachEvidence(text: string, target: Target, reference: string): EditResult {
  return editing(text, (draft) => {
    const node = grounded(draft, target);
    const evidence = evidenceOf(reference);
    if (placeOf(node, evidence) >= 0)
      refuse('name-taken', `${referenceIn(evidence)} stands there already`);
    const last = all(node.$cstNode, 'evidence').at(-1);
    if (last) return [{ from: last.end, to: last.end, insert: ` ${evidence}` }];
    const at = headEnd(draft, node);
    return [{ from: at, to: at, insert: `  ${evidence}${spaceBefore(draft, at)}` }];
  });
}

/** Takes a reference to a source away. Refused where the element does not have it itself. */
export function detachEvidence(text: string, target: Target, reference: string): EditResult {
  return editing(text, (draft) => {
    const node = grounded(draft, target);
    const evidence = evidenceOf(reference);
    const word = all(node.$cstNode, 'evidence')[placeOf(node, evidence)];
    if (!word) {
      return refuse(
        'unknown',
        `${referenceIn(evidence)} does not stand there`,
        'it may stand behind the braces around',
      );
    }
    return [without(draft, word.offset, word.end)];
  });
}

/** Which of its references is to the same place, whether the source says it or it is inferred. */
function placeOf(node: WithGrounds, evidence: string): number {
  return node.evidence.findIndex((one) => referenceIn(one) === referenceIn(evidence));
}

/** Sets the analyst's own reason (`because "…"`); null takes it away. */
export function setBecause(text: string, target: Target, reason: string | null): EditResult {
  return editing(text, (draft) => {
    const node = grounded(draft, target);
    const words = all(node.$cstNode, 'because');
    const [first, ...more] = words;
    const gone = (word: CstNode): Edit =>
      without(draft, draft.leafBefore(word.offset)!.offset, word.end);
    if (reason === null) return words.map(gone);
    if (first) {
      return [{ from: first.offset, to: first.end, insert: quoted(reason) }, ...more.map(gone)];
    }
    const at = lastGround(node)?.end ?? headEnd(draft, node);
    const written = `because ${quoted(reason)}`;
    const column = at - draft.lineStart(at) + written.length;
    const { offset } = node.$cstNode!;
    const broken = column > WIDEST && draft.endsLine(at);
    const gap = broken ? `${draft.eol}${draft.indentAt(offset)}${draft.unit.repeat(2)}` : '  ';
    return [{ from: at, to: at, insert: `${gap}${written}${spaceBefore(draft, at)}` }];
  });
}

function grounded(draft: Draft, target: Target): WithGrounds {
  const node = draft.find(target);
  return isGrounded(node) ? node : refuse('not-here', 'this cannot have grounds');
}

export function isGrounded(node: AstNode): node is WithGrounds {
  return 'evidence' in node;
}

/** A reference, a reason or a claim, with the words that belong to it. */
interface Ground {
  readonly offset: number;
  readonly end: number;
}

/** What an element rests on itself, in the order of the text. */
export function groundsIn(draft: Draft, node: WithGrounds): Ground[] {
  const from = (word: CstNode, before: number): Ground => {
    let { offset } = word;
    for (let k = 0; k < before; k++) offset = draft.leafBefore(offset)!.offset;
    return { offset, end: word.end };
  };
  return [
    ...all(node.$cstNode, 'evidence').map((word) => from(word, 0)),
    ...all(node.$cstNode, 'because').map((word) => from(word, 1)),
    ...all(node.$cstNode, 'restsOn').map((word) => from(word, 2)),
  ].sort((a, b) => a.offset - b.offset);
}

/** All that an element rests on itself, as it is written, on one line. */
export function groundsOf(draft: Draft, node: WithGrounds): string {
  return groundsIn(draft, node)
    .map(({ offset, end }) => draft.text.slice(offset, end).replace(/\s+/g, ' '))
    .join(' ');
}

/** Puts grounds, as they are written, behind those that an element has. */
export function addGrounds(draft: Draft, node: WithGrounds, words: string): Edit {
  const at = lastGround(node)?.end ?? headEnd(draft, node);
  return { from: at, to: at, insert: `  ${words}${spaceBefore(draft, at)}` };
}

/** Takes the first thing that an element rests on away; nothing where there is none. */
export function withoutFirstGround(draft: Draft, node: WithGrounds): Edit[] {
  const [first] = groundsIn(draft, node);
  return first === undefined ? [] : [without(draft, first.offset, first.end)];
}

function lastGround(node: WithGrounds): CstNode | undefined {
  return ['evidence', 'because', 'restsOn']
    .flatMap((property) => all(node.$cstNode, property))
    .sort((a, b) => a.end - b.end)
    .at(-1);
}

/** Where the grounds begin: before those there are, before the braces of a block, else at the end. */
function headEnd(draft: Draft, node: WithGrounds): number {
  const first = ['because', 'restsOn']
    .flatMap((property) => all(node.$cstNode, property))
    .sort((a, b) => a.offset - b.offset)[0];
  if (first) {
    // `rests on x`, `because "x"`: the words before it belong to it.
    const words = CstUtils.flattenCst(node.$cstNode!).filter(
      (l) => !l.hidden && l.end <= first.offset,
    );
    const own = [...words];
    let i = own.length - 1;
    i -= own[i].text === 'because' ? 1 : 2;
    return own[i].end;
  }
  if (['Actor', 'Faction', 'Source', 'Perception'].includes(node.$type)) {
    const open = draft.word(node, '{');
    if (open) return draft.leafBefore(open.offset)!.end;
  }
  return node.$cstNode!.end;
}

function spaceBefore(draft: Draft, at: number): string {
  const next = draft.text[at];
  return next === undefined || /[\s,:}]/.test(next) ? '' : ' ';
}

/** Takes words out; with the line break before them where they had a line of their own. */
export function without(draft: Draft, offset: number, end: number): Edit {
  if (!draft.beginsLine(offset) || !draft.endsLine(end)) return cut(draft, { offset, end });
  const from = draft.lineStart(offset);
  return { from, to: draft.afterEol(draft.lineEnd(end)), insert: '' };
}
