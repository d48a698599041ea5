import { CHANCE, GRAPH, nearest, type OptionId } from '@standoff/model';
import type { AstNode } from 'langium';
import type * as ast from './generated/ast.js';
import { actsAround, ownOptions, saidIn } from './options-said.js';
import { rangeOf, rangeOfProperty } from './positions.js';
import type { Reporter } from './reporter.js';
import { didYouMean, few, wordMeantBy } from './suggestions.js';

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

/** Where a bare name is read: inside that actor (its own options first), or at the top (null). */
export type Scope = string | null;

/** What a reference in an expression stands for. */
export type Meaning =
  | { readonly kind: 'option'; readonly option: OptionName }
  | { readonly kind: 'agreement' | 'scenario' | 'state'; readonly id: string };

const NO_OPTIONS: ReadonlyMap<string, OptionName> = new Map();

/** Every name that a text declares, and what it means where it is used. */
export class Names {
  readonly #named = new Map<string, Named>();
  readonly #options = new Map<string, Map<string, OptionName>>();
  readonly #ownersOf = new Map<string, OptionName[]>();
  readonly #sources = new Set<string>();

  readonly #reporter: Reporter;

  constructor(document: ast.Document, reporter: Reporter) {
    this.#reporter = reporter;
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
    this.#reporter.say(
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
      this.#reporter.say(
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
        this.#reporter.say(
          'duplicate-option',
          rangeOfProperty(node, 'name'),
          `${owner} has two options called ${name}`,
          { related },
        );
      } else {
        this.#reporter.say(
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

  /** The options of an actor by name, its consents last. */
  optionsOf(actor: string): ReadonlyMap<string, OptionName> {
    return this.#options.get(actor) ?? NO_OPTIONS;
  }

  /** All names of that kind, in the order declared. */
  called(kind: Kind): string[] {
    return [...this.#named].filter(([, n]) => n.kind === kind).map(([id]) => id);
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

  /** Whether anything has referred to the source so far. */
  isUsed(source: string): boolean {
    return this.#sources.has(source);
  }

  /** Checks that a name stands for an element of that kind; says so and gives null where not. */
  expect(kind: Kind, name: string, node: AstNode, property: string, index?: number): string | null {
    const found = this.#named.get(name);
    if (found?.kind === kind) {
      if (kind === 'Source') this.#sources.add(name);
      return name;
    }
    const range = rangeOfProperty(node, property, index);
    if (found) this.#sayWrongKind(name, found, KINDS[kind], range);
    else {
      const noun = KINDS[kind].replace(/^an? /, '');
      this.#reporter.sayOnce(
        name,
        'unknown-name',
        range,
        `there is no ${noun} called ${name}`,
        () => {
          const ofKind = this.called(kind);
          return {
            hint:
              didYouMean(name, ofKind) ??
              (ofKind.length === 0 ? `this text has no ${noun} yet` : undefined),
          };
        },
      );
    }
    return null;
  }

  #sayWrongKind(
    name: string,
    found: Named,
    wanted: string,
    range: ReturnType<typeof rangeOf>,
  ): void {
    const related = [{ range: rangeOfProperty(found.node, 'name'), message: 'named here' }];
    this.#reporter.sayOnce(
      `${name} ${wanted}`,
      'wrong-kind',
      range,
      `${name} is ${KINDS[found.kind]}, not ${wanted}`,
      () => ({
        related,
        hint:
          found.kind === 'Actor' && this.optionsOf(name).size > 0
            ? `the options of ${name} are ${few([...this.optionsOf(name).values()].map((o) => o.id))}`
            : undefined,
      }),
    );
  }

  /** What a reference means; null, and said why, where it means nothing. */
  resolve(reference: ast.Reference, scope: Scope): Meaning | null {
    return reference.actor === undefined
      ? this.#resolveBare(reference, scope)
      : this.#resolveDotted(reference, reference.actor);
  }

  #resolveDotted(reference: ast.Reference, actor: string): Meaning | null {
    const isNobodys = [CHANCE, GRAPH].includes(actor) && this.#options.has(actor);
    if (!isNobodys && this.expect('Actor', actor, reference, 'actor') === null) return null;
    const own = this.optionsOf(actor);
    const option = own.get(reference.name);
    if (option) return { kind: 'option', option };
    if (this.actOf(actor, reference.name)) return { kind: 'agreement', id: reference.name };
    this.#reporter.sayOnce(
      `${actor}.${reference.name}`,
      'unknown-name',
      rangeOf(reference),
      `${actor} has no option called ${reference.name}`,
      () => {
        const near = nearest(reference.name, own.keys());
        const elsewhere = this.#ownersOf.get(reference.name)?.[0];
        if (elsewhere) return { hint: `did you mean \`${elsewhere.id}\`?` };
        if (near !== null) return { hint: `did you mean \`${actor}.${near}\`?` };
        return {
          hint:
            own.size === 0
              ? `${actor} has no options at all`
              : `the options of ${actor} are ${few([...own.keys()])}`,
        };
      },
    );
    return null;
  }

  #resolveBare(reference: ast.Reference, scope: Scope): Meaning | null {
    const { name } = reference;
    const own = scope === null ? undefined : this.optionsOf(scope).get(name);
    if (own?.agreement === null) return { kind: 'option', option: own };
    const found = this.#named.get(name);
    if (found?.kind === 'Agreement') return { kind: 'agreement', id: name };
    if (found?.kind === 'Scenario') return { kind: 'scenario', id: name };
    if (found?.kind === 'NamedState') return { kind: 'state', id: name };
    const options = this.#ownersOf.get(name) ?? [];
    if (options.length === 1) return { kind: 'option', option: options[0] };
    const range = rangeOf(reference);
    if (options.length > 1) {
      const ids = options.map((o) => o.id);
      this.#reporter.sayOnce(
        `${name} ${scope ?? ''}`,
        'ambiguous-option',
        range,
        `${name} may be ${few(ids, 'or')}`,
        () => ({ hint: 'write the actor before it' }),
      );
    } else if (found) {
      this.#sayWrongKind(name, found, 'something that holds or does not hold in a state', range);
    } else {
      this.#reporter.sayOnce(
        name,
        'unknown-name',
        range,
        `there is no option, agreement, scenario or state called ${name}`,
        () => ({ hint: this.#nearestMeaning(name, scope) }),
      );
    }
    return null;
  }

  #nearestMeaning(name: string, scope: Scope): string | undefined {
    const word = wordMeantBy(name);
    if (word !== null) return `did you mean \`${word}\`?`;
    const own = scope === null ? [] : [...this.optionsOf(scope).keys()];
    const near = nearest(name, own);
    if (near !== null) return `did you mean \`${near}\`?`;
    const holding = [...this.#named]
      .filter(([, n]) => ['Agreement', 'Scenario', 'NamedState'].includes(n.kind))
      .map(([id]) => id);
    const other = nearest(name, [...holding, ...this.#ownersOf.keys()]);
    if (other === null) return undefined;
    const options = this.#ownersOf.get(other);
    const meant = holding.includes(other) || !options ? [other] : options.map((o) => o.id);
    return `did you mean ${few(
      meant.map((id) => `\`${id}\``),
      'or',
    )}?`;
  }
}

function isNamed(element: ast.Element): element is ast.Element & { $type: Kind; name?: string } {
  return element.$type in KINDS;
}
