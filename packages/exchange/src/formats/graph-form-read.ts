import { MOST_IN_GRAPH } from '@standoff/model';
import type { ExchangeNote, Read, ReadOptions } from '../format.js';
import { JsonValue } from '../json-value.js';
import { rankingOfPairs } from './graph-form-pairs.js';
import { modelOfMoves, modelOfOptions, type FileState, type Places } from './graph-form-model.js';

const MOST_STATES = 2_000;

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
    return modelOfMoves(called, names, states.list, given, rankings, now);
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
  return modelOfOptions(called, makers, names, states.list, rankings, now, notes);
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
function movesOf(file: JsonValue, maker: JsonValue, name: string, states: States): Places | null {
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
function rankingOf(file: JsonValue, maker: JsonValue, name: string, states: States): Places | null {
  const ranking =
    maker.optional('ranking') ??
    file.optional('preferences')?.optional(name)?.optional('ranking') ??
    null;
  const own = file.optional('preferences')?.optional(name) ?? null;
  const pairs =
    maker.optional('prefers') ?? (own?.isList ? null : (own?.optional('prefers') ?? null));
  if ((ranking === null || ranking.value === null) && pairs !== null)
    return rankingOfPairs(pairs, {
      place: (value) => states.place(value),
      names: states.list.map(({ key }) => key),
    });
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
