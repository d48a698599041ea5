import { starter } from '../src/starter.js';
import { call } from './in-process.js';

/** More of the language than the starter has. */
export const RICH = `${starter}
agreement deal "A deal" between Union, Port
state calm "Calm" = { Port.raise }
scenario peace "Peace" = settlement or deal
claim hunger "Strikers go hungry" claimed by Union
demand Port.raise by Union
Port perceives Union { prefers { not strike } }
relation Union allied with Growers
actor Mayor {
  option mediate
  faction doves { prefers { settlement } }
  faction hawks { ranks deadlock > others }
}
actor Bank { option lend  weighs { lend: 0.10000000000000000000001  peace: -2 } }
Bank cannot move from lend to not lend
`;
/** The same as a model, in JSON. */
export const rich = (await call(['model', '-'], { input: RICH })).stdout;
/** A copy of it, to be changed. */
export const parsed = (): Record<string, never> => JSON.parse(rich) as Record<string, never>;

/** What is done to a model, as its JSON is. */
export type Change = (model: Record<string, never>) => unknown;
/** Sets what is at a place: "actors.0.id". */
export const set =
  (place: string, value: unknown): Change =>
  (model) => {
    const keys = place.split('.');
    const last = keys.pop()!;
    (
      keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], model) as Record<
        string,
        unknown
      >
    )[last] = value;
    return model;
  };
