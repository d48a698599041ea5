import { CHANCE, GRAPH, nearest } from '@standoff/model';
import type { AstNode } from 'langium';
import { DeclaredNames, KINDS, type Kind, type Named, type OptionName } from './declared-names.js';
import type * as ast from './generated/ast.js';
import { rangeOf, rangeOfProperty } from './positions.js';
import { didYouMean, few, wordMeantBy } from './suggestions.js';

/** Where a bare name is read: inside that actor (its own options first), or at the top (null). */
export type Scope = string | null;

/** What a reference in an expression stands for. */
export type Meaning =
  | { readonly kind: 'option'; readonly option: OptionName }
  | { readonly kind: 'agreement' | 'scenario' | 'state'; readonly id: string };

/** Every name that a text declares, and what it means where it is used. */
export class Names extends DeclaredNames {
  readonly #sources = new Set<string>();

  /** Whether anything has referred to the source so far. */
  isUsed(source: string): boolean {
    return this.#sources.has(source);
  }

  /** Checks that a name stands for an element of that kind; says so and gives null where not. */
  expect(kind: Kind, name: string, node: AstNode, property: string, index?: number): string | null {
    const found = this.lookUp(name);
    if (found?.kind === kind) {
      if (kind === 'Source') this.#sources.add(name);
      return name;
    }
    const range = rangeOfProperty(node, property, index);
    if (found) this.#sayWrongKind(name, found, KINDS[kind], range);
    else {
      const noun = KINDS[kind].replace(/^an? /, '');
      this.reporter.sayOnce(
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
    this.reporter.sayOnce(
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
    const isNobodys = [CHANCE, GRAPH].includes(actor) && this.hasOwner(actor);
    if (!isNobodys && this.expect('Actor', actor, reference, 'actor') === null) return null;
    const own = this.optionsOf(actor);
    const option = own.get(reference.name);
    if (option) return { kind: 'option', option };
    if (this.actOf(actor, reference.name)) return { kind: 'agreement', id: reference.name };
    this.reporter.sayOnce(
      `${actor}.${reference.name}`,
      'unknown-name',
      rangeOf(reference),
      `${actor} has no option called ${reference.name}`,
      () => {
        const near = nearest(reference.name, own.keys());
        const elsewhere = this.optionsNamed(reference.name)[0];
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
    const found = this.lookUp(name);
    if (found?.kind === 'Agreement') return { kind: 'agreement', id: name };
    if (found?.kind === 'Scenario') return { kind: 'scenario', id: name };
    if (found?.kind === 'NamedState') return { kind: 'state', id: name };
    const options = this.optionsNamed(name);
    if (options.length === 1) return { kind: 'option', option: options[0] };
    const range = rangeOf(reference);
    if (options.length > 1) {
      const ids = options.map((o) => o.id);
      this.reporter.sayOnce(
        `${name} ${scope ?? ''}`,
        'ambiguous-option',
        range,
        `${name} may be ${few(ids, 'or')}`,
        () => ({ hint: 'write the actor before it' }),
      );
    } else if (found) {
      this.#sayWrongKind(name, found, 'something that holds or does not hold in a state', range);
    } else {
      this.reporter.sayOnce(
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
    const holding = this.called('Agreement', 'Scenario', 'NamedState');
    const other = nearest(name, [...holding, ...this.optionNames()]);
    if (other === null) return undefined;
    const options = this.optionsNamed(other);
    const meant =
      holding.includes(other) || options.length === 0 ? [other] : options.map((o) => o.id);
    return `did you mean ${few(
      meant.map((id) => `\`${id}\``),
      'or',
    )}?`;
  }
}
