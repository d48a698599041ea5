import type { TextRange } from '@standoff/model';
import type { AstNode } from 'langium';
import { AstUtils, CstUtils, GrammarUtils } from 'langium';
import type * as ast from '../generated/ast.js';
import { saidIn } from '../options-said.js';
import { occurrencesIn, type Occurrence } from '../occurrences.js';
import { becomingOf } from '../kinds.js';
import { rangeOf } from '../positions.js';
import { Draft, editing, idsOf } from './draft.js';
import type { Target } from './draft.js';
import { Refused, refuse } from './edit.js';
import type { Edit, EditResult } from './edit.js';
import { groundsIn, isGrounded, without } from './grounds.js';
import { removal, removalWithGap } from './places.js';

/** An element that speaks of one that is to be taken out. */
export interface Use {
  /** Null: it has none, and is known by where it stands. */
  readonly id: string | null;
  readonly at: TextRange;
  /**
   * What becomes of it: it goes too; it stays without what speaks of the other (a citation, a party, an
   * effect); or it has to be changed by the author, as a ranking.
   */
  readonly becomes: 'gone' | 'less' | 'open';
}

/** What speaks of an element and, where that goes with it, of what goes; in the order of the text. */
export function usesOf(text: string, target: Target): readonly Use[] {
  try {
    const draft = new Draft(text);
    return new Removal(draft, draft.find(target)).uses();
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}

/** Takes an element out with all that speaks of it. Refused where some of that cannot go by itself. */
export function removeWithUses(text: string, target: Target): EditResult {
  return editing(text, (draft) => {
    const removing = new Removal(draft, draft.find(target));
    const open = removing.uses().find(({ becomes }) => becomes === 'open');
    if (open !== undefined)
      refuse(
        'in-use',
        `line ${open.at.start.line + 1} speaks of it and cannot go by itself`,
        'change it first',
      );
    return removing.edits();
  });
}

/** Lists that may lose some of what they name, as long as so many are left. */
const LISTS: Readonly<Record<string, { readonly property: string; readonly least: number }>> = {
  Agreement: { property: 'parties', least: 2 },
  Acts: { property: 'parties', least: 2 },
  Among: { property: 'actors', least: 1 },
  Recipients: { property: 'actors', least: 1 },
  NamedState: { property: 'taken', least: 1 },
  Event: { property: 'effects', least: 1 },
  Choice: { property: 'options', least: 2 },
  Unaware: { property: 'options', least: 1 },
};

class Removal {
  /** What goes as a whole, the element itself among it. */
  readonly #gone = new Set<AstNode>();
  readonly #open = new Set<AstNode>();
  /** Of a list the places that go. */
  readonly #shorter = new Map<AstNode, Set<number>>();
  readonly #grounds: { readonly of: AstNode; readonly offset: number; readonly end: number }[] = [];

  constructor(
    readonly draft: Draft,
    readonly element: AstNode,
  ) {
    this.#gone.add(element);
    const { $container: choice } = element;
    if (choice?.$type === 'Choice') this.#takeFrom(choice, element.$cstNode!.offset);
    const left = new Set(occurrencesIn(draft.tree).filter(({ declares }) => !declares));
    // What goes takes with it what speaks of that in turn.
    for (let before = -1; before !== left.size;) {
      before = left.size;
      for (const one of left)
        if (one.of !== null && this.#goes(one.of)) {
          left.delete(one);
          if (!this.#isWithin(one.from)) this.#take(one);
        }
    }
  }

  uses(): readonly Use[] {
    const ids = new Map([...idsOf(this.draft.tree)].map(([id, node]) => [node, id]));
    const uses = new Map<AstNode, Use>();
    const put = (node: AstNode, becomes: Use['becomes']): void => {
      const shown = named(node, ids) ?? node;
      if (shown !== this.element && !uses.has(shown))
        uses.set(shown, { id: ids.get(shown) ?? null, at: rangeOf(shown), becomes });
    };
    for (const node of this.#open) put(node, 'open');
    for (const node of this.#gone)
      put(node, named(node, ids) === node || !named(node, ids) ? 'gone' : 'less');
    for (const { of } of this.#grounds) if (!this.#goes(of)) put(of, 'less');
    for (const node of this.#shorter.keys()) if (!this.#goes(node)) put(node, 'less');
    return [...uses.values()].sort(
      ({ at: { start: a } }, { at: { start: b } }) => a.line - b.line || a.column - b.column,
    );
  }

  edits(): Edit[] {
    const alone = [...this.#gone].filter(
      ({ $container: choice }) => choice === undefined || !this.#shorter.has(choice),
    );
    const whole = [...new Set(alone.map((node) => this.#emptied(node)))];
    const cuts = [
      ...whole.map((node) =>
        node.$container?.$type === 'Document'
          ? removalWithGap(this.draft, node)
          : removal(this.draft, node),
      ),
      ...this.#grounds.map(({ offset, end }) => without(this.draft, offset, end)),
      ...[...this.#shorter].flatMap(([node, places]) => this.#cutFrom(node, places)),
    ].sort((a, b) => a.from - b.from || a.to - b.to);
    const merged: Edit[] = [];
    for (const cut of cuts) {
      const last = merged.at(-1);
      if (last !== undefined && cut.from <= last.to)
        merged[merged.length - 1] = { ...last, to: Math.max(last.to, cut.to) };
      else merged.push(cut);
    }
    return merged;
  }

  #goes(node: AstNode): boolean {
    const { offset, end } = node.$cstNode!;
    return [...this.#gone].some(({ $cstNode: cst }) => cst!.offset <= offset && end <= cst!.end);
  }

  #isWithin(offset: number): boolean {
    return [...this.#gone].some(({ $cstNode: cst }) => cst!.offset <= offset && offset < cst!.end);
  }

  #take({ from }: Occurrence): void {
    const leaf = CstUtils.findLeafNodeAtOffset(this.draft.tree.$cstNode!, from)!;
    const at = leaf.astNode;
    if (isGrounded(at)) {
      const ground = groundsIn(this.draft, at).find((one) => one.offset <= from && from < one.end);
      if (ground !== undefined) {
        this.#grounds.push({ of: at, ...ground });
        return;
      }
    }
    for (let node: AstNode | undefined = at; node !== undefined; node = node.$container) {
      if (this.#shortens(node, from)) return;
      if (node.$type === 'Choice') {
        this.#takeFrom(node, from);
        return;
      }
      const becomes = becomingOf(node.$type);
      if (becomes === 'gone') this.#gone.add(node);
      if (becomes === 'open') this.#open.add(node);
      if (becomes !== null) return;
    }
  }

  /** A choice of which too little is left goes, but not with options that it says itself. */
  #takeFrom(choice: AstNode, offset: number): void {
    if (this.#shortens(choice, offset)) return;
    if (saidIn(choice as ast.Choice).length > 0) this.#open.add(choice);
    else this.#gone.add(choice);
  }

  /** Takes one place of a list, where that leaves enough of it. */
  #shortens(node: AstNode, offset: number): boolean {
    const list = LISTS[node.$type];
    if (list === undefined) return false;
    const places = GrammarUtils.findNodesForProperty(node.$cstNode, list.property);
    const place = places.findIndex((one) => one.offset <= offset && offset < one.end);
    if (place < 0) return false;
    const taken = this.#shorter.get(node) ?? new Set<number>();
    if (!taken.has(place) && places.length - taken.size - 1 < list.least) return false;
    this.#shorter.set(node, taken.add(place));
    return true;
  }

  #cutFrom(node: AstNode, taken: ReadonlySet<number>): Edit[] {
    if (this.#goes(node)) return [];
    const places = GrammarUtils.findNodesForProperty(node.$cstNode, LISTS[node.$type].property);
    return [...taken].map((place) => {
      const next = places.findIndex((_, k) => k > place && !taken.has(k));
      const before = places.findLastIndex((_, k) => k < place && !taken.has(k));
      return next >= 0
        ? { from: places[place].offset, to: places[next].offset, insert: '' }
        : { from: places[before].end, to: places.at(-1)!.end, insert: '' };
    });
  }

  /** The block around what goes, where nothing else is left in it: empty braces say nothing. */
  #emptied(node: AstNode): AstNode {
    const { $container: block } = node;
    if (
      block === undefined ||
      !['Unordered', 'Equally', 'Prefers', 'Perception'].includes(block.$type)
    )
      return node;
    const parts = AstUtils.streamContents(block).filter(
      (part) => part.$containerProperty === 'items' || part.$containerProperty === 'statements',
    );
    const isEmpty = parts.every((part) => this.#gone.has(part) || this.#isEmptied(part));
    return isEmpty ? this.#emptied(block) : node;
  }

  #isEmptied(block: AstNode): boolean {
    if (!['Unordered', 'Equally', 'Prefers'].includes(block.$type)) return false;
    return AstUtils.streamContents(block).every(
      (part) => this.#gone.has(part) || this.#isEmptied(part),
    );
  }
}

/** What has an id and holds a node, or is it. */
function named(node: AstNode, ids: ReadonlyMap<AstNode, string>): AstNode | null {
  for (let at: AstNode | undefined = node; at !== undefined; at = at.$container)
    if (ids.has(at)) return at;
  return null;
}
