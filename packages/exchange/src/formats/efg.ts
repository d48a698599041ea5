import type { Read, ReadOptions } from '../format.js';
import { withoutStatusQuo } from '../no-status-quo.js';
import { brokenBy, modelOf, type OutlineChoice, type OutlineDecider } from '../outline.js';
import type { Pattern } from '../pattern.js';
import { readTree, type End, type GameTree } from './efg-tree.js';
import { compare } from './fraction.js';
import { PAYOFFS_AS_RANKS } from './gambit.js';

/**
 * An extensive form of Gambit with perfect information, by what the players plan: a state has what each
 * would do at each turn that its own earlier actions lead to, as Gambit's reduced strategic form has it.
 * Whose turn it is, is said by constraints; of payoffs only their order is kept.
 */
export function readEfg(text: string, { title: otherwise }: ReadOptions): Read {
  const tree = readTree(text);
  const labels = actionLabels(tree);
  const choices = tree.turns.map(({ player, actions, before }) => ({
    player,
    choice: { options: actions, ...afterOwn(tree, player, before) },
  }));
  const { options, note } = withoutStatusQuo(
    labels.map((name) => ({ name, direction: 'both' as const })),
    choices.flatMap(({ choice }) => brokenBy(choice)),
  );
  return {
    model: modelOf({
      title: tree.title || otherwise,
      options,
      never: [],
      states: [],
      deciders: tree.players.map((name, p): OutlineDecider => ({
        name,
        options: [...tree.actions.keys()].filter((k) => tree.actions[k].player === p),
        choices: choices.filter(({ player }) => player === p).map(({ choice }) => choice),
        preference: {
          form: 'ranking',
          places: placesOf(tree, p).map((ends) => ends.map((end) => planned(tree, end))),
        },
      })),
    }),
    notes: [
      PAYOFFS_AS_RANKS,
      {
        place: null,
        message:
          'A state is a plan of everybody: what each would do at each of its turns, whether or not it comes to that. Whose turn it is, is said by constraints: at a turn that one’s own plan does not lead to nothing is taken. That one acts before another, and sees it, is kept in the plans alone',
      },
      note,
    ],
  };
}

/** The player's own action that leads to the turn; none: it comes without one. */
function afterOwn(
  { actions }: GameTree,
  player: number,
  before: readonly number[],
): Pick<OutlineChoice, 'after'> {
  const own = before.findLast((number) => actions[number].player === player);
  return own === undefined ? {} : { after: own };
}

/** The last action of each player on the way to the end: the plans that come to it. */
function planned({ actions, players }: GameTree, { before }: End): Pattern {
  return players.flatMap((_, p) => {
    const last = before.findLast((number) => actions[number].player === p);
    return last === undefined ? [] : [{ option: last, taken: true }];
  });
}

/** The ends by what the player gets, best first. */
function placesOf({ ends }: GameTree, player: number): End[][] {
  const places: End[][] = [];
  const sorted = [...ends].sort((a, b) => compare(b.payoffs[player], a.payoffs[player]));
  for (const end of sorted) {
    const place = places.at(-1);
    if (place !== undefined && compare(place[0].payoffs[player], end.payoffs[player]) === 0)
      place.push(end);
    else places.push([end]);
  }
  return places;
}

/** The names of the actions; of one that a player has at several turns, with what came before. */
function actionLabels({ actions }: GameTree): string[] {
  return actions.map(({ name, player, before }) => {
    const several = actions.filter((one) => one.player === player && one.name === name).length > 1;
    if (!several) return name;
    return before.length === 0
      ? `${name} at first`
      : `${name} after ${before.map((number) => actions[number].name).join(', ')}`;
  });
}
