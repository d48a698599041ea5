import {
  GRAPH,
  isName,
  type AllowedTransition,
  type ConflictModel,
  type Grounded,
  type Option,
  type Preference,
  type Proposition,
} from '@standoff/model';
import type { PrepareOptions } from '@standoff/situation';
import type { ExchangeNote, Read, ReadOptions, Written } from '../format.js';
import { graphOf } from '../graph.js';
import { Identifiers, labelOf } from '../identifiers.js';
import { JsonValue } from '../json-value.js';
import { leftOut } from '../left-out.js';
import { listed } from '../listed.js';
import { modelOf, type OutlinePreference } from '../outline.js';
import type { Pattern } from '../pattern.js';

/** The most states that a graph of the language has. */
const MOST_IN_GRAPH = 30;
const MOST_STATES = 2_000;
const MOST_OPTIONS = 30;

const DIRECTIONS = { both: 'both', fwd: 'forward', forward: 'forward', back: 'back' } as const;

const UNGROUNDED: Grounded = { evidence: [], because: null, restsOn: [], at: null };

/** A state of the file. */
interface FileState {
  /** As moves and rankings refer to it: its name or its number, as a text. */
  readonly key: string;
  readonly label: string;
  /** Its options in Y and N, where it has any. */
  readonly taken: readonly boolean[] | null;
}

/** What the places of moves and rankings are looked up in. */
class States {
  readonly #places: ReadonlyMap<string, number>;

  constructor(readonly list: readonly FileState[]) {
    this.#places = new Map(list.map(({ key }, place) => [key, place]));
  }

  /** @throws ModelFault where there is no such state */
  place(value: JsonValue): number {
    const place = this.#places.get(keyOf(value));
    if (place === undefined) throw value.fault(`a state of the file, as ${this.list[0].key}`);
    return place;
  }

  /** The same of the name of a field. */
  placeOf(key: string, at: JsonValue): number {
    const place = this.#places.get(key);
    if (place === undefined)
      throw at.fault(`states of the file by name, not ${JSON.stringify(key)}`);
    return place;
  }
}

/**
 * A model in graph form: states, moves from one to another by decision maker, rankings of the states; or
 * states that say their options in Y and N, from which the moves follow.
 */
export function readGraphForm(text: string, { title }: ReadOptions): Read {
  const file = JsonValue.parse(text);
  const states = new States(statesOf(file));
  const makers = file.field('decisionMakers').items();
  const names = makers.map((maker, k) => maker.field('name').text() || `Decision maker ${k + 1}`);
  const given = makers.map((maker, k) => movesOf(file, maker, names[k], states));
  const called = file.optional('title')?.text() ?? title;
  const rankings = makers.map((maker, k) => rankingOf(file, maker, names[k], states));
  const now = statusQuoOf(file, states);
  const hasMoves = given.some((moves) => moves !== null);
  if (hasMoves && states.list.length <= MOST_IN_GRAPH)
    return fromMoves(called, names, states, given, rankings, now);
  if (states.list.some(({ taken }) => taken === null))
    throw file.fault(
      hasMoves
        ? `at most ${MOST_IN_GRAPH} states, or states that say their options (yn)`
        : 'moves, or states that say their options (yn)',
    );
  const notes: ExchangeNote[] = hasMoves
    ? [
        {
          place: 'moves',
          message: `Left out: a graph has at most ${MOST_IN_GRAPH} states, so that the moves are those that the options make`,
        },
      ]
    : [];
  return fromOptions(called, makers, names, states, rankings, now, notes);
}

function statesOf(file: JsonValue): FileState[] {
  const list = (file.optional('states') ?? file.field('graph').field('states')).items();
  if (list.length < 2 || list.length > MOST_STATES)
    throw file.fault(`from 2 to ${MOST_STATES} states, not ${list.length}`);
  const seen = new Set<string>();
  return list.map((one): FileState => {
    const isObject = typeof one.value === 'object' && !one.isList;
    const key = keyOf(isObject ? (one.optional('name') ?? one.field('n')) : one);
    if (seen.has(key)) throw one.fault('each state once');
    seen.add(key);
    const label = isObject ? one.optional('label') : null;
    const yn = isObject ? one.optional('yn') : null;
    if (yn !== null && !/^[YN]+$/.test(yn.text())) throw yn.fault('a Y or an N for each option');
    return {
      key,
      label: label === null || label.value === null ? key : label.text(),
      taken: yn === null ? null : [...yn.text()].map((letter) => letter === 'Y'),
    };
  });
}

function keyOf(value: JsonValue): string {
  if (typeof value.value === 'number') return String(value.value);
  return value.text();
}

/** By state where the decision maker can go; null: the file does not say. */
function movesOf(
  file: JsonValue,
  maker: JsonValue,
  name: string,
  states: States,
): number[][] | null {
  const lists = states.list.map((): number[] => []);
  const pairs = maker.optional('moves');
  if (pairs !== null) {
    for (const pair of pairs.items()) {
      const ends = pair.items();
      if (ends.length !== 2) throw pair.fault('the two states that a move is between');
      put(lists, states.place(ends[0]), states.place(ends[1]), pair);
    }
    return lists;
  }
  const all = file.optional('moves') ?? file.optional('graph')?.optional('moves') ?? null;
  if (all === null || all.value === null) return null;
  const own = all.field(name);
  for (const key of own.names()) {
    const from = states.placeOf(key, own);
    for (const to of own.field(key).items()) put(lists, from, states.place(to), to);
  }
  return lists;
}

function put(lists: number[][], from: number, to: number, at: JsonValue): void {
  if (from === to) throw at.fault('a move to another state');
  if (!lists[from].includes(to)) lists[from].push(to);
}

/** Places of the states, best first; null: the file does not say. */
function rankingOf(
  file: JsonValue,
  maker: JsonValue,
  name: string,
  states: States,
): number[][] | null {
  const ranking =
    maker.optional('ranking') ??
    file.optional('preferences')?.optional(name)?.optional('ranking') ??
    null;
  if (ranking === null || ranking.value === null) return null;
  const seen = new Set<number>();
  const places = ranking.items().map((place) =>
    (place.isList ? place.items() : [place]).map((one) => {
      const state = states.place(one);
      if (seen.has(state)) throw one.fault('each state once in a ranking');
      seen.add(state);
      return state;
    }),
  );
  const missing = states.list.find((_, k) => !seen.has(k));
  if (missing !== undefined)
    throw ranking.fault(`a ranking of all states, ${missing.key} among them`);
  return places;
}

/** Null: the file does not say. */
function statusQuoOf(file: JsonValue, states: States): number | null {
  const said = file.optional('statusQuo');
  if (said === null || said.value === null) return null;
  const state =
    typeof said.value === 'object' ? (said.optional('state') ?? said.optional('statusQuo')) : said;
  return state === null || state.value === null ? null : states.place(state);
}

function fromMoves(
  title: string,
  makers: readonly string[],
  { list }: States,
  given: readonly (readonly (readonly number[])[] | null)[],
  rankings: readonly (readonly (readonly number[])[] | null)[],
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
  const preference = (places: readonly (readonly number[])[] | null): Preference =>
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
    constraints: [
      {
        ...UNGROUNDED,
        id: 'choice-course',
        kind: 'exactly one of',
        must: { op: 'count', min: 1, max: 1, args: list.map((_, k) => is(k)) },
        text: `Where things stand: one of {${among.join(', ')}}`,
        choice: { name: 'course', label: 'Where things stand', among },
      },
    ],
    ...(allowed.length === 0
      ? {}
      : { allowed: allowed.map((rule, k) => ({ ...rule, id: `can-move-${k + 1}` })) }),
  };
  const notes: ExchangeNote[] =
    now === null
      ? [
          {
            place: null,
            message:
              'The file does not say where things stand: it may be any state; write `taken` behind the one it is',
          },
        ]
      : [];
  return { model, notes };
}

function fromOptions(
  title: string,
  makers: readonly JsonValue[],
  names: readonly string[],
  { list }: States,
  rankings: readonly (readonly (readonly number[])[] | null)[],
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
  const preference = (places: readonly (readonly number[])[] | null): OutlinePreference =>
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
  const unsaid: ExchangeNote[] =
    now === null
      ? [
          {
            place: null,
            message:
              current < 0
                ? 'The file does not say where things stand: it may be any state'
                : 'The file does not say where things stand: nothing is taken; write `taken` where an option is',
          },
        ]
      : [];
  return { model, notes: [...notes, ...unsaid] };
}

/** States, moves and rankings, by name: what options say is said by the moves. */
export function writeGraphForm(model: ConflictModel, options: PrepareOptions): Written<string> {
  const { deciders, states, moves } = graphOf(listed(model, options));
  const used = new Set<string>();
  const names = states.map(({ label, column, number }) => {
    const wished = label ?? column;
    const name = used.has(wished) ? `${wished} (${number})` : wished;
    used.add(name);
    return name;
  });
  const now = states.findIndex(({ isNow }) => isNow);
  const one = states.filter(({ isNow }) => isNow).length === 1;
  const content = {
    title: model.situation.title,
    states: names,
    ...(one ? { statusQuo: names[now] } : {}),
    decisionMakers: deciders.map(({ label }, mover) => ({
      name: label,
      moves: moves
        .filter((move) => move.mover === mover)
        .map(({ from, to }) => [names[from - 1], names[to - 1]]),
      ranking: rankingFrom(states.map(({ ranks }) => ranks[mover])).map((place) =>
        place.length === 1 ? names[place[0]] : place.map((state) => names[state]),
      ),
    })),
  };
  return {
    content: `${JSON.stringify(content, null, 2)}\n`,
    notes: leftOut(model, [
      'moves ruled out',
      'moves given',
      'states that are one',
      'names of states',
      'one-way options',
      'options of the status quo',
      'agreements',
    ]),
  };
}

/** States by rank, the best first. */
function rankingFrom(ranks: readonly number[]): number[][] {
  const places = new Map<number, number[]>();
  for (const [state, rank] of ranks.entries())
    places.set(rank, [...(places.get(rank) ?? []), state]);
  return [...places].sort(([a], [b]) => b - a).map(([, place]) => place);
}
