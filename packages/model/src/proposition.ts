import type { Count } from './numbers.js';
/**
 * Propositions: what is said to hold in a state. Constraints, preference statements, scenarios,
 * conditions of promises are all propositions over the options of all actors.
 *
 * References to scenarios, agreements and named states are kept as references, so that a
 * proposition can be shown as its author wrote it.
 */
export type Proposition =
  | {
      /** How it is put together. */
      readonly op: 'constant';
      /** Whether it holds everywhere or nowhere. */
      readonly value: boolean;
    }
  /** True where the option is taken. */
  | {
      /** How it is put together. */
      readonly op: 'option';
      /** The id of the option. */
      readonly id: OptionId;
    }
  /** True where the scenario's own proposition is. */
  | {
      /** How it is put together. */
      readonly op: 'scenario';
      /** The id of the scenario. */
      readonly id: string;
    }
  /** True where every party consents. */
  | {
      /** How it is put together. */
      readonly op: 'agreement';
      /** The id of the agreement. */
      readonly id: string;
    }
  /** True in exactly that state. */
  | {
      /** How it is put together. */
      readonly op: 'state';
      /** The id of the named state. */
      readonly id: string;
    }
  | {
      /** How it is put together. */
      readonly op: 'not';
      /** What must not hold. */
      readonly arg: Proposition;
    }
  | {
      /** How it is put together. */
      readonly op: 'and' | 'or' | 'xor' | 'iff';
      /** What it is made of. */
      readonly args: readonly Proposition[];
    }
  /**
   * Material implication: true wherever `antecedent` is false.
   * `written` keeps the author's form: "A implies C", "C if A", "A only if C", "A requires C".
   */
  | {
      /** How it is put together. */
      readonly op: 'implies';
      /** The condition. */
      readonly antecedent: Proposition;
      /** What must hold where the condition does. */
      readonly consequent: Proposition;
      /** The word that the author wrote it with. */
      readonly written: 'implies' | 'if' | 'only if' | 'requires';
    }
  /** True where at least `min` and at most `max` of the arguments are; `max` null: no upper bound. */
  | {
      /** How it is put together. */
      readonly op: 'count';
      /** How many must hold at least. */
      readonly min: Count;
      /** How many may hold at most; null: all. */
      readonly max: Count | null;
      /** Those that are counted. */
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
    if (q.op === 'option') found.add(q.id);
    partsOf(q).forEach(visit);
  };
  visit(p);
  return found;
}

/** The propositions that one is made of. */
export function partsOf(p: Proposition): readonly Proposition[] {
  if (p.op === 'not') return [p.arg];
  if (p.op === 'implies') return [p.antecedent, p.consequent];
  return 'args' in p ? p.args : [];
}
