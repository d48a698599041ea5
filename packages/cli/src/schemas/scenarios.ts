import {
  byActor,
  concepts,
  count,
  evidence,
  flag,
  list,
  named,
  one,
  orNull,
  path,
  printed,
  reach,
  record,
  situation,
  text,
  type Schema,
} from '../schema-parts.js';

const fares = one('better', 'worse', 'same');

export const scenariosSchema: Schema = printed(
  'scenarios',
  'The answer of standoff scenarios --json',
  {
    situation,
    scenarios: list(
      record({
        id: text,
        label: text,
        evidence,
        states: count,
        ruledOutBy: list(text),
        holdsNow: flag,
        equilibria: { type: 'object', additionalProperties: count },
        firmest: orNull(record({ state: named, concepts, reachable: reach })),
        reachable: reach,
        path,
        needs: record({ improvements: list(text), moves: list(text) }),
        undoes: list(record({ actor: text, gains: one('each', 'some', 'none') })),
        against: byActor(
          record({
            everywhere: one('better', 'worse', 'same', 'mixed'),
            firmest: orNull(fares),
          }),
        ),
        extremes: list(
          record({ kind: one('worst', 'best'), actor: text, asserted: flag, holds: flag }),
        ),
      }),
    ),
  },
);
