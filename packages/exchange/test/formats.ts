import { readFileSync } from 'node:fs';
import type { ConflictModel, Schema } from '@standoff/model';
import { prepare, type Prepared } from '@standoff/situation';
import { formatNamed, type Read, type Written } from '../src/index.js';

const SCHEMA = new URL('../../model/generated/conflict-model-1.schema.json', import.meta.url);

export const modelSchema = (): Schema => JSON.parse(readFileSync(SCHEMA, 'utf8')) as Schema;

/** A file of that form, read. */
export async function read(format: string, file: string): Promise<Read> {
  const reader = await formatNamed(format)!.reader!();
  return reader(file, { title: 'A file', modelSchema });
}

/** A model in that form. */
export async function written(format: string, model: ConflictModel): Promise<Written> {
  const writer = await formatNamed(format)!.writer();
  return writer(model, {});
}

/** What a form has to keep: states, moves, rankings and verdicts of the decision makers, by number. */
export function verdictsOf(model: ConflictModel): unknown {
  const prepared = prepare(model, { statusQuoOptional: true });
  const { space, game, judged } = prepared;
  return {
    codes: [...space.codes],
    moves: game.ranks.map((_, mover) => arcsOf(prepared, mover)),
    ranks: game.ranks.map((own) => [...own]),
    verdicts: judged.concepts.map((concept) =>
      judged.verdicts.get(concept)!.map((stable) => stable.join('')),
    ),
  };
}

function arcsOf({ game, space }: Prepared, mover: number): number[][] {
  const reach = new Int32Array(game.moves.maxDegree);
  return Array.from({ length: space.size }, (_, s) => [
    ...reach.subarray(0, game.moves.successors(mover, s, reach)),
  ]);
}
