import type { Count } from './numbers.js';
/**
 * Propositions: what is said to hold in a state. Constraints, preference statements, scenarios,
 * conditions of promises are all propositions over the options of all actors.
 *
 * References to scenarios, agreements and named states are kept as references, so that a
 * proposition can be shown as its author wrote it.
 */
export type Proposition =
  | { readonly op: 'constant'; readonly value: boolean }
  /** True where the option is taken. */
  | { readonly op: 'option'; readonly id: OptionId }
  /** True where the scenario's own proposition is. */
  | { readonly op: 'scenario'; readonly id: string }
  /** True where every party consents. */
  | { readonly op: 'agreement'; readonly id: string }
  /** True in exactly that state. */
  | { readonly op: 'state'; readonly id: string }
  | { readonly op: 'not'; readonly arg: Proposition }
  | { readonly op: 'and' | 'or' | 'xor' | 'iff'; readonly args: readonly Proposition[] }
  /**
   * Material implication: true wherever `antecedent` is false.
   * `written` keeps the author's form: "A implies C", "C if A", "A only if C", "A requires C".
   */
  | {
      readonly op: 'implies';
      readonly antecedent: Proposition;
      readonly consequent: Proposition;
      readonly written: 'implies' | 'if' | 'only if' | 'requires';
    }
  /** True where at least `min` and at most `max` of the arguments are; `max` null: no upper bound. */
  | {
      readonly op: 'count';
      readonly min: Count;
      readonly max: Count | null;
      readonly args: readonly Proposition[];
    };

/**
 * "NK.suspend": the actor's id, a dot, the option's own name.
 * @pattern ^[^.]+\.[^.]+$
 */
export type OptionId = string;

/** The option ids that a proposition mentions directly (scenarios and the like are not followed). */
export function mentionedOptions(p: Proposition): Set<OptionId> {
  const found = new Set<OptionId>();
  const visit = (q: Proposition): void => {
    switch (q.op) {
      case 'option':
        found.add(q.id);
        break;
      case 'not':
        visit(q.arg);
        break;
      case 'implies':
        visit(q.antecedent);
        visit(q.consequent);
        break;
      case 'and':
      case 'or':
      case 'xor':
      case 'iff':
      case 'count':
        q.args.forEach(visit);
        break;
      default:
        break;
    }
  };
  visit(p);
  return found;
}
