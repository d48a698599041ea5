import { CHANCE, GRAPH, type OptionId } from '@standoff/model';
import type { AstNode } from 'langium';
import type * as ast from './generated/ast.js';
import { actsAround, ownOptions, saidIn } from './options-said.js';
import { rangeOfProperty } from './positions.js';
import type { Reporter } from './reporter.js';

/** The kinds of element that share one set of names, as a message calls them. */
export const KINDS = {
  Actor: 'an actor',
  Source: 'a source',
  Agreement: 'an agreement',
  Scenario: 'a scenario',
  NamedState: 'a state',
  Claim: 'a claim',
  Commitment: 'a commitment',
} as const;

export type Kind = keyof typeof KINDS;

export interface Named {
  readonly kind: Kind;
  readonly node: AstNode;
}

/** An option, or a party's consent to an agreement. */
export interface OptionName {
  readonly id: OptionId;
  readonly owner: string;
  readonly node: AstNode;
  readonly agreement: string | null;
}

const NO_OPTIONS: ReadonlyMap<string, OptionName> = new Map();

/** Every name that a text declares; one that is taken already is reported. */
export class DeclaredNames {
  readonly #named = new Map<string, Named>();
  readonly #options = new Map<string, Map<string, OptionName>>();
  readonly #ownersOf = new Map<string, OptionName[]>();

  constructor(
    document: ast.Document,
    readonly reporter: Reporter,
  ) {
    // Whether an actor is called as chance or a graph is, is known when all are declared.
    const isNobodys = (one: ast.Element): boolean =>
      one.$type === 'Chance' || (one.$type === 'Choice' && one.graph);
    for (const element of document.elements) if (!isNobodys(element)) this.#declare(element);
    for (const element of document.elements) if (isNobodys(element)) this.#declare(element);
    for (const element of document.elements) {
      if (element.$type === 'Agreement') this.#declareConsents(element, element.parties);
      if (element.$type !== 'Actor' || element.acts === undefined) continue;
      for (const act of ownOptions(element)) this.#declareConsents(act, element.acts.parties);
    }
  }

  #declare(element: ast.Element): void {
    if (element.$type === 'Chance') {
      this.#declareNobodys(CHANCE, 'what is left to chance', element);
      return;
    }
    if (element.$type === 'Choice') {
      if (element.graph)
        for (const state of saidIn(element))
          this.#declareNobodys(GRAPH, 'a state of a graph', state);
      return;
    }
    if (!isNamed(element) || element.name === undefined) return;
    if (!this.#declareNamed(element.$type, element.name, element)) return;
    if (element.$type !== 'Actor') return;
    this.#options.set(element.name, new Map());
    for (const option of ownOptions(element)) {
      if (element.acts === undefined) this.#declareOption(element.name, option.name, option, null);
      else this.#declareNamed('Agreement', option.name, option);
    }
  }

  /** Whether the name was free; says so where not. */
  #declareNamed(kind: Kind, name: string, node: AstNode): boolean {
    const first = this.#named.get(name);
    if (first === undefined) {
      this.#named.set(name, { kind, node });
      return true;
    }
    const called = first.node.$type === 'Option' ? 'an act of several members' : KINDS[first.kind];
    this.reporter.say(
      'duplicate-name',
      rangeOfProperty(node, 'name'),
      `the name ${name} is taken: ${called} has it already`,
      {
        ...(node.$type === 'Option'
          ? { why: 'what an actor does with its members is named as agreements are' }
          : {}),
        related: [
          { range: rangeOfProperty(first.node, 'name'), message: `${called} of this name` },
        ],
      },
    );
    return false;
  }

  /** An option that no actor has, but chance or a graph. */
  #declareNobodys(owner: string, what: string, option: ast.Chance | ast.Option): void {
    const actor = this.#named.get(owner);
    if (actor !== undefined) {
      this.reporter.say(
        'duplicate-name',
        rangeOfProperty(option, 'name'),
        `${what} is called ${owner}.${option.name}, and ${KINDS[actor.kind]} is called ${owner}`,
        { hint: `give ${KINDS[actor.kind]} another name` },
      );
      return;
    }
    if (!this.#options.has(owner)) this.#options.set(owner, new Map());
    this.#declareOption(owner, option.name, option, null);
  }

  #declareConsents(agreement: ast.Agreement | ast.Option, parties: readonly string[]): void {
    if (this.#named.get(agreement.name)?.node !== agreement) return;
    for (const party of new Set(parties)) {
      if (this.#options.has(party)) {
        this.#declareOption(party, agreement.name, agreement, agreement.name);
      }
    }
  }

  #declareOption(
    owner: string,
    name: string,
    node: ast.Option | ast.Agreement | ast.Chance,
    agreement: string | null,
  ): void {
    const own = this.#options.get(owner)!;
    const first = own.get(name);
    if (first) {
      const related = [
        { range: rangeOfProperty(first.node, 'name'), message: `the option ${first.id}` },
      ];
      if (agreement === null) {
        this.reporter.say(
          'duplicate-option',
          rangeOfProperty(node, 'name'),
          `${owner} has two options called ${name}`,
          { related },
        );
      } else {
        this.reporter.say(
          'consent-clash',
          rangeOfProperty(node, 'name'),
          node.$type === 'Option'
            ? `${owner} has an option called ${name}, and its vote for this would be called ${owner}.${name} too`
            : `${owner} has an option called ${name}, and its consent to this agreement would be called ${owner}.${name} too`,
          {
            related,
            hint: `give ${node.$type === 'Option' ? 'one of the two' : 'the agreement or the option'} another name`,
          },
        );
      }
      return;
    }
    const option: OptionName = { id: `${owner}.${name}`, owner, node, agreement };
    own.set(name, option);
    if (agreement !== null) return;
    const sameName = this.#ownersOf.get(name);
    if (sameName) sameName.push(option);
    else this.#ownersOf.set(name, [option]);
  }

  /** The element that has the name; undefined where none has. Says nothing. */
  lookUp(name: string): Named | undefined {
    return this.#named.get(name);
  }

  /** Whether this is the element that its name stands for (the first of that name). */
  owns(element: AstNode & { name?: string }): boolean {
    return element.name !== undefined && this.#named.get(element.name)?.node === element;
  }

  /** Whether options may be of that owner: an actor, or chance or a graph where there is one. */
  hasOwner(owner: string): boolean {
    return this.#options.has(owner);
  }

  /** The options of an actor by name, its consents last. */
  optionsOf(actor: string): ReadonlyMap<string, OptionName> {
    return this.#options.get(actor) ?? NO_OPTIONS;
  }

  /** All names of those kinds, in the order declared. */
  called(...kinds: readonly Kind[]): string[] {
    return [...this.#named].filter(([, { kind }]) => kinds.includes(kind)).map(([id]) => id);
  }

  /** The options whose being taken makes an agreement hold. */
  consentsTo(agreement: string): OptionId[] {
    const { node } = this.#named.get(agreement)!;
    const { parties } = actsAround(node) ?? (node as ast.Agreement);
    return [...new Set(parties)].map((party) => `${party}.${agreement}`);
  }

  /** What an actor does with its members, by its name; undefined where it does nothing of the kind. */
  actOf(actor: string, name: string): AstNode | undefined {
    const found = this.#named.get(name)?.node;
    const acts = found === undefined ? undefined : actsAround(found);
    return acts !== undefined && acts.$container === this.#named.get(actor)?.node
      ? found
      : undefined;
  }

  /** The options of this name, whoever has them; consents apart. */
  optionsNamed(name: string): readonly OptionName[] {
    return this.#ownersOf.get(name) ?? [];
  }

  /** The names of all options, consents apart. */
  optionNames(): Iterable<string> {
    return this.#ownersOf.keys();
  }
}

function isNamed(element: ast.Element): element is ast.Element & { $type: Kind; name?: string } {
  return element.$type in KINDS;
}
