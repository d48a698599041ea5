import { at, ModelFault, type ConflictModel } from '@standoff/model';
import type { ExchangeNote, Read, ReadOptions } from '../format.js';
import { JsonValue } from '../json-value.js';
import { listed } from '../listed.js';
import { withoutStatusQuo } from '../no-status-quo.js';
import { modelOf, type Outline, type OutlineDecider } from '../outline.js';
import { partition, type Literal, type Pattern } from '../pattern.js';

/** More options are no model of GMCR+, which lists all states. */
const MOST_OPTIONS = 1_000;

const DIRECTIONS = { both: 'both', fwd: 'forward', back: 'back' } as const;

/** A file of GMCR+, in the form of any of its versions. */
export function readGmcr(text: string, { title }: ReadOptions): Read {
  const file = JsonValue.parse(text);
  const notes: ExchangeNote[] = [];
  const given = file.field('options').items();
  if (given.length > MOST_OPTIONS)
    throw new ModelFault('options', `at most ${MOST_OPTIONS} options`, String(given.length));
  const conditionOf = conditionReader(given.length);
  const never = [
    ...distinct(
      (file.optional('infeasibles')?.items() ?? []).flatMap((one) =>
        conditionOf(one).map((pattern) => expectSome(pattern, one)),
      ),
    ),
  ];
  const { options, note } = withoutStatusQuo(
    given.map((option, k) => ({
      name: option.field('name').text() || `Option ${k + 1}`,
      direction:
        DIRECTIONS[option.optional('permittedDirection')?.oneOf('both', 'fwd', 'back') ?? 'both'],
    })),
    never,
  );
  const makers = file.field('decisionMakers').items();
  const deciders = makers.map((maker, k): OutlineDecider => ({
    name: maker.field('name').text() || `Decision maker ${k + 1}`,
    options: maker
      .field('options')
      .items()
      .map((option) => option.whole(0, given.length - 1, 'the number of an option')),
    preference: { form: 'none' },
    unseen: (maker.optional('misperceptions')?.items() ?? []).flatMap((one) =>
      conditionOf(one).map((pattern) => expectSome(pattern, one)),
    ),
  }));
  const outline: Outline = {
    title,
    options,
    never,
    states: [],
    deciders: withOwners(deciders, options, notes),
  };
  const manual = isManual(file, makers);
  const bare = modelOf(outline);
  const places = manual ? placesOf(outline, bare, makers) : null;
  notes.push(note, ...notesOf(file, makers, deciders, manual));
  return {
    model: modelOf({
      ...outline,
      deciders: outline.deciders.map((decider, k) => {
        // An actor that stands for what nobody owns.
        if (k >= makers.length) return decider;
        if (places !== null)
          return { ...decider, preference: { form: 'ranking', places: places[k] } };
        const wishes = makers[k].optional('preferences')?.items() ?? [];
        const wants = distinct(wishes.map(conditionOf));
        return { ...decider, preference: { form: 'statements', wants } };
      }),
    }),
    notes,
  };
}

/** GMCR+ takes a condition that stands in a list already no second time. */
function distinct<T>(list: readonly T[]): T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}

/** Reads a condition, `[[0, "Y"], [2, "N"]]`, or a compound of several of which one has to hold. */
function conditionReader(options: number): (value: JsonValue) => Pattern[] {
  const simple = (value: JsonValue): Pattern => {
    const literals = value.items().map((pair): Literal => {
      const parts = pair.items();
      if (parts.length !== 2) throw pair.fault('an option and "Y" or "N"');
      return {
        option: parts[0].whole(0, options - 1, 'the number of an option'),
        taken: parts[1].oneOf('Y', 'N') === 'Y',
      };
    });
    const twice = literals.find(
      ({ option }, k) => literals.findIndex((other) => other.option === option) < k,
    );
    if (twice) throw new ModelFault(value.path, 'each option once', `option ${twice.option} twice`);
    return literals;
  };
  return (value) => {
    if (value.isList) return [simple(value)];
    const members = value.field('members').items();
    if (members.length === 0) throw value.field('members').fault('one condition at least');
    return members.map(simple);
  };
}

function expectSome(pattern: Pattern, { path }: JsonValue): Pattern {
  if (pattern.length === 0) throw new ModelFault(path, 'an option at least', 'none');
  return pattern;
}

/** Each option with one owner: the first that claims it, or an actor that can do nothing. */
function withOwners(
  deciders: readonly OutlineDecider[],
  options: Outline['options'],
  notes: ExchangeNote[],
): OutlineDecider[] {
  const owner = new Map<number, string>();
  const owned = deciders.map((decider, k) => ({
    ...decider,
    options: decider.options.filter((option) => {
      const first = owner.get(option);
      if (first === undefined) owner.set(option, decider.name);
      else
        notes.push({
          place: at(at('decisionMakers', k), 'options'),
          message: `The option "${options[option].name}" is common to several: it is left to ${first} alone, so that moves of ${decider.name} are missing`,
        });
      return first === undefined;
    }),
  }));
  const left = [...options.keys()].filter((option) => !owner.has(option));
  if (left.length === 0) return owned;
  notes.push({
    place: 'decisionMakers',
    message: `No decision maker has ${left.map((option) => `"${options[option].name}"`).join(', ')}: an actor called Nobody has, and can change none of them`,
  });
  return [
    ...owned,
    {
      name: 'Nobody',
      options: left,
      preference: { form: 'none' },
      fixed: true,
    },
  ];
}

/** Whether the rankings made by hand are in use: as the file says, else where nothing else is there. */
function isManual(file: JsonValue, makers: readonly JsonValue[]): boolean {
  const flag =
    file.optional('useManualPreferenceRanking') ?? file.optional('useManualPreferenceVectors');
  if (flag !== null) return flag.flag();
  return (
    makers.some((maker) => rankingIn(maker) !== null) &&
    makers.every((maker) => (maker.optional('preferences')?.items() ?? []).length === 0)
  );
}

const rankingIn = (maker: JsonValue): JsonValue | null =>
  maker.optional('preferenceRanking') ?? maker.optional('preferenceVector');

/** By decision maker the places of its ranking, of which the states are numbered from 1 in the order of the file's options. */
function placesOf(
  outline: Outline,
  bare: ConflictModel,
  makers: readonly JsonValue[],
): Pattern[][][] {
  const order = outline.deciders.flatMap(({ options }) => options);
  const states = [...listed(bare).space.codes]
    .map((code) => order.reduce((own, option, k) => own | (((code >>> k) & 1) << option), 0) >>> 0)
    .sort((a, b) => a - b);
  const options = [...outline.options.keys()];
  return makers.map((maker) => {
    const ranking = rankingIn(maker);
    if (ranking === null) throw new ModelFault(maker.path, 'a field preferenceRanking', 'none');
    const seen = new Map<number, string>();
    const cells = ranking.items().map((cell) =>
      (cell.isList ? cell.items() : [cell]).map((item) => {
        const number = item.whole(1, states.length, 'the number of a state');
        const first = seen.get(number);
        if (first !== undefined)
          throw new ModelFault(item.path, 'each state once', `${number}, as in ${first}`);
        seen.set(number, item.path);
        return states[number - 1];
      }),
    );
    const missing = states.findIndex((_, k) => !seen.has(k + 1));
    if (missing >= 0)
      throw new ModelFault(
        ranking.path,
        `all ${states.length} states`,
        `none with the number ${missing + 1}`,
      );
    return cells
      .filter((cell) => cell.length > 0)
      .map((cell) => {
        const here = new Set(cell);
        return partition(
          cell,
          states.filter((state) => !here.has(state)),
          options,
        );
      });
  });
}

/** What is in the file and not in the model. */
function notesOf(
  file: JsonValue,
  makers: readonly JsonValue[],
  deciders: readonly OutlineDecider[],
  manual: boolean,
): ExchangeNote[] {
  const notes: ExchangeNote[] = [];
  if (manual) {
    const unused = makers.find(
      (maker) => (maker.optional('preferences')?.items() ?? []).length > 0,
    );
    if (unused)
      notes.push({
        place: at(unused.path, 'preferences'),
        message: 'The rankings made by hand are in use: the preference statements are left out',
      });
  } else {
    const unused = makers.find((maker) => rankingIn(maker) !== null);
    if (unused)
      notes.push({
        place: rankingIn(unused)!.path,
        message: 'The preference statements are in use: the rankings are worked out from them anew',
      });
  }
  deciders.forEach(({ name, unseen = [] }, k) => {
    if (unseen.length > 0)
      notes.push({
        place: at(at('decisionMakers', k), 'misperceptions'),
        message: `${name} cannot move to or from states that it misperceives, as GMCR+ reads it; what it believes instead can be said with \`perceives\``,
      });
  });
  const coalitions = file.optional('coalitions');
  const blocks = (coalitions?.items() ?? []).map((block) =>
    (block.isList ? block.items() : [block]).map(
      (member) => deciders[member.whole(0, deciders.length - 1, 'the number of a decision maker')],
    ),
  );
  if (blocks.some((members) => members.length > 1))
    notes.push({
      place: coalitions!.path,
      message: `Coalitions are no part of a situation: to ask for those of the file, ${blocks.map((members) => members.map(({ name }) => name).join(' + ')).join(', ')}, use analyse --coalitions`,
    });
  if (makers.length > 2)
    notes.push({
      place: null,
      message:
        'GMCR+ lets each opponent answer at most once: its verdicts are those of --opponents once',
    });
  return notes;
}
