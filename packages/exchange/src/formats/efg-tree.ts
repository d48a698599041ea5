import { fractionOf, sum, type Fraction } from './fraction.js';
import { payoffIn, playerNamesIn, titleIn } from './gambit.js';
import { Tokens, type Token } from './gambit-tokens.js';

/** A code has one bit for each action. */
const MOST_ACTIONS = 30;

/** A game in extensive form, in which everybody sees all that was done before. */
export interface GameTree {
  readonly title: string;
  readonly players: readonly string[];
  readonly actions: readonly Action[];
  readonly turns: readonly Turn[];
  readonly ends: readonly End[];
}

/** What a player can do at one of its turns. */
export interface Action {
  readonly name: string;
  readonly player: number;
  /** The actions that lead to its turn, by number, the first one first. */
  readonly before: readonly number[];
}

/** A player's turn, and what it can do there, by number. */
export interface Turn {
  readonly player: number;
  readonly actions: readonly number[];
  readonly before: readonly number[];
}

/** Where a play ends: by what, and with which payoffs, by player. */
export interface End {
  readonly before: readonly number[];
  readonly payoffs: readonly Fraction[];
}

/**
 * The tree of a file. Its nodes stand in it one after the other, each before those that it leads to.
 * @throws ModelFault with its place, where chance has a turn or a player does not see where it is
 */
export function readTree(file: string): GameTree {
  const tokens = new Tokens(file);
  const title = titleIn(tokens, 'EFG', '2');
  const players = playerNamesIn(tokens);
  tokens.takeIf('text');
  const tree = new TreeReader(tokens, players);
  const nothing = players.map(() => fractionOf('0')!);
  tree.node([], nothing);
  tokens.expect('end', 'the end of the file, as the tree is complete');
  return { title, players, actions: tree.actions, turns: tree.turns, ends: tree.ends };
}

class TreeReader {
  readonly actions: Action[] = [];
  readonly turns: Turn[] = [];
  readonly ends: End[] = [];
  readonly #sets = new Set<string>();
  readonly #outcomes = new Map<string, readonly Fraction[]>();

  constructor(
    readonly tokens: Tokens,
    readonly players: readonly string[],
  ) {}

  /** A node and all below it. */
  node(before: readonly number[], payoffs: readonly Fraction[]): void {
    const { tokens } = this;
    const kind = tokens.expect('word', 'a node: p or t');
    if (kind.text === 'c')
      throw tokens.fault(
        'a node of a player or an end, since what happens by itself (chance) is not read',
        kind,
      );
    if (kind.text !== 'p' && kind.text !== 't') throw tokens.fault('a node: p or t', kind);
    tokens.expect('text', 'the name of the node');
    if (kind.text === 't') {
      this.ends.push({ before, payoffs: this.#withOutcome(payoffs) });
      return;
    }
    const player = this.#player();
    const names = this.#actionNames(player);
    const here = this.#withOutcome(payoffs);
    const numbers = names.map((name) => this.actions.push({ name, player, before }) - 1);
    this.turns.push({ player, actions: numbers, before });
    for (const number of numbers) this.node([...before, number], here);
  }

  #player(): number {
    const token = this.tokens.expect('word', 'the number of a player');
    const number = numberOf(token);
    if (number < 1 || number > this.players.length)
      throw this.tokens.fault(`the number of a player, from 1 to ${this.players.length}`, token);
    return number - 1;
  }

  #actionNames(player: number): string[] {
    const { tokens } = this;
    const set = tokens.expect('word', 'the number of an information set');
    const key = `${player} ${set.text}`;
    if (this.#sets.has(key))
      throw tokens.fault(
        'an information set that no node before has, since games in which a player does not see what was done are not read from a tree (Gambit saves their strategic form as .nfg, which is)',
        set,
      );
    this.#sets.add(key);
    tokens.takeIf('text');
    const start = tokens.next;
    const names = tokens.list('the actions in braces', () => {
      const name = tokens.expect('text', 'the name of an action');
      return name.text;
    });
    if (names.length === 0) throw tokens.fault('one action at least', start);
    if (this.actions.length + names.length > MOST_ACTIONS)
      throw tokens.fault(`at most ${MOST_ACTIONS} actions in all`, start);
    return names.map((name, k) => name || String(k + 1));
  }

  /** What is got so far, with the outcome that stands there. */
  #withOutcome(payoffs: readonly Fraction[]): readonly Fraction[] {
    const { tokens, players } = this;
    const number = tokens.expect('word', 'the number of an outcome');
    if (numberOf(number) < 0) throw tokens.fault('the number of an outcome', number);
    tokens.takeIf('text');
    if (tokens.next.text === '{' && tokens.next.kind === 'brace') {
      const start = tokens.next;
      const own = tokens.list('payoffs in braces', () => payoffIn(tokens));
      if (own.length !== players.length)
        throw tokens.fault(`payoffs of ${players.length} players, and not of ${own.length}`, start);
      this.#outcomes.set(number.text, own);
    }
    // Number 0: there is none.
    if (numberOf(number) === 0) return payoffs;
    const outcome = this.#outcomes.get(number.text);
    if (outcome === undefined)
      throw tokens.fault('the number of an outcome whose payoffs are known', number);
    return payoffs.map((payoff, p) => sum(payoff, outcome[p]));
  }
}

const numberOf = ({ text }: Token): number => (/^\d{1,9}$/.test(text) ? Number(text) : -1);
