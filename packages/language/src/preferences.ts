import type {
  Grounded,
  Preference,
  PreferenceItem,
  PreferenceStatement,
  Proposition,
  RankingCell,
  Weight,
} from '@standoff/model';
import { RESERVED } from '@standoff/model';
import type { Context } from './context.js';
import { isAbove, readDecimal, writtenOf, ZERO } from './decimals.js';
import { readDoubt } from './elements/doubt.js';
import { checkEqual, counted, fewEnough } from './elements/equally.js';
import { joined } from './elements/grounds.js';
import { readPattern } from './elements/pattern.js';
import { stakeOf } from './elements/stake.js';
import type * as ast from './generated/ast.js';
import { rangeOf, wordsOf } from './positions.js';

type Part = ast.Prefers | ast.Ranks | ast.Weighs;

const WORDS = { Prefers: 'prefers', Ranks: 'ranks', Weighs: 'weighs' } as const;

/** Whose preference is read. Statements are numbered through all of an actor, factions included. */
export interface Holder {
  /** As a message names it: "NK", "the faction hawks". */
  readonly called: string;
  /** The actor whose option names are in reach. */
  readonly scope: string;
  readonly nextId: () => string;
}

/** The parts of a preference that belong to one holder, in the order written. */
export class PreferenceReader {
  readonly items: PreferenceItem[] = [];
  readonly #cells: RankingCell[] = [];
  readonly #weights: Weight[] = [];
  readonly #steps: ast.Step[] = [];
  readonly #wanted = new Map<string, ast.Statement>();
  #first: Part | null = null;
  #faction: string | null = null;

  readonly #context: Context;
  readonly #holder: Holder;

  constructor(context: Context, holder: Holder) {
    this.#context = context;
    this.#holder = holder;
  }

  /** Which form is used; null: none yet. */
  get form(): Part['$type'] | null {
    return this.#first?.$type ?? null;
  }

  /** Where the form was settled. */
  get firstPart(): Part | null {
    return this.#first;
  }

  add(part: Part): void {
    if (this.#first !== null && this.#first.$type !== part.$type) {
      this.#context.reporter.say(
        'mixed-preferences',
        rangeOf(part),
        `${this.#holder.called} has both \`${WORDS[this.#first.$type]}\` and \`${WORDS[part.$type]}\``,
        {
          hint: 'use one of the three forms',
          related: [{ range: rangeOf(this.#first), message: 'the other form' }],
        },
      );
      return;
    }
    if (part.$type === 'Ranks' && this.#first !== null) {
      this.#context.reporter.say(
        'second-ranking',
        rangeOf(part),
        `${this.#holder.called} has two rankings`,
        { related: [{ range: rangeOf(this.#first), message: 'the first' }] },
      );
      return;
    }
    this.#first ??= part;
    switch (part.$type) {
      case 'Prefers':
        this.#addStatements(part);
        break;
      case 'Ranks':
        this.#addCells(part);
        break;
      case 'Weighs':
        this.#addWeights(part);
    }
  }

  /** Settles the form without reading the part: a faction's statements go into the actor's list. */
  note(part: Part): void {
    this.#first ??= part;
  }

  /** A faction's statements take the place at which the faction is written. */
  addOfFaction(part: ast.Prefers, faction: string): void {
    this.#faction = faction;
    this.#addStatements(part);
    this.#faction = null;
  }

  preference(): Preference {
    if (this.#cells.length > 0) return { form: 'ranking', cells: this.#cells };
    if (this.#weights.length > 0)
      return { form: 'weights', weights: this.#weights, ...this.#thresholds() };
    if (this.items.length > 0) return { form: 'statements', items: this.items };
    return { form: 'none' };
  }

  #addStatements(part: ast.Prefers): void {
    if (part.items.length === 0) this.#sayEmpty(part);
    const shared = this.#context.grounds(part);
    let before: ast.Statement | null = null;
    for (const item of part.items) {
      if (item.$type === 'Unordered') {
        if (item.statements.length === 0) this.#sayEmpty(item);
        for (const one of item.statements) if (one.redLine) this.#sayMisplaced(one);
        const statements = item.statements.map((s) => this.#statement(s, shared));
        if (statements.length > 0) this.items.push({ item: 'unordered', statements });
        before = null;
      } else if (item.$type === 'Equally') {
        if (item.statements.length === 0) this.#sayEmpty(item);
        for (const one of item.statements) checkEqual(one, this.#context);
        const some = fewEnough(item, this.#context);
        this.items.push(...counted(some.map((s) => this.#statement(s, shared))));
        before = null;
      } else {
        if (before !== null) this.#checkLine(before, item);
        const statement = { item: 'statement', ...this.#statement(item, shared) } as const;
        if (statement.redLine) this.#addRedLine(statement);
        else this.items.push(statement);
        before = item;
      }
    }
  }

  /** Before all that is no red line; those of factions behind the actor's own. */
  #addRedLine(statement: PreferenceItem & { readonly item: 'statement' }): void {
    const isBefore = (one: PreferenceItem): boolean =>
      one.item === 'statement' &&
      one.redLine === true &&
      (statement.faction !== null || one.faction === null);
    this.items.splice(this.items.findLastIndex(isBefore) + 1, 0, statement);
  }

  #sayMisplaced(statement: ast.Statement): void {
    this.#context.reporter.say(
      'red-line-misplaced',
      rangeOf(statement),
      'a red line cannot stand here',
      {
        why: 'one red line comes before another as written',
        hint: 'write it before the group, or leave out `in no order`',
      },
    );
  }

  #sayEmpty(part: ast.Prefers | ast.Weighs | ast.Unordered | ast.Equally): void {
    this.#context.reporter.say(
      'empty-preferences',
      rangeOf(part),
      'there is nothing in the braces',
      {
        hint: 'write what is preferred, or leave the block out',
      },
    );
  }

  /** Line breaks mean nothing, so `a b` on one line is two statements: often an `and` is missing. */
  #checkLine(before: ast.Statement, item: ast.Statement): void {
    const { start } = rangeOf(item);
    const grounded = before.evidence.length + before.because.length + before.restsOn.length > 0;
    if (grounded || rangeOf(before).end.line !== start.line) return;
    const [a, b] = [wordsOf(before.wants), wordsOf(item.wants)];
    // That it is no name is said already.
    if ([a, b].some((words) => RESERVED.has(words.toLowerCase()))) return;
    this.#context.reporter.say(
      'statements-on-one-line',
      rangeOf(item),
      `a new statement begins here, less important than \`${a}\``,
      { hint: `did you mean \`${a} and ${b}\`? Otherwise write it on a line of its own` },
    );
  }

  #statement(node: ast.Statement, shared: Grounded): PreferenceStatement {
    const wants = this.#read(node.wants);
    const key = `${this.#faction ?? ''} ${JSON.stringify(wants)}`;
    const first = this.#wanted.get(key);
    if (first && wants.op !== 'constant') {
      this.#context.reporter.say(
        'duplicate-statement',
        rangeOf(node),
        `\`${wordsOf(node.wants)}\` is already in the list, so it never matters here`,
        { related: [{ range: rangeOf(first), message: 'the more important one' }] },
      );
    } else this.#wanted.set(key, node);
    return {
      id: this.#holder.nextId(),
      wants,
      text: wordsOf(node.wants),
      faction: this.#faction,
      perhaps: readDoubt(node, this.#context.reporter),
      strongly: node.strongly,
      degree: node.strongly ? 2 + node.very.length : 1,
      ...(node.redLine ? { redLine: true as const } : {}),
      ...(node.label === undefined ? {} : { label: node.label }),
      ...stakeOf(node),
      ...joined(this.#context.grounds(node), shared),
    };
  }

  #addCells(part: ast.Ranks): void {
    let others: ast.Ranked | null = null;
    for (const cell of part.cells) {
      const any: Proposition[] = [];
      let isOthers = false;
      for (const ranked of cell.any) {
        if (ranked.pattern !== undefined) {
          any.push(readPattern(ranked.pattern, ranked, this.#context));
          continue;
        }
        if (ranked.of) {
          any.push(this.#context.expressions.readAtom(ranked.of, this.#holder.scope));
          continue;
        }
        isOthers = true;
        if (others !== null) {
          this.#context.reporter.say(
            'others-twice',
            rangeOf(ranked),
            '`others` stands here twice',
            {
              related: [{ range: rangeOf(others), message: 'the first' }],
            },
          );
        } else if (cell.any.length > 1) {
          this.#context.reporter.say(
            'others-joined',
            rangeOf(ranked),
            '`others` cannot be joined with `~`',
            { hint: 'put it between `>`, or leave out what is joined to it: `others` covers it' },
          );
        }
        others = ranked;
      }
      this.#cells.push({
        any,
        others: isOthers,
        muchWorse: (cell.apart?.length ?? 1) > 1,
        degree: cell.apart?.length ?? 1,
        grounds: this.#context.grounds(cell),
      });
    }
  }

  #addWeights(part: ast.Weighs): void {
    if (part.weights.length === 0) this.#sayEmpty(part);
    const shared = this.#context.grounds(part);
    this.#steps.push(...part.steps);
    for (const weight of part.weights) {
      const { number, exact } = readDecimal(
        weight,
        'weight',
        weight.weight,
        this.#context.reporter,
      );
      this.#weights.push({
        of: this.#read(weight.of),
        weight: number,
        ...(exact === null ? {} : { exact }),
        ...joined(this.#context.grounds(weight), shared),
      });
    }
  }

  /** From which differences on a preference is of degree 2, 3, …: they ascend, each with one more word. */
  #thresholds(): Pick<Preference & { form: 'weights' }, 'thresholds' | 'exactThresholds'> {
    const { reporter } = this.#context;
    const thresholds = this.#steps.map((step) => readDecimal(step, 'from', step.from, reporter));
    this.#steps.forEach((step, k) => {
      const least = k === 0 ? ZERO : thresholds[k - 1];
      if (step.very.length === k && isAbove(thresholds[k], least)) return;
      reporter.say(
        'bad-strength',
        rangeOf(step),
        step.very.length === k
          ? `${writtenOf(thresholds[k])} is not above ${writtenOf(least)}`
          : `\`${'very '.repeat(k)}much from\` is expected here`,
        { hint: 'differences go up: `much from 4, very much from 9`' },
      );
    });
    const numbers = thresholds.map(({ number }) => number);
    return thresholds.every(({ exact }) => exact === null)
      ? { thresholds: numbers }
      : { thresholds: numbers, exactThresholds: thresholds.map(writtenOf) };
  }

  #read(expression: ast.Expression): Proposition {
    return this.#context.expressions.read(expression, this.#holder.scope);
  }
}
