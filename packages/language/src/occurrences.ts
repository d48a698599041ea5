import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import { referenceIn } from './elements/grounds.js';
import type * as ast from './generated/ast.js';
import { usesIn, type NodeKind } from './kinds.js';
import { Names } from './names.js';
import type { Scope } from './names.js';
import { nodeOfProperty } from './positions.js';
import { Reporter } from './reporter.js';

/** A place where a name stands: where it is given, or where it is used. */
export interface Occurrence {
  /** UTF-16 offsets of the name alone: of `@cogan:P7` those of `cogan`. */
  readonly from: number;
  readonly to: number;
  /** The element that has the name; null where the name stands for nothing. */
  readonly of: AstNode | null;
  /** Whether the name is given here. */
  readonly declares: boolean;
}

type Nodes = ast.StandoffAstType;

type NamedKind = {
  [Each in NodeKind]: 'name' extends keyof Nodes[Each] ? Each : never;
}[NodeKind];

/** The kinds that have a name in them; whether it is given there, so that others speak of it by that. */
const NAMED: Readonly<Record<NamedKind, boolean>> = {
  Situation: true,
  Source: true,
  Actor: true,
  Agreement: true,
  Scenario: true,
  NamedState: true,
  Claim: true,
  Commitment: true,
  Option: true,
  Chance: true,
  Faction: true,
  // Nothing speaks of it.
  Choice: false,
  Reference: false,
  Speaker: false,
};

const GIVES: ReadonlySet<string> = new Set(
  Object.entries(NAMED).flatMap(([kind, given]) => (given ? kind : [])),
);

/** Every name in a text, in the order of the text. A consent (`NK.treaty`) is its agreement's name. */
export function occurrencesIn(document: ast.Document): Occurrence[] {
  return new Finder(document).found.sort((a, b) => a.from - b.from);
}

type Grounded = AstNode & { evidence: string[]; restsOn: string[] };

class Finder {
  readonly found: Occurrence[] = [];
  readonly #names: Names;

  constructor(document: ast.Document) {
    this.#names = new Names(document, new Reporter());
    for (const node of AstUtils.streamAllContents(document)) this.#visit(node);
  }

  #visit(node: AstNode): void {
    if (GIVES.has(node.$type) && 'name' in node && node.name !== undefined) {
      this.#add(node, 'name', node, 0, true);
    }
    if ('evidence' in node) this.#visitGrounds(node as Grounded);
    for (const property of usesIn(node.$type)) {
      const names =
        (node as unknown as Readonly<Record<string, string | string[]>>)[property] ?? [];
      this.#all(node, property, [names].flat());
    }
    if (node.$type === 'Reference') this.#visitReference(node as ast.Reference);
    if (node.$type === 'Perception') this.#visitFaction(node as ast.Perception);
    if (node.$type === 'Prevails') {
      const { faction, $container } = node as ast.Prevails;
      const of = $container.items.find((i) => i.$type === 'Faction' && i.name === faction);
      this.#add(node, 'faction', of ?? null);
    }
  }

  /** The faction whose picture it is. */
  #visitFaction(node: ast.Perception): void {
    if (node.faction === undefined) return;
    const actor = this.#named(node.actor);
    const items = actor?.$type === 'Actor' ? (actor as ast.Actor).items : [];
    const of = items.find((i) => i.$type === 'Faction' && i.name === node.faction);
    this.#add(node, 'faction', of ?? null);
  }

  #all(node: AstNode, property: string, names: readonly string[]): void {
    for (const [i, name] of names.entries()) this.#add(node, property, this.#named(name), i);
  }

  #named(name: string): AstNode | null {
    return this.#names.lookUp(name)?.node ?? null;
  }

  #visitGrounds(node: Grounded): void {
    this.#all(node, 'restsOn', node.restsOn);
    for (const [i, written] of node.evidence.entries()) {
      const [, source] = /^@([^:#]+)/.exec(referenceIn(written)) ?? [];
      const token = nodeOfProperty(node, 'evidence', i);
      if (source === undefined || token === undefined) continue;
      const from = token.offset + token.text.indexOf('@') + 1;
      const of = this.#named(source.normalize('NFC'));
      this.found.push({ from, to: from + source.length, of, declares: false });
    }
  }

  #visitReference(node: ast.Reference): void {
    if (node.actor !== undefined) {
      this.#add(node, 'actor', this.#named(node.actor));
      const option = this.#names.optionsOf(node.actor).get(node.name);
      const act = this.#names.actOf(node.actor, node.name);
      this.#add(node, 'name', option?.node ?? act ?? null);
      return;
    }
    const scope = scopeOf(node);
    const known =
      node.$container.$type === 'Unaware'
        ? this.#names.optionsOf(scope ?? '').get(node.name)
        : null;
    const meaning = known ? null : this.#names.resolve(node, scope);
    const of =
      known?.node ??
      (meaning === null
        ? null
        : meaning.kind === 'option'
          ? meaning.option.node
          : this.#named(meaning.id));
    this.#add(node, 'name', of);
  }

  #add(node: AstNode, property: string, of: AstNode | null, index = 0, declares = false): void {
    const token = nodeOfProperty(node, property, index);
    if (token) this.found.push({ from: token.offset, to: token.end, of, declares });
  }
}

/** The actor whose options bare names reach at this place. */
function scopeOf(node: AstNode): Scope {
  for (let at: AstNode | undefined = node; at !== undefined; at = at.$container) {
    if (at.$type === 'Actor') return (at as ast.Actor).name;
    if (at.$type === 'Perception') return (at as ast.Perception).of;
    if (at.$type === 'CannotMove' && at.$container?.$type === 'Document') {
      return (at as ast.CannotMove).actor ?? null;
    }
  }
  return null;
}
