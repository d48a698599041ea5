import type { Content } from '@standoff/document';
import { counted } from '../told/english.js';
import { NOBODY_MOVES, type Words } from '../told/words.js';
import type { BriefingResult } from './answer.js';

/** Whether nobody could gain or lose: no table of who fares how says anything. */
export function nobodyMinds({ deciders, indifferent, onlookers }: BriefingResult): boolean {
  return onlookers.length === 0 && indifferent.length === deciders.length;
}

/** What stands first where nobody can move, or nobody who can wants anything; empty: somebody does. */
export function nothingMoves(words: Words, result: BriefingResult): Content {
  const { deciders, indifferent, onlookers } = result;
  if (words.nobodyMoves)
    return [
      nobodyMinds(result)
        ? `${NOBODY_MOVES} Who could do what, and who wants what, is still to be said.`
        : NOBODY_MOVES,
    ];
  if (indifferent.length < deciders.length) return [];
  const one = deciders.length === 1;
  return [
    `${deciders.length > NAMED ? `All ${deciders.length} decision makers` : words.actors(deciders)} can move, but nothing is said of what ${one ? 'it wants' : 'they want'} that would make one state better than another: ${one ? 'it has no reason' : 'none of them has a reason'} to leave today’s state, or any other. Where it leads can be told as soon as somebody’s wishes are said${onlookers.length === 0 ? '' : `; ${words.actors(onlookers)} can only look on`}.`,
  ];
}

/** Who of several never moves, since all is the same to it; that one decides alone. */
export function whoCounts(words: Words, { deciders, indifferent }: BriefingResult): Content {
  if (indifferent.length === deciders.length) return [];
  if (deciders.length === 1)
    return [
      `${words.actor(deciders[0])} is the only one who can move: what it does, nobody can answer or stop.`,
    ];
  const shown = indifferent.slice(0, NAMED);
  const names = [
    words.actors(shown),
    ...(indifferent.length > NAMED ? [counted(indifferent.length - NAMED, 'other')] : []),
  ].join(' and ');
  return indifferent.length === 0
    ? []
    : [
        `All states are alike to ${names}, so ${indifferent.length === 1 ? 'it never moves' : 'they never move'} of ${indifferent.length === 1 ? 'its' : 'their'} own accord.`,
      ];
}

/** Names told of those to whom all is the same. */
const NAMED = 4;
