import type { ConflictModel } from '../model.js';
import type { OptionId, Proposition } from '../proposition.js';
import { at, ModelFault, shown } from './fault.js';

/** As the language has them; commitments without a name are called "promise-1". */
const NAME =
  /^[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\u2FEF\u3040-\uD7FF][A-Za-z0-9_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\u2FEF\u3040-\uD7FF]*$/;
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
  readonly #members: ReadonlyMap<string, readonly OptionId[]>;

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
    this.#members = new Map([
      ...model.agreements.map(({ id, consents }) => [id, consents] as const),
      ...model.states.map(({ id, taken }) => [id, taken] as const),
    ]);
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
      case 'state':
        return this.expect(op, proposition.id, at(path, 'id'));
      case 'not':
        return this.expectProposition(proposition.arg, at(path, 'arg'));
      case 'implies':
        this.expectProposition(proposition.antecedent, at(path, 'antecedent'));
        return this.expectProposition(proposition.consequent, at(path, 'consequent'));
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

  /** The options that a proposition is about, through scenarios, agreements and named states too. */
  optionsIn(proposition: Proposition): Set<OptionId> {
    const options = new Set<OptionId>();
    const seen = new Set<string>();
    const waiting = [proposition];
    for (let p = waiting.pop(); p !== undefined; p = waiting.pop()) {
      if (p.op === 'option') options.add(p.id);
      else if ('id' in p && !seen.has(p.id)) {
        seen.add(p.id);
        for (const id of this.#members.get(p.id) ?? []) options.add(id);
        const holds = this.#scenarios.get(p.id);
        if (holds) waiting.push(holds);
      } else for (const part of partsOf(p)) waiting.push(part);
    }
    return options;
  }
}

export function expectName(name: string, path: string): void {
  if (!NAME.test(name))
    throw new ModelFault(path, 'a name of letters, digits and _, a letter first', shown(name));
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

function partsOf(p: Proposition): readonly Proposition[] {
  if (p.op === 'not') return [p.arg];
  if (p.op === 'implies') return [p.antecedent, p.consequent];
  return 'args' in p ? p.args : [];
}
