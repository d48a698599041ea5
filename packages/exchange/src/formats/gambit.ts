import type { ExchangeNote } from '../format.js';
import { fractionOf, type Fraction } from './fraction.js';
import type { Tokens } from './gambit-tokens.js';

/** What becomes of payoffs in every file of Gambit. */
export const PAYOFFS_AS_RANKS: ExchangeNote = {
  place: null,
  message:
    'Payoffs are read as ranks: pure equilibria are the Nash equilibria here, mixed ones and what rests on how much more a payoff is are left out',
};

/** The title in the first line of a file, behind the kind of game and its version. */
export function titleIn(tokens: Tokens, kind: 'NFG' | 'EFG', version: string): string {
  tokens.expect('word', `${kind} at the beginning`, kind);
  tokens.expect('word', `the version ${version}`, version);
  const numbers = tokens.expect('word', 'D or R, the kind of numbers');
  if (numbers.text !== 'D' && numbers.text !== 'R')
    throw tokens.fault('D or R, the kind of numbers', numbers);
  return tokens.expect('text', 'the title').text;
}

/** The names of the players; one without a name has its number. */
export function playerNamesIn(tokens: Tokens): string[] {
  const start = tokens.next;
  const names = tokens.list(
    'the players in braces',
    () => tokens.expect('text', 'the name of a player').text,
  );
  if (names.length === 0) throw tokens.fault('one player at least', start);
  return names.map((name, p) => name || `Player ${p + 1}`);
}

export function payoffIn(tokens: Tokens): Fraction {
  const token = tokens.expect('word', 'a payoff');
  const fraction = fractionOf(token.text);
  if (fraction === null) throw tokens.fault('a payoff', token);
  return fraction;
}
