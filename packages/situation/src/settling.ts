import { holds, type Formula } from '@standoff/engine';
import type { ConflictModel, Consequence, OptionId, Proposition } from '@standoff/model';
import { AnalysisError } from './errors.js';

/** What numbers options and reads propositions over them. */
interface Numbering {
  option(id: OptionId): number | undefined;
  formula(p: Proposition): Formula;
}

interface Rule {
  readonly consequence: Consequence;
  readonly holds: (code: number) => boolean;
  readonly takes: number;
  readonly drops: number;
}

/** Why a state comes to no rest. */
export interface Unsettled {
  /** Two consequences want the opposite of an option, or they bring one another about again and again. */
  readonly kind: 'contradiction' | 'circle';
  readonly consequences: readonly Consequence[];
  /** The options taken where it shows. */
  readonly taken: readonly OptionId[];
}

/**
 * What follows by itself, as rules over the codes of states: all consequences that are due happen at
 * once, until none is due. At most 30 options.
 */
export class Settling {
  readonly #rules: readonly Rule[];
  readonly #known = new Map<number, number | Unsettled>();

  constructor(
    readonly model: ConflictModel,
    lowering: Numbering,
  ) {
    const bit = ({ option }: { option: OptionId }): number => 1 << lowering.option(option)!;
    this.#rules = (model.consequences ?? []).map((consequence) => {
      const mask = (taken: boolean): number =>
        consequence.then.filter((one) => one.taken === taken).reduce((m, one) => m | bit(one), 0);
      const when = lowering.formula(consequence.when);
      return {
        consequence,
        holds: (code) => holds(when, code),
        takes: mask(true),
        drops: mask(false),
      };
    });
  }

  /** Where a state comes to rest, or why it does not. */
  end(code: number): number | Unsettled {
    const known = this.#known.get(code);
    if (known !== undefined) return known;
    const found = this.#follow(code);
    this.#known.set(code, found);
    return found;
  }

  /** @throws AnalysisError 'unsettled' */
  settled(code: number): number {
    const end = this.end(code);
    if (typeof end === 'number') return end;
    throw unsettled(end);
  }

  #follow(start: number): number | Unsettled {
    const seen = new Set<number>();
    let passed: readonly Rule[] = [];
    for (let code = start; ;) {
      const due = this.#rules.filter((rule) => rule.holds(code));
      const [takes, drops] = due.reduce(([t, d], rule) => [t | rule.takes, d | rule.drops], [0, 0]);
      const clash = takes & drops;
      if (clash !== 0)
        return this.#unsettled(
          'contradiction',
          due.filter((rule) => ((rule.takes | rule.drops) & clash) !== 0),
          code,
        );
      const next = ((code | takes) & ~drops) >>> 0;
      if (next === code) return code;
      passed = [...new Set([...passed, ...due])];
      if (seen.has(next)) return this.#unsettled('circle', passed, next);
      seen.add(code);
      code = next;
    }
  }

  #unsettled(kind: Unsettled['kind'], rules: readonly Rule[], code: number): Unsettled {
    return {
      kind,
      consequences: rules.map(({ consequence }) => consequence),
      taken: this.model.options.filter((_, k) => (code >>> k) & 1).map(({ id }) => id),
    };
  }
}

export function unsettled(found: Unsettled): AnalysisError {
  return new AnalysisError('unsettled', ...unsettledWords(found));
}

/** What happens, and what to do. */
export function unsettledWords({
  kind,
  consequences,
  taken,
}: Unsettled): [message: string, hint: string] {
  const rules = consequences
    .map(({ text, at }) => `"${text}"${at ? ` (line ${at.start.line + 1})` : ''}`)
    .join(' and ');
  const where = taken.length === 0 ? 'where no option is taken' : `where ${taken.join(', ')} hold`;
  return kind === 'circle'
    ? [
        `what follows by itself goes round in a circle ${where}: ${rules}`,
        'let one of them happen only where the other has not, or make one of them somebody’s option',
      ]
    : [
        `what follows by itself contradicts itself ${where}: ${rules}`,
        'say in one of the conditions that the other comes first',
      ];
}
