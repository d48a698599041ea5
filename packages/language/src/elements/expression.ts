import type { Proposition } from '@standoff/model';
import type * as ast from '../generated/ast.js';
import type { Names, Scope } from '../names.js';
import { rangeBetween, rangeOf, rangeOfProperty, wordsOf } from '../positions.js';
import type { Reporter } from '../reporter.js';

/** Stands in where a name means nothing; the text has an error then, and no model is made. */
const NOTHING: Proposition = { op: 'constant', value: false };

/** From tightest to loosest. Of the words on one line, a chain needs parentheses where `chain` is false. */
export const LEVELS: readonly { readonly words: ReadonlySet<string>; readonly chain: boolean }[] = [
  { words: new Set(['and']), chain: true },
  { words: new Set(['xor']), chain: false },
  { words: new Set(['or']), chain: true },
  { words: new Set(['implies', 'if', 'unless', 'onlyif']), chain: false },
  { words: new Set(['iff']), chain: false },
];

/** Of promises about promises: each is read within the one before. */
const DEEPEST = 100;

interface Part {
  readonly p: Proposition;
  readonly first: ast.Operand;
  readonly last: ast.Operand;
}

/** Reads expressions: what they say, and what is wrong with them. */
export class Expressions {
  readonly #names: Names;
  readonly #reporter: Reporter;
  /** Commitments whose keeping is being read. */
  readonly #keeping = new Set<string>();

  constructor(names: Names, reporter: Reporter) {
    this.#names = names;
    this.#reporter = reporter;
  }

  read(expression: ast.Expression, scope: Scope): Proposition {
    let parts: Part[] = expression.operands.map((operand) => ({
      p: this.#operand(operand, scope),
      first: operand,
      last: operand,
    }));
    let operators: string[] = expression.operators;
    for (const level of LEVELS) {
      if (operators.length === 0) break;
      if (!operators.some((o) => level.words.has(o))) continue;
      const joined: Part[] = [];
      const left: string[] = [];
      for (let i = 0; i < parts.length;) {
        let end = i;
        while (end < operators.length && level.words.has(operators[end])) end += 1;
        const run = parts.slice(i, end + 1);
        const words = operators.slice(i, end);
        if (words.length > 1 && !level.chain) this.#sayChain(run, words);
        joined.push(
          words.length === 0
            ? run[0]
            : { p: join(run, words), first: run[0].first, last: run.at(-1)!.last },
        );
        if (end < operators.length) left.push(operators[end]);
        i = end + 1;
      }
      parts = joined;
      operators = left;
    }
    return parts[0].p;
  }

  /** A name, or an expression in parentheses. */
  readAtom(atom: ast.Operand['of'], scope: Scope): Proposition {
    switch (atom.$type) {
      case 'Group':
        return this.read(atom.of, scope);
      case 'Count':
        return this.#count(atom, scope);
      case 'Kept':
        return this.#kept(atom);
      case 'Reference': {
        const meaning = this.#names.resolve(atom, scope);
        if (meaning === null) return NOTHING;
        return meaning.kind === 'option'
          ? { op: 'option', id: meaning.option.id }
          : { op: meaning.kind, id: meaning.id };
      }
    }
  }

  #operand(operand: ast.Operand, scope: Scope): Proposition {
    let p = this.readAtom(operand.of, scope);
    for (let i = 0; i < operand.nots.length; i++) p = { op: 'not', arg: p };
    return p;
  }

  /** A commitment is kept where it is not due or what it is about holds. */
  #kept(kept: ast.Kept): Proposition {
    const known = this.#names.expect('Commitment', kept.commitment, kept, 'commitment');
    if (known === null) return NOTHING;
    const { content, when: whens } = this.#names.lookUp(known)!.node as ast.Commitment;
    if (this.#keeping.has(known)) {
      this.#reporter.say('kept-by-itself', rangeOf(kept), `${known} is about its own being kept`, {
        hint: 'name the options that it is about',
      });
      return NOTHING;
    }
    if (this.#keeping.size >= DEEPEST) {
      this.#reporter.sayOnce(
        'kept',
        'too-deep',
        rangeOf(kept),
        `promises are about one another's being kept, more than ${DEEPEST} deep`,
        () => ({ hint: 'name the options that they are about' }),
      );
      return NOTHING;
    }
    this.#keeping.add(known);
    const is = this.read(content, null);
    const [when] = whens;
    const due = when === undefined ? null : this.read(when, null);
    this.#keeping.delete(known);
    return due === null
      ? is
      : { op: 'implies', antecedent: due, consequent: is, written: 'implies' };
  }

  #count(count: ast.Count, scope: Scope): Proposition {
    const args = count.args.map((arg) => this.read(arg, scope));
    if (args.length === 0) {
      this.#reporter.say('empty-list', rangeOf(count), 'the list in braces is empty', {
        hint: 'name at least one option or expression in it',
      });
    }
    const seen = new Map<string, ast.Expression>();
    for (const [i, arg] of count.args.entries()) {
      const key = JSON.stringify(args[i]);
      const first = seen.get(key);
      if (first && args[i] !== NOTHING) {
        this.#reporter.say('duplicate-member', rangeOf(arg), `${wordsOf(arg)} is counted twice`, {
          related: [{ range: rangeOf(first), message: 'counted here already' }],
        });
      } else seen.set(key, arg);
    }
    if (count.kind === 'all') return { op: 'count', min: args.length, max: args.length, args };
    if (count.kind === 'none') return { op: 'count', min: 0, max: 0, args };
    const n = this.#countNumber(count);
    if (count.kind === 'exactly') return { op: 'count', min: n, max: n, args };
    return count.bound === 'least'
      ? { op: 'count', min: n, max: null, args }
      : { op: 'count', min: 0, max: n, args };
  }

  #countNumber(count: ast.Count): number {
    const n = count.number === 'one' ? 1 : Number(count.number);
    const range = rangeOfProperty(count, 'number');
    if (!Number.isInteger(n) || n < 0) {
      this.#reporter.say('bad-number', range, `${count.number!} is not a number of things`, {
        hint: 'write a whole number from 0',
      });
      return 0;
    }
    if (n > count.args.length && count.args.length > 0) {
      const never = count.bound === 'most' ? 'so this always holds' : 'so this never holds';
      this.#reporter.say(
        'count-beyond-list',
        range,
        `the list has only ${count.args.length} members, ${never}`,
      );
    }
    return n;
  }

  #sayChain(run: readonly Part[], words: readonly string[]): void {
    const [a, b, c] = run.map((part) => wordsOf(part.first, part.last));
    const [first, second] = words.map((w) => (w === 'onlyif' ? 'only if' : w));
    const xor = words.every((w) => w === 'xor');
    this.#reporter.say(
      'chain',
      rangeBetween(run[0].first, run.at(-1)!.last),
      first === second
        ? `a chain of \`${first}\` can be read in more than one way`
        : `\`${first}\` and \`${second}\` side by side can be read in more than one way`,
      {
        hint: xor
          ? `write \`exactly one of {${run.map((part) => wordsOf(part.first, part.last)).join(', ')}}\`, or use parentheses`
          : `use parentheses: \`(${a} ${first} ${b}) ${second} ${c}\` or \`${a} ${first} (${b} ${second} ${c})\``,
      },
    );
  }
}

function join(run: readonly Part[], words: readonly string[]): Proposition {
  const args = run.map((part) => part.p);
  const [a, b] = args as [Proposition, Proposition];
  switch (words[0]) {
    case 'and':
    case 'or':
    case 'xor':
    case 'iff':
      return { op: words[0], args };
    case 'if':
      return { op: 'implies', antecedent: b, consequent: a, written: 'if' };
    case 'unless':
      return {
        op: 'implies',
        antecedent: { op: 'not', arg: b },
        consequent: a,
        written: 'if',
      };
    case 'onlyif':
      return { op: 'implies', antecedent: a, consequent: b, written: 'only if' };
    default:
      return { op: 'implies', antecedent: a, consequent: b, written: 'implies' };
  }
}
