import type {
  ConflictModel,
  Constraint,
  DisallowedTransition,
  Option,
  OptionId,
  Proposition,
} from '@standoff/model';

/** What keeps a history: an option of the model that stands for "was once given up", with its rules. */
export interface History {
  readonly option: Option;
  readonly constraint: Constraint;
  readonly disallowed: readonly DisallowedTransition[];
}

/**
 * The history of an option that is not taken today and cannot be taken up again once it was given up: to
 * give it up is to take the option of its history, which cannot be undone; nothing else takes that.
 *
 * @param taken the names of its owner's options
 */
export function historyOf(option: Option, taken: ReadonlySet<string>): History {
  const { id, owner, evidence, because, restsOn, at } = option;
  const grounds = { evidence, because, restsOn, at };
  let name = `${option.name}GivenUp`;
  while (taken.has(name)) name += '_';
  const past: OptionId = `${owner}.${name}`;
  const is = (of: OptionId): Proposition => ({ op: 'option', id: of });
  const not = (arg: Proposition): Proposition => ({ op: 'not', arg });
  const both = (...args: Proposition[]): Proposition => ({ op: 'and', args });
  const barred = (k: number, from: Proposition, to: Proposition): DisallowedTransition => ({
    id: `history-of-${id}-${k}`,
    actor: owner,
    from,
    to,
    historyOf: id,
    ...grounds,
  });
  return {
    option: {
      ...option,
      id: past,
      name,
      label: `${option.label} (given up for good)`,
      direction: 'forward',
      initially: 'open',
      historyOf: id,
    },
    constraint: {
      id: `history-of-${id}`,
      kind: 'never',
      must: not(both(is(id), is(past))),
      text: `never ${id} and ${past}`,
      historyOf: id,
      ...grounds,
    },
    disallowed: [
      barred(1, is(id), both(not(is(id)), not(is(past)))),
      barred(2, both(not(is(id)), not(is(past))), is(past)),
    ],
  };
}

/** The model with events that end an option giving it up for good, where it has a history. */
export function withHistories(model: ConflictModel, histories: readonly History[]): ConflictModel {
  if (histories.length === 0) return model;
  const past = new Map(histories.map(({ option }) => [option.historyOf!, option.id]));
  return {
    ...model,
    constraints: [...model.constraints, ...histories.map(({ constraint }) => constraint)],
    disallowed: [...model.disallowed, ...histories.flatMap(({ disallowed }) => disallowed)],
    events: model.events.map((event) => ({
      ...event,
      effects: [
        ...event.effects,
        ...event.effects.flatMap(({ option, taken }) => {
          const given = past.get(option);
          return given === undefined || taken ? [] : [{ option: given, taken: true }];
        }),
      ],
    })),
  };
}

/** The model as it is written: what stands for a history is a word of its option there. */
export function withoutHistories(model: ConflictModel): ConflictModel {
  const past = new Set(model.options.flatMap((one) => (one.historyOf === undefined ? [] : one.id)));
  if (past.size === 0) return model;
  const once = new Set(model.options.map(({ historyOf: of }) => of));
  return {
    ...model,
    options: model.options
      .filter(({ id }) => !past.has(id))
      .map((one) => (once.has(one.id) ? { ...one, direction: 'back' } : one)),
    constraints: model.constraints.filter(({ historyOf: of }) => of === undefined),
    actors: model.actors.map((actor) => ({
      ...actor,
      options: actor.options.filter((id) => !past.has(id)),
    })),
    disallowed: model.disallowed.filter(({ historyOf: of }) => of === undefined),
    events: model.events.map((event) => ({
      ...event,
      effects: event.effects.filter(({ option }) => !past.has(option)),
    })),
  };
}
