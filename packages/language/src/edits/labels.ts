import type { AstNode, CstNode } from 'langium';
import { GrammarUtils } from 'langium';
import type * as ast from '../generated/ast.js';
import { editing } from './draft.js';
import type { Draft, Target } from './draft.js';
import { refuse } from './edit.js';
import type { Edit, EditResult } from './edit.js';
import { quoted } from '../written.js';

const find = GrammarUtils.findNodeForProperty;
const all = GrammarUtils.findNodesForProperty;

/** Sets the label of an element; null leaves it out, so that its name stands for it. */
export function setLabel(text: string, target: Target, label: string | null): EditResult {
  return editing(text, (draft) => [labelEdit(draft, draft.find(target), label)]);
}

/** As `setLabel`, of one of an actor's factions. */
export function setFactionLabel(
  text: string,
  actor: string,
  faction: string,
  label: string | null,
): EditResult {
  return editing(text, (draft) => [labelEdit(draft, factionOf(draft, actor, faction), label)]);
}

export function factionOf(draft: Draft, actor: string, faction: string): ast.Faction {
  const found = draft.actor(actor).items.find((i) => i.$type === 'Faction' && i.name === faction);
  return (
    (found as ast.Faction | undefined) ??
    refuse('unknown', `${actor} has no faction called ${faction}`)
  );
}

function labelEdit(draft: Draft, node: AstNode, label: string | null): Edit {
  const property = ['Situation', 'Source'].includes(node.$type) ? 'title' : 'label';
  const words = find(node.$cstNode, property);
  if (label === null) {
    if (['Situation', 'Source', 'Claim', 'Event'].includes(node.$type)) {
      refuse('not-here', `a ${node.$type.toLowerCase()} needs a text`);
    }
    if (!words) return nothing(node);
    return isLabelAlone(node) ? commitmentHead(draft, node, words) : cut(draft, words);
  }
  if (words) return { from: words.offset, to: words.end, insert: quoted(label) };
  const name = find(node.$cstNode, 'name');
  const kinds = [
    ...['Actor', 'Option', 'Faction', 'Agreement', 'Scenario', 'NamedState', 'Commitment'],
    ...['Chance', 'Choice'],
  ];
  if (!kinds.includes(node.$type)) refuse('not-here', 'this kind of element has no label');
  if (name) return { from: name.end, to: name.end, insert: ` ${quoted(label)}` };
  const kind = find(node.$cstNode, 'kind')!;
  return { from: kind.end, to: kind.end, insert: ` ${quoted(label)}:` };
}

/** `promise "Label": a`: the colon goes with the label. */
function isLabelAlone(node: AstNode): boolean {
  return node.$type === 'Commitment' && (node as ast.Commitment).name === undefined;
}

function commitmentHead(draft: Draft, node: AstNode, label: CstNode): Edit {
  return { ...cut(draft, label), to: draft.word(node, ':')!.end };
}

function nothing(node: AstNode): Edit {
  const { offset } = node.$cstNode!;
  return { from: offset, to: offset, insert: '' };
}

/** Takes a word out with the space before it; words that would touch stay apart. */
export function cut(draft: Draft, word: { offset: number; end: number }, to = word.end): Edit {
  let from = word.offset;
  while (/[^\S\r\n]/.test(draft.text[from - 1] ?? '')) from -= 1;
  if (/[\w"@]/.test(draft.text[to] ?? ' ') && from < word.offset) from += 1;
  return { from, to, insert: '' };
}

/**
 * What stands behind the name of an element: put in the place of what is there, or else behind the last of
 * the properties that come before it. No words: it is cut out.
 */
export function behindName(
  draft: Draft,
  node: AstNode,
  there: CstNode | undefined,
  words: string,
  before: readonly string[],
): Edit[] {
  if (there !== undefined)
    return words === ''
      ? [cut(draft, there)]
      : [{ from: there.offset, to: there.end, insert: words }];
  if (words === '') return [];
  const at = before.flatMap((property) => all(node.$cstNode, property)).at(-1)!.end;
  return [{ from: at, to: at, insert: ` ${words}` }];
}

export function setTitle(text: string, title: string): EditResult {
  return editing(text, (draft) => [labelEdit(draft, situationOf(draft), title)]);
}

/** The day, month or year the situation is described as of ("2018-04-27"); null leaves it out. */
export function setDate(text: string, date: string | null): EditResult {
  return editing(text, (draft) => {
    const situation = situationOf(draft);
    if (date !== null && !/^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$/.test(date)) {
      refuse('ill-written', `${date} is not a date`, 'write 2018-04-27, 2018-04 or 2018');
    }
    const words = find(situation.$cstNode, 'asOf');
    if (words && date !== null) return [{ from: words.offset, to: words.end, insert: date }];
    if (words) return [cut(draft, draft.word(situation, 'as')!, words.end)];
    if (date === null) return [];
    const at = find(situation.$cstNode, 'title')!.end;
    return [{ from: at, to: at, insert: ` as of ${date}` }];
  });
}

function situationOf(draft: Draft): ast.Situation {
  const found = draft.tree.elements.find((e) => e.$type === 'Situation');
  return found ?? refuse('unknown', 'the text does not say what situation it is about');
}

export function addAlias(text: string, actor: string, alias: string): EditResult {
  return editing(text, (draft) => {
    const node = draft.actor(actor);
    if (node.aliases.includes(alias))
      refuse('name-taken', `${actor} has the alias ${alias} already`);
    const last = all(node.$cstNode, 'aliases').at(-1);
    if (last) return [{ from: last.end, to: last.end, insert: `, ${quoted(alias)}` }];
    const at = (find(node.$cstNode, 'label') ?? find(node.$cstNode, 'name')!).end;
    return [{ from: at, to: at, insert: ` aka ${quoted(alias)}` }];
  });
}

export function removeAlias(text: string, actor: string, alias: string): EditResult {
  return editing(text, (draft) => {
    const node = draft.actor(actor);
    const i = node.aliases.indexOf(alias);
    if (i < 0) refuse('unknown', `${actor} has no alias ${alias}`);
    const words = all(node.$cstNode, 'aliases');
    const word = words[i];
    if (words.length === 1) return [cut(draft, draft.word(node, 'aka')!, word.end)];
    // With the comma behind the first, with the comma before any other.
    if (i === 0) return [{ from: word.offset, to: words[1].offset, insert: '' }];
    return [{ from: words[i - 1].end, to: word.end, insert: '' }];
  });
}

export type Flag = 'taken' | 'open' | 'unknown' | 'irreversible' | 'not resumable' | 'slow';

const INSTEAD_OF: readonly (readonly Flag[])[] = [
  ['taken', 'open', 'unknown'],
  ['irreversible', 'not resumable'],
  ['slow'],
];

/** Says or unsays a word about an option or an agreement; what contradicts it gives way to it. */
export function setFlag(text: string, target: Target, flag: Flag, on: boolean): EditResult {
  return editing(text, (draft) => {
    const node = draft.find(target);
    if (node.$type !== 'Option' && node.$type !== 'Agreement') {
      refuse('not-here', 'only options and agreements can be so');
    }
    if (node.$type === 'Agreement' && (flag === 'unknown' || flag === 'not resumable')) {
      refuse('not-here', `an agreement cannot be \`${flag}\``);
    }
    const words = all(node.$cstNode, 'flags');
    const flags = (node as ast.Option).flags.map((f) =>
      f === 'notresumable' ? 'not resumable' : f,
    );
    const rivals = INSTEAD_OF.find((group) => group.includes(flag))!;
    const i = flags.indexOf(flag);
    if (!on) {
      const word = words[i];
      if (!word) return [];
      const before = draft.leafBefore(word.offset)!;
      const from = before.text === ',' ? before : word;
      // `a, b` without its first is `b`.
      const next = draft.leaves.find((l) => !l.hidden && l.offset >= word.end);
      const to = from === word && next?.text === ',' && next.astNode === node ? next.end : word.end;
      return [cut(draft, from, to)];
    }
    if (i >= 0) return [];
    const rival = words.find((_, k) => (rivals as readonly string[]).includes(flags[k]));
    if (rival) return [{ from: rival.offset, to: rival.end, insert: flag }];
    const at = (
      words.at(-1) ??
      all(node.$cstNode, 'parties').at(-1) ??
      find(node.$cstNode, 'label') ??
      find(node.$cstNode, 'name')!
    ).end;
    const comma =
      words.length > 0 &&
      draft.leaves.some((l) => l.text === ',' && l.offset > words[0].offset && l.end <= at);
    return [{ from: at, to: at, insert: `${comma ? ',' : ''} ${flag}` }];
  });
}
