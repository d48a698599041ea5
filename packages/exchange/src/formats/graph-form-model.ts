import {
  GRAPH,
  isName,
  oneOfGraph,
  type AllowedTransition,
  type ConflictModel,
  type Grounded,
  type Option,
  type Preference,
  type Proposition,
} from '@standoff/model';
import type { ExchangeNote, Read } from '../format.js';
import { Identifiers, labelOf } from '../identifiers.js';
import type { JsonValue } from '../json-value.js';
import { modelOf, type OutlinePreference } from '../outline.js';
import type { Pattern } from '../pattern.js';

const MOST_OPTIONS = 30;

const DIRECTIONS = { both: 'both', fwd: 'forward', forward: 'forward', back: 'back' } as const;

const UNGROUNDED: Grounded = { evidence: [], because: null, restsOn: [], at: null };

/** A state of the file. */
export interface FileState {
  /** As moves and rankings refer to it: its name or its number, as a text. */
  readonly key: string;
  readonly label: string;
  /** Its options in Y and N, where it has any. */
  readonly taken: readonly boolean[] | null;
}

/** Numbers of states: by state those one can go to, or by place of a ranking those that share it, the best first. */
export type Places = readonly (readonly number[])[];

/** States that nobody chooses among, and the moves between them as they are given. */
export function modelOfMoves(
  title: string,
  makers: readonly string[],
  list: readonly FileState[],
  given: readonly (Places | null)[],
  rankings: readonly (Places | null)[],
  now: number | null,
): Read {
  const bare = modelOf({
    title,
    options: [],
    never: [],
    states: [],
    deciders: makers.map((name) => ({ name, options: [], preference: { form: 'none' } })),
  });
  const names = new Identifiers();
  const options = list.map(({ key, label }, k): Option => {
    const name = names.of(isName(key) ? key : `s${key}`, 'state');
    return {
      ...UNGROUNDED,
      id: `${GRAPH}.${name}`,
      name,
      label: labelOf(label === key ? name : label, name),
      owner: GRAPH,
      direction: 'both',
      initially: now === null ? 'unknown' : now === k ? 'taken' : 'open',
      slow: false,
      agreement: null,
      inGraph: true,
    };
  });
  const is = (state: number): Proposition => ({ op: 'option', id: options[state].id });
  const one = (states: readonly number[]): Proposition =>
    states.length === 1 ? is(states[0]) : { op: 'or', args: states.map(is) };
  const allowed = given.flatMap((lists, k): Omit<AllowedTransition, 'id'>[] =>
    (lists ?? []).flatMap((ends, from) =>
      ends.length === 0
        ? []
        : [{ ...UNGROUNDED, actor: bare.actors[k].id, from: is(from), to: one(ends) }],
    ),
  );
  const among = options.map(({ id }) => id);
  const preference = (places: Places | null): Preference =>
    places === null || places.length < 2
      ? { form: 'none' }
      : {
          form: 'ranking',
          cells: places.map((place) => ({
            any: place.map(is),
            others: false,
            muchWorse: false,
            grounds: UNGROUNDED,
          })),
        };
  const model: ConflictModel = {
    ...bare,
    actors: bare.actors.map((actor, k) => ({ ...actor, preference: preference(rankings[k]) })),
    options,
    constraints: [oneOfGraph({ name: 'course', label: 'Where things stand', among }, UNGROUNDED)],
    ...(allowed.length === 0
      ? {}
      : { allowed: allowed.map((rule, k) => ({ ...rule, id: `can-move-${k + 1}` })) }),
  };
  const may = 'it may be any state; write `taken` behind the one it is';
  return { model, notes: unsaid(now, may) };
}

/** States that say their options: the moves are those that these make. */
export function modelOfOptions(
  title: string,
  makers: readonly JsonValue[],
  names: readonly string[],
  list: readonly FileState[],
  rankings: readonly (Places | null)[],
  now: number | null,
  notes: readonly ExchangeNote[],
): Read {
  const given = makers.map((maker) => maker.optional('options')?.items() ?? []);
  const all = given.flat();
  if (all.length > MOST_OPTIONS) throw all[MOST_OPTIONS].fault(`at most ${MOST_OPTIONS} options`);
  const wrong = list.find(({ taken }) => taken!.length !== all.length);
  if (wrong !== undefined)
    throw makers[0].fault(
      `as many options in all as state ${wrong.key} has letters, ${wrong.taken!.length}`,
    );
  const current = now ?? list.findIndex(({ taken }) => !taken!.includes(true));
  const patternOf = (state: number): Pattern =>
    list[state].taken!.map((taken, option) => ({ option, taken }));
  const starts = given.map((_, k) => given.slice(0, k).flat().length);
  const complete = list.length === 2 ** all.length;
  const preference = (places: Places | null): OutlinePreference =>
    places === null
      ? { form: 'none' }
      : { form: 'ranking', places: places.map((place) => place.map(patternOf)) };
  const model = modelOf({
    title,
    options: all.map((option, k) => ({
      name: option.field('name').text(),
      direction:
        DIRECTIONS[option.optional('direction')?.oneOf('both', 'fwd', 'forward', 'back') ?? 'both'],
      initially: current < 0 ? 'unknown' : list[current].taken![k] ? 'taken' : 'open',
    })),
    never: [],
    ...(complete ? {} : { among: list.map((_, k) => patternOf(k)) }),
    states: list.flatMap(({ key, label, taken }) =>
      label === key ? [] : [{ label, taken: taken!.flatMap((is, option) => (is ? [option] : [])) }],
    ),
    deciders: names.map((name, k) => ({
      name,
      options: given[k].map((_, n) => starts[k] + n),
      preference: preference(rankings[k]),
    })),
  });
  const may =
    current < 0 ? 'it may be any state' : 'nothing is taken; write `taken` where an option is';
  return { model, notes: [...notes, ...unsaid(now, may)] };
}

/** Where the file does not say where things stand, what that comes to. */
function unsaid(now: number | null, may: string): ExchangeNote[] {
  if (now !== null) return [];
  return [{ place: null, message: `The file does not say where things stand: ${may}` }];
}
