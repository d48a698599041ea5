import { tornadoSvg, type Figure, type TornadoRow } from '@standoff/document';
import type { ConflictModel } from '@standoff/model';
import { capitalised } from '../told/english.js';
import { meaningOf } from '../told/statement-words.js';
import type { Words } from '../told/words.js';
import type { Change, SensitivityResult } from './answer.js';

/** Bars drawn; the list beside the drawing has the rest. */
const DRAWN = 12;

/** The changes with the largest effect as one picture; none where no change has any. */
export function tornadoFigure(
  words: Words,
  { changes }: SensitivityResult,
  model: ConflictModel,
  told: Readonly<Record<Change['edit'], string>>,
): Figure[] {
  const telling = changes.filter(({ effect }) => effect.elsewhere > 0 || effect.distance > 0);
  const meant = telling.filter(({ edit }) => edit !== 'reversed');
  // The opposite of a wish is seldom what somebody could mean.
  const rows = (meant.length > 0 ? meant : telling)
    .slice(0, DRAWN)
    .map(({ actor, statement, text, edit, effect }): TornadoRow => {
      return {
        label: `${capitalised(words.actor(actor))} wants ${meaningOf(words, model, statement) ?? text}: ${told[edit]}`,
        left: effect.elsewhere,
        right: effect.distance,
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
        'To the left, the share of ways that would end elsewhere; to the right, of the states that would hold before or after the change, the share that would hold only before or only after it.',
      ],
      draw: (width) =>
        tornadoSvg(
          { left: 'would end elsewhere', right: 'other states would hold', rows },
          { id: 'tornado', title, description: 'The changes are listed below.', width },
        ),
      words: [],
    },
  ];
}
