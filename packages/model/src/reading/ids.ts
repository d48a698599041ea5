import type { ConflictModel } from '../model.js';
import { partsOf, type Proposition } from '../proposition.js';
import { isName, RESERVED } from '../names.js';
import { at, ModelFault, shown } from './fault.js';

/** Commitments without a name are called so. */
const UNNAMED = /^(?:promise|threat|assurance|demand)-[0-9]+$/;

/** The kinds that share one set of names, by where they stand. */
const KINDS = {
  actor: 'actors',
  source: 'sources',
  agreement: 'agreements',
  scenario: 'scenarios',
  state: 'states',
  claim: 'claims',
  commitment: 'commitments',
} as const;
type Kind = keyof typeof KINDS | 'option';

/** What a model names, and what a proposition of it may refer to. */
export class Ids {
  readonly #kinds = new Map<string, Kind>();
  readonly #scenarios: ReadonlyMap<string, Proposition>;

  /** @throws ModelFault where two elements have one name, or one has none */
  constructor(readonly model: ConflictModel) {
    for (const [kind, list] of Object.entries(KINDS))
      for (const [k, { id }] of model[list].entries())
        this.#add(id, kind as Kind, at(at(list, k), 'id'));
    for (const [k, { id, name }] of model.options.entries()) {
      expectName(name, at(at('options', k), 'name'));
      this.#add(id, 'option', at(at('options', k), 'id'));
    }
    this.#scenarios = new Map(model.scenarios.map(({ id, holds }) => [id, holds]));
  }

  #add(id: string, kind: Kind, path: string): void {
    if (kind !== 'option' && !(kind === 'commitment' && UNNAMED.test(id))) expectName(id, path);
    const other = this.#kinds.get(id);
    if (other !== undefined)
      throw new ModelFault(
        path,
        `a name of its own: an element of kind ${other} has it`,
        shown(id),
      );
    this.#kinds.set(id, kind);
  }

  /** @throws ModelFault where nothing of that kind is called so */
  expect(kind: Kind, id: string, path: string): void {
    if (this.#kinds.get(id) !== kind)
      throw new ModelFault(path, `the id of an element of kind ${kind}`, shown(id));
  }

  /** The same of a list in which none stands twice. */
  expectAll(kind: Kind, ids: readonly string[], path: string): void {
    const seen = new Set<string>();
    for (const [k, id] of ids.entries()) {
      this.expect(kind, id, at(path, k));
      if (seen.has(id)) throw new ModelFault(at(path, k), 'each once', shown(id));
      seen.add(id);
    }
  }

  expectUnique(path: string, elements: readonly { readonly id: string }[]): void {
    const seen = new Set<string>();
    for (const [k, { id }] of elements.entries()) {
      if (seen.has(id)) throw new ModelFault(at(at(path, k), 'id'), 'an id of its own', shown(id));
      seen.add(id);
    }
  }

  expectProposition(proposition: Proposition, path: string): void {
    const { op } = proposition;
    switch (op) {
      case 'option':
      case 'scenario':
      case 'agreement':
      case 'state': {
        this.expect(op, proposition.id, at(path, 'id'));
        return;
      }
      case 'not': {
        this.expectProposition(proposition.arg, at(path, 'arg'));
        return;
      }
      case 'implies':
        this.expectProposition(proposition.antecedent, at(path, 'antecedent'));
        {
          this.expectProposition(proposition.consequent, at(path, 'consequent'));
          return;
        }
      case 'constant':
        return;
      default:
        if (proposition.args.length === 0)
          throw new ModelFault(at(path, 'args'), 'one at least', 'none');
        for (const [k, arg] of proposition.args.entries())
          this.expectProposition(arg, at(at(path, 'args'), k));
    }
  }

  /** @throws ModelFault where a scenario refers to itself, directly or through others */
  expectNoCircle(): void {
    const done = new Set<string>();
    for (const [k, start] of this.model.scenarios.entries()) {
      // What a scenario refers to is left before it: where it is met again on the way, there is a circle.
      const way = new Set<string>();
      const waiting: { readonly id: string; readonly leave: boolean }[] = [
        { id: start.id, leave: false },
      ];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { id, leave } = next;
        if (leave) {
          way.delete(id);
          done.add(id);
        } else if (way.has(id))
          throw new ModelFault(
            at(at('scenarios', k), 'holds'),
            'no scenario that refers to itself',
            shown(id),
          );
        else if (!done.has(id)) {
          way.add(id);
          waiting.push({ id, leave: true });
          for (const other of scenariosIn(this.#scenarios.get(id)!))
            waiting.push({ id: other, leave: false });
        }
      }
    }
  }
}

export function expectName(name: string, path: string): void {
  if (!isName(name))
    throw new ModelFault(path, 'a name of letters, digits and _, a letter first', shown(name));
  if (RESERVED.has(name))
    throw new ModelFault(path, 'a name that is no word of expressions', shown(name));
}

function scenariosIn(proposition: Proposition): Set<string> {
  const found = new Set<string>();
  const waiting = [proposition];
  for (let p = waiting.pop(); p !== undefined; p = waiting.pop()) {
    if (p.op === 'scenario') found.add(p.id);
    for (const part of partsOf(p)) waiting.push(part);
  }
  return found;
}
