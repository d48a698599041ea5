import type { Diagnostic } from '@standoff/model';
import type { AstNode } from 'langium';
import { occurrencesIn } from '../occurrences.js';
import type { Occurrence } from '../occurrences.js';
import { parseSituation, readTree } from '../read-situation.js';
import { editing } from './draft.js';
import type { Draft, Target } from './draft.js';
import { applyEdits, refuse } from './edit.js';
import type { Edit, EditResult } from './edit.js';
import { factionOf } from './labels.js';
import { checkName } from './pieces.js';

/**
 * Gives an element, or an option ("NK.suspend", to "pause"), another name, where it is given and
 * wherever it is used. Refused where another name would then mean something else.
 */
export function rename(text: string, target: Target, name: string): EditResult {
  return editing(text, (draft) => renaming(draft, draft.find(target), name));
}

/** Another text of the same case, renamed as `rename` does; null: it is not in it, or the name is taken there. */
export function renamedIn(text: string, target: Target, name: string): string | null {
  const result = rename(text, target, name);
  return result.ok && result.edits.length > 0 ? applyEdits(text, result.edits) : null;
}

/** As `rename`, of one of an actor's factions. */
export function renameFaction(
  text: string,
  actor: string,
  faction: string,
  name: string,
): EditResult {
  return editing(text, (draft) => renaming(draft, factionOf(draft, actor, faction), name));
}

/** As `rename`, of whatever is named at a place of the text (UTF-16 offset): where its name is given or used. */
export function renameAt(text: string, offset: number, name: string): EditResult {
  return editing(text, (draft) => {
    const here = occurrencesIn(draft.tree).find(({ from, to }) => from <= offset && offset <= to);
    if (!here?.of) refuse('unknown', 'no name stands there');
    return renaming(draft, here.of, name);
  });
}

/** What a name stands for, to be found in other texts of the same case. */
export interface Named {
  /** The id that the model gives it: "NK.suspend", "cogan". */
  readonly id: string;
  /** Its name alone. */
  readonly name: string;
  /** Sources are named in the files beside a situation too. */
  readonly isSource: boolean;
}

/** What is named at a place of the text (UTF-16 offset); null where nothing is that other texts could name. */
export function namedAt(text: string, offset: number): Named | null {
  let named: Named | null = null;
  editing(text, (draft) => {
    const here = occurrencesIn(draft.tree).find(({ from, to }) => from <= offset && offset <= to);
    const id = here?.of ? draft.idOf(here.of) : null;
    if (here?.of && id !== null) {
      const name = text.slice(here.from, here.to);
      named = { id, name, isSource: here.of.$type === 'Source' };
    }
    return [];
  });
  return named;
}

function renaming(draft: Draft, node: AstNode, name: string): Edit[] {
  checkName(name);
  const occurrences = occurrencesIn(draft.tree);
  const places = occurrences.filter((o) => o.of === node);
  if (!places.some((o) => o.declares)) refuse('not-here', 'this has no name that could be changed');
  const edits = places.map(({ from, to }) => ({ from, to, insert: name }));
  checkMeaning(draft, occurrences, edits, name);
  return edits;
}

/** Every name must stand for what it stood for, and nothing new may be wrong. */
function checkMeaning(
  draft: Draft,
  before: readonly Occurrence[],
  edits: readonly Edit[],
  name: string,
): void {
  const text = applyEdits(draft.text, edits);
  const { tree } = readTree(text);
  if (tree === null)
    refuse('name-taken', `\`${name}\` would be read as a word of the language there`);
  const was = errorsOf(draft.text);
  const [worse] = errorsOf(text).slice(was.length);
  if (worse !== undefined) {
    const [error] = errorsOf(text).filter((e) => !was.some((w) => w.message === e.message));
    refuse('name-taken', error?.message ?? worse.message, error?.hint);
  }
  const after = occurrencesIn(tree);
  const [meantBefore, meantAfter] = [meanings(before), meanings(after)];
  const at = meantBefore.findIndex((meaning, i) => meaning !== meantAfter[i]);
  if (at < 0 && meantBefore.length === meantAfter.length) return;
  const line = draft.text.slice(0, before[at]?.from ?? 0).split(/\r\n|\r|\n/).length;
  refuse(
    'name-taken',
    `${name} would be taken for something else in line ${line}`,
    'choose another name',
  );
}

function errorsOf(text: string): Diagnostic[] {
  return parseSituation(text).diagnostics.filter((d) => d.severity === 'error');
}

/** For each name in order: the place in this list at which what it stands for is named. */
function meanings(occurrences: readonly Occurrence[]): number[] {
  const given = new Map(occurrences.flatMap((o, i) => (o.declares ? [[o.of, i] as const] : [])));
  return occurrences.map((o) => given.get(o.of) ?? -1);
}
