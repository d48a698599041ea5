import { readFileSync } from 'node:fs';
import type { ConflictModel, Schema } from '@standoff/model';
import { prepare, type Prepared } from '@standoff/situation';
import {
  formatNamed,
  readAs,
  type FileContent,
  type ReadableFormat,
  type Read,
  type Written,
} from '../src/index.js';

const SCHEMA = new URL('../../model/generated/conflict-model-1.schema.json', import.meta.url);

export const modelSchema = (): Schema => JSON.parse(readFileSync(SCHEMA, 'utf8')) as Schema;

/** A file of that form, read. */
export async function read(name: string, file: FileContent): Promise<Read> {
  const isText = typeof file === 'string';
  const content = {
    bytes: isText ? new TextEncoder().encode(file) : file,
    decoded: () => (isText ? file : new TextDecoder().decode(file)),
  };
  const format = formatNamed(name) as ReadableFormat;
  return (await readAs(format, content, { title: 'A file', modelSchema })).read;
}

/** A model in that form; as a text too, where it is one. */
export async function written(
  format: string,
  model: ConflictModel,
): Promise<Written & { readonly text: string }> {
  const writer = await formatNamed(format)!.writer!();
  const result = writer(model, {});
  return { ...result, text: typeof result.content === 'string' ? result.content : '' };
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
