import { standing, type Option } from '@standoff/model';
import { prepare, type Prepared } from '@standoff/situation';

/** One way in which all that is left to chance falls. */
export interface Fall {
  /** By the id of what is left to chance: whether it comes about. */
  readonly comes: ReadonlyMap<string, boolean>;
  /** How likely that is; where it is not said, either is as likely. */
  readonly weight: number;
  /** The situation in which it has fallen so. */
  readonly prepared: Prepared;
}

/** What is left to chance and not settled by an event is gone through up to so many: each doubles the worlds. */
const MOST_CHANCES = 4;

export function chancesIn({ model }: Prepared): Option[] {
  const stands = standing(model);
  const open = model.options.filter(
    ({ id, chance }) => chance !== undefined && stands.get(id) === 'unknown',
  );
  return open.length > MOST_CHANCES ? [] : open;
}

/**
 * Every way in which chance may fall; one where nothing is left to it. Where nothing comes about stands
 * first: an end of which no wish tells whether it has, is told by what is there today.
 */
export function fallsOf(prepared: Prepared): Fall[] {
  const open = chancesIn(prepared);
  if (open.length === 0) return [{ comes: new Map(), weight: 1, prepared }];
  const { model, memory, game } = prepared;
  return Array.from({ length: 2 ** open.length }, (_, k) => k).flatMap((k) => {
    const comes = new Map(open.map(({ id }, at) => [id, ((k >> at) & 1) === 1]));
    const weight = open.reduce((product, { id, chance }) => {
      const likely = chance?.probability ?? 0.5;
      return product * (comes.get(id) ? likely : 1 - likely);
    }, 1);
    if (weight === 0) return [];
    const options = model.options.map((option): Option => {
      const is = comes.get(option.id);
      return is === undefined ? option : { ...option, initially: is ? 'taken' : 'open' };
    });
    const fallen = prepare(
      { ...model, options },
      { memory, opponentsRule: game.opponentsRule, statusQuoOptional: true, earlier: prepared },
    );
    return fallen.statusQuo.length === 0 ? [] : [{ comes, weight, prepared: fallen }];
  });
}
