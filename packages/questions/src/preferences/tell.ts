import {
  heading,
  item,
  list,
  note,
  paragraph,
  quiet,
  type Block,
  type Content,
  type ListItem,
} from '@standoff/document';
import type { ConflictModel } from '@standoff/model';
import { counted, figure } from '../told/english.js';
import { actorInline, joined, numberedState } from '../told/inlines.js';
import type { Words } from '../told/words.js';
import type { LevelShown, PreferencesResult, RankingShown } from './answer.js';

/** The rankings level by level, the best first, each with why it is better than the next. */
export function tellPreferences(
  words: Words,
  { rankings, feasible }: PreferencesResult,
  model: ConflictModel,
): Block[] {
  return [
    ...rankings.flatMap((ranking) => [
      heading(...holderContent(words, ranking, model)),
      paragraph(
        ranking.levels === 1
          ? `All ${figure(feasible)} states are equally good for it.`
          : `${counted(feasible, 'state')} in ${counted(ranking.levels, 'level')}; today’s is in level ${figure(ranking.today)}.`,
      ),
      ...(ranking.levels === 1 ? [] : list(ranking.best.map(levelItem), true)),
      ...(ranking.best.length < ranking.levels
        ? [
            paragraph(
              `And ${counted(ranking.levels - ranking.best.length, 'more level')}: --limit ${ranking.levels}.`,
            ),
          ]
        : []),
    ]),
    note(
      'The states of a level are equally good. It is told what makes a state of it better than one of the next; other states of the two may differ in more.',
    ),
  ];
}

/** "United States, if “deal” prevails", "United States as Japan takes it to be". */
function holderContent(
  words: Words,
  { actor, faction, seenBy, counts }: RankingShown,
  model: ConflictModel,
): Content {
  const label = model.actors
    .find(({ id }) => id === actor)
    ?.factions.find(({ id }) => id === faction)?.label;
  return [
    actorInline(words, actor),
    ...(label === undefined
      ? []
      : [counts ? `, where “${label}” prevails as assumed` : `, if “${label}” prevailed`]),
    ...(seenBy === null ? [] : [' as ', actorInline(words, seenBy), ' takes it to be']),
  ];
}

function levelItem({ count, states, because }: LevelShown): ListItem {
  const more = count - states.length;
  return item([
    ...joined(states.map((state) => [numberedState(state)])),
    ...(more > 0 ? [` and ${figure(more)} more`] : []),
    ...(because === null ? [] : [quiet(`: ${because}`)]),
  ]);
}
