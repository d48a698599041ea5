import type {
  AllowedTransition,
  Constraint,
  DisallowedTransition,
  Grounded,
  PartialDate,
} from '@standoff/model';
import { Expressions } from './elements/expression.js';
import { readGrounds } from './elements/grounds.js';
import type * as ast from './generated/ast.js';
import { Names } from './names.js';
import type { Reporter } from './reporter.js';

/** What the readers of all elements share while one text is compiled. */
export class Context {
  readonly names: Names;
  readonly expressions: Expressions;
  /** Those of the file and of its actors; a perception keeps its own. */
  readonly constraints: Constraint[] = [];
  readonly disallowed: DisallowedTransition[] = [];
  readonly allowed: AllowedTransition[] = [];
  /** The names of choices and graphs that were read. */
  readonly choices = new Set<string>();
  /** The day that the situation is told of. */
  readonly asOf: PartialDate | null;
  #constraintsSeen = 0;

  constructor(
    document: ast.Document,
    readonly reporter: Reporter,
  ) {
    this.asOf = document.elements.find((one) => one.$type === 'Situation')?.asOf ?? null;
    this.names = new Names(document, reporter);
    this.expressions = new Expressions(this.names, reporter);
  }

  grounds(node: Parameters<typeof readGrounds>[0]): Grounded {
    return readGrounds(node, this.names, this.reporter);
  }

  /** "constraint-1", … in the order written, whoever believes in them. */
  nextConstraintId(): string {
    this.#constraintsSeen += 1;
    return `constraint-${this.#constraintsSeen}`;
  }
}
