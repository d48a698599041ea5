import { tornadoSvg, type Figure, type TornadoRow } from '@standoff/document';
import type { ConflictModel } from '@standoff/model';
import { capitalised } from '../told/english.js';
import { meaningOf } from '../told/statement-words.js';
import type { Words } from '../told/words.js';
import type { Change, SensitivityResult } from './solve.js';

/** Bars drawn; the list beside the drawing has the rest. */
const DRAWN = 12;

/** The changes with the largest effect as one picture; none where no change has any. */
export function tornadoFigure(
  words: Words,
  { base, changes }: SensitivityResult,
  model: ConflictModel,
  told: Readonly<Record<Change['edit'], string>>,
): Figure[] {
  const telling = changes.filter(({ effect }) => effect.distance > 0);
  const meant = telling.filter(({ edit }) => edit !== 'reversed');
  // The opposite of a wish is seldom what somebody could mean.
  const rows = (meant.length > 0 ? meant : telling)
    .sort((a, b) => b.effect.distance - a.effect.distance)
    .slice(0, DRAWN)
    .map(({ actor, statement, text, edit, effect }): TornadoRow => {
      // Of the states that hold before or after.
      const all = base.equilibria + effect.gained;
      return {
        label: `${capitalised(words.actor(actor))} wants ${meaningOf(words, model, statement) ?? text}: ${told[edit]}`,
        left: effect.lost / all,
        right: effect.gained / all,
      };
    });
  if (rows.length === 0) return [];
  const title = 'How much single changes change';
  return [
    {
      block: 'figure',
      id: 'figure-tornado',
      title,
      caption: [
        'Of the states that would hold before or after a change, those that would hold only before it (to the left) and only after it (to the right).',
      ],
      draw: (width) =>
        tornadoSvg(
          { left: 'would no longer hold', right: 'would hold only then', rows },
          { id: 'tornado', title, description: 'The changes are listed below.', width },
        ),
      words: [],
    },
  ];
}
