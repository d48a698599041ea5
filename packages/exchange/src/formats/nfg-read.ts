import type { Read, ReadOptions } from '../format.js';
import { withoutStatusQuo } from '../no-status-quo.js';
import { brokenBy, modelOf, type OutlineDecider, type OutlinePreference } from '../outline.js';
import { partition } from '../pattern.js';
import { compare, fractionOf, type Fraction } from './fraction.js';
import { PAYOFFS_AS_RANKS, payoffIn, playerNamesIn, titleIn } from './gambit.js';
import { Tokens } from './gambit-tokens.js';

/** A code has one bit for each strategy. */
const MOST_STRATEGIES = 30;
const MOST_CELLS = 100_000;

interface Player {
  readonly name: string;
  readonly strategies: readonly string[];
}

/** What each player gets, by cell; the strategy of the first player turns fastest. */
type Payoffs = readonly (readonly Fraction[])[];

/**
 * A strategic form of Gambit, with payoffs or with outcomes. Strategies are options of which exactly one
 * is taken; of payoffs only their order is kept.
 */
export function readNfg(text: string, { title: otherwise }: ReadOptions): Read {
  const tokens = new Tokens(text);
  const title = titleIn(tokens, 'NFG', '1') || otherwise;
  const players = playersOf(tokens);
  tokens.takeIf('text');
  const cells = players.reduce((product, { strategies }) => product * strategies.length, 1);
  if (cells > MOST_CELLS)
    throw tokens.fault(`at most ${MOST_CELLS} combinations of strategies, and there are ${cells}`);
  const payoffs =
    tokens.next.text === '{' ? byOutcome(tokens, players, cells) : byCell(tokens, players, cells);
  tokens.expect('end', 'the end of the file');

  const first: number[] = [];
  let count = 0;
  for (const { strategies } of players) {
    first.push(count);
    count += strategies.length;
  }
  const codes = Array.from({ length: cells }, (_, cell) => {
    let rest = cell;
    return players.reduce((code, { strategies }, p) => {
      const chosen = rest % strategies.length;
      rest = (rest - chosen) / strategies.length;
      return code | (1 << (first[p] + chosen));
    }, 0);
  });
  const options = players.flatMap(({ strategies }) =>
    strategies.map((name) => ({ name, direction: 'both' as const })),
  );
  const owned = players.map(({ strategies }, p) => strategies.map((_, k) => first[p] + k));
  const { options: standing, note } = withoutStatusQuo(
    options,
    owned.flatMap((own) => brokenBy({ options: own })),
  );
  return {
    model: modelOf({
      title,
      options: standing,
      never: [],
      states: [],
      deciders: players.map(({ name }, p): OutlineDecider => ({
        name,
        options: owned[p],
        choices: [{ options: owned[p] }],
        preference: rankingOf(payoffs[p], codes, [...options.keys()]),
      })),
    }),
    notes: [PAYOFFS_AS_RANKS, note],
  };
}

function playersOf(tokens: Tokens): Player[] {
  const names = playerNamesIn(tokens);
  const place = tokens.next;
  const strategies = tokens.list('the strategies in braces', (): string[] => {
    if (tokens.next.text === '{')
      return tokens.list('strategies', () => tokens.expect('text', 'the name of a strategy').text);
    const { text } = tokens.expect('word', 'the number of strategies of a player');
    const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    return Array.from({ length: number }, (_, k) => String(k + 1));
  });
  if (strategies.length !== names.length)
    throw tokens.fault(
      `the strategies of ${names.length} players, and not of ${strategies.length}`,
      place,
    );
  if (strategies.some((own) => own.length === 0))
    throw tokens.fault('one strategy at least of each player', place);
  const all = strategies.flat().length;
  if (all > MOST_STRATEGIES)
    throw tokens.fault(
      `at most ${MOST_STRATEGIES} strategies of all players, and there are ${all}`,
      place,
    );
  return names.map((name, p) => ({ name, strategies: strategies[p] }));
}

function byCell(tokens: Tokens, players: readonly Player[], cells: number): Payoffs {
  const payoffs: Fraction[][] = players.map(() => []);
  for (let cell = 0; cell < cells; cell++) for (const own of payoffs) own.push(payoffIn(tokens));
  return payoffs;
}

function byOutcome(tokens: Tokens, players: readonly Player[], cells: number): Payoffs {
  const outcomes = tokens.list('the outcomes in braces', () => {
    const start = tokens.next;
    const numbers = tokens.list('an outcome in braces', () => {
      tokens.takeIf('text');
      return payoffIn(tokens);
    });
    if (numbers.length !== players.length)
      throw tokens.fault(
        `payoffs of ${players.length} players, and not of ${numbers.length}`,
        start,
      );
    return numbers;
  });
  const none = players.map(() => fractionOf('0')!);
  const chosen = Array.from({ length: cells }, () => {
    const token = tokens.expect('word', `the number of an outcome, ${cells} of them`);
    const number = /^\d{1,9}$/.test(token.text) ? Number(token.text) : -1;
    // Number 0: the outcome at which nobody gets anything.
    const outcome = number === 0 ? none : outcomes[number - 1];
    if (outcome === undefined)
      throw tokens.fault(`the number of an outcome, from 0 to ${outcomes.length}`, token);
    return outcome;
  });
  return players.map((_, p) => chosen.map((outcome) => outcome[p]));
}

function rankingOf(
  payoffs: readonly Fraction[],
  codes: readonly number[],
  options: readonly number[],
): OutlinePreference {
  const order = [...codes.keys()].sort((a, b) => compare(payoffs[b], payoffs[a]));
  const cells: number[][] = [];
  order.forEach((cell, k) => {
    if (k > 0 && compare(payoffs[cell], payoffs[order[k - 1]]) === 0)
      cells.at(-1)!.push(codes[cell]);
    else cells.push([codes[cell]]);
  });
  return {
    form: 'ranking',
    places: cells.map((cell) => {
      const here = new Set(cell);
      return partition(
        cell,
        codes.filter((code) => !here.has(code)),
        options,
      );
    }),
  };
}
