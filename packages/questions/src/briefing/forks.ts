import { heading, item, list, type Block } from '@standoff/document';
import { standing, type OptionId } from '@standoff/model';
import { listed } from '../told/english.js';
import type { Words } from '../told/words.js';
import type { ChanceFork } from './answer.js';
import type { BriefEnd } from '../brief-ends.js';
import type { OutcomesOf } from './outcomes.js';
import { brief } from './other-courses.js';
import { pullOf } from '../pulled.js';
import { ways } from '../told/shares.js';
import { briefName, isToday } from '../told/end-words.js';

/** Chances whose falls are followed one by one: each doubles them. */
const MOST = 3;

/** Every way in which chance may fall; none where nothing is left to it, or too much. */
export function forksOf(outcomes: OutcomesOf): ChanceFork[] {
  const { model, states } = outcomes.situation;
  const stands = standing(model);
  const open = model.options.filter(
    ({ id, chance }) => chance !== undefined && stands.get(id) === 'unknown',
  );
  if (open.length === 0 || open.length > MOST) return [];
  return Array.from({ length: 2 ** open.length }, (_, k) => 2 ** open.length - 1 - k).flatMap(
    (fall) => {
      const isTaken = (at: number): boolean => ((fall >> at) & 1) === 1;
      const starts = states.now.filter((state) => {
        const { taken } = states.shown(state);
        return open.every(({ id }, at) => taken.includes(id) === isTaken(at));
      });
      if (starts.length === 0) return [];
      const shares = open.map(({ chance }, at) => {
        const given = chance?.probability ?? null;
        return given === null || isTaken(at) ? given : 1 - given;
      });
      return [
        {
          comes: open.filter((_, at) => isTaken(at)).map(({ id }) => id),
          stays: open.filter((_, at) => !isTaken(at)).map(({ id }) => id),
          probability: shares.reduce<number | null>(
            (all, one) => (all === null || one === null ? null : all * one),
            1,
          ),
          ends: brief(outcomes, pullOf(outcomes.course(), starts)),
        },
      ];
    },
  );
}

/** Whether nothing is otherwise than today but what chance brought. */
function differsBy({ state: { name } }: BriefEnd, comes: readonly OptionId[]): boolean {
  return (
    name.label === null && name.dropped.length === 0 && name.added.every((id) => comes.includes(id))
  );
}

/** "If “A drought” comes (30 %): it ends in “Famine”." */
export function tellForks(words: Words, forks: readonly ChanceFork[] = []): Block[] {
  if (forks.length === 0) return [];
  const named = (ids: readonly OptionId[], verb: string): string[] =>
    ids.map((id) => `“${words.option(id)}” ${verb}`);
  const told = forks.map(({ comes, stays, probability, ends }) => {
    const [first] = ends;
    const share = probability === null ? '' : ` (${Number((100 * probability).toPrecision(3))} %)`;
    const where =
      first === undefined
        ? 'where it leads is left open'
        : first.round
          ? 'it goes round without an end'
          : isToday(first)
            ? 'everything stays as it is'
            : differsBy(first, comes)
              ? 'everything else stays as it is'
              : ends.length === 1
                ? `it ends in ${briefName(words, first)}`
                : `${ways(first.pull)} end in ${briefName(words, first)}`;
    return item([
      `If ${listed([...named(comes, 'comes'), ...named(stays, 'does not come')])}${share}: ${where}.`,
    ]);
  });
  return [heading('What chance decides'), ...list(told)];
}
