import { decidersOf, type ConflictModel } from '@standoff/model';

/** How a decision maker is told from the others: by letters and a dash as much as by colour. */
export interface ActorMark {
  /** 1 to 8; beyond eight decision makers colours come again, with other dashes. 0: a stakeholder. */
  readonly colour: number;
  /** A short mark of one to three letters. */
  readonly letters: string;
  /** SVG stroke-dasharray; empty: a line without breaks. */
  readonly dash: string;
}

const DASHES = ['', '7 4', '2 3', '10 3 2 3', '5 2', '1 4', '12 5', '6 3 1 3 1 3'];

/** A mark for each actor, by id, in the order of the situation. */
export function actorMarks(
  model: Pick<ConflictModel, 'actors' | 'allowed'>,
): ReadonlyMap<string, ActorMark> {
  const taken = new Set<string>();
  const deciders = new Set(decidersOf(model).map(({ id }) => id));
  let decider = 0;
  return new Map(
    model.actors.map(({ id }) => {
      const place = deciders.has(id) ? decider++ : null;
      const mark: ActorMark = {
        colour: place === null ? 0 : (place % 8) + 1,
        letters: lettersFor(id, taken),
        dash: place === null ? '' : DASHES[(place + Math.floor(place / 8)) % DASHES.length],
      };
      taken.add(mark.letters);
      return [id, mark];
    }),
  );
}

function lettersFor(id: string, taken: ReadonlySet<string>): string {
  if (id.length <= 3 && !taken.has(id)) return id;
  for (let length = 1; length <= 3; length++) {
    const letters = id.charAt(0).toUpperCase() + id.slice(1, length);
    if (!taken.has(letters)) return letters;
  }
  return `${id.charAt(0).toUpperCase()}${taken.size + 1}`;
}
