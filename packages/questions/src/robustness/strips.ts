import { stripsSvg, type Figure, type StripRow } from '@standoff/document';
import type { Share } from '@standoff/situation';
import type { ConflictModel } from '@standoff/model';
import { capitalised } from '../told/english.js';
import { meaningOf } from '../told/statement-words.js';
import type { Words } from '../told/words.js';
import { shareWords } from '../told/worlds-words.js';
import type { OneWorld, RobustnessResult, SettledActor } from './answer.js';

/** In which part of the worlds today's state and each scenario holds; none where there is one world. */
export function worldsFigure(
  words: Words,
  { open, rules, statusQuo, scenarios, single = [] }: RobustnessResult,
  model: ConflictModel,
): Figure[] {
  if (open.length === 0 && rules === undefined) return [];
  const titles = single.map(({ settled }) => settledWords(words, settled, model));
  const cells = (so: (world: OneWorld) => boolean): Pick<StripRow['share'], 'cells'> =>
    single.length === 0
      ? {}
      : { cells: single.map((one, k) => ({ share: one.share, is: so(one), title: titles[k] })) };
  const rows: StripRow[] = [
    {
      label: 'Things as they are today',
      share: { ...part(statusQuo), ...cells((one) => one.statusQuo) },
      also: null,
    },
    ...scenarios.map(({ id, label, holds, reached }) => ({
      label,
      share: { ...part(holds), ...cells((one) => one.holds.includes(id)) },
      also: { ...part(reached), ...cells((one) => one.reached.includes(id)) },
    })),
  ];
  const title = 'In which part of the worlds';
  return [
    {
      block: 'figure',
      id: 'figure-worlds',
      title,
      caption: [
        single.length === 0
          ? 'From no world, at the left, to all of them, at the right.'
          : `Each of the ${single.length} worlds has its place in every row, as wide as it is likely; pointed at, it says how what is open is settled in it.`,
      ],
      draw: (width) =>
        stripsSvg(
          { strip: 'would hold', line: 'the course leads there', rows },
          { id: 'worlds', title, description: 'The table below says the same.', width },
        ),
      words: [],
    },
  ];
}

/** "Bargain prevails in the United States; North Korea wants …; more to the EU matters …, then …". */
export function settledWords(
  words: Words,
  settled: readonly SettledActor[],
  model: ConflictModel,
): string {
  const wish = (id: string): string => meaningOf(words, model, id) ?? id;
  return capitalised(
    settled
      .flatMap(({ actor, faction, wants, wantsNot, orders }) => {
        const factions = model.actors.find(({ id }) => id === actor)?.factions ?? [];
        const label = factions.find(({ id }) => id === faction)?.label ?? faction;
        const who = words.actor(actor);
        return [
          ...(factions.length > 1 ? [`“${label}” prevails in ${who}`] : []),
          ...wants.map((id) => `${who} wants ${wish(id)}`),
          ...wantsNot.map((id) => `${who} does not care for ${wish(id)}`),
          ...orders.map((ids) => `to ${who} matters ${ids.map(wish).join(', then ')}`),
        ];
      })
      .join('; '),
  );
}

function part(of: Share): StripRow['share'] {
  const { share, low, high } = of;
  return { share, low: low ?? share, high: high ?? share, words: shareWords(of) };
}
