import type {
  Actor,
  ConflictModel,
  OptionId,
  OptionLiteral,
  Perception,
  Preference,
  PreferenceItem,
  PreferenceStatement,
  Proposition,
} from '@standoff/model';

/**
 * The actor's pictures of others, and of those who keep an agreement from it; those of itself (the
 * language refuses them) and of a faction that does not prevail left out.
 */
export function picturesOf(model: ConflictModel, actorId: string): Perception[] {
  const prevails = model.actors.find(({ id }) => id === actorId)?.prevails;
  const kept = model.agreements
    .filter(({ keptFrom = [] }) => keptFrom.includes(actorId))
    .flatMap(({ parties, consents, evidence, because, restsOn, at }) =>
      parties.map((of, k): Perception => ({
        actor: actorId,
        of,
        preference: { form: 'none' },
        unawareOf: [consents[k]],
        constraints: [],
        evidence,
        because,
        restsOn,
        at,
      })),
    );
  const own = model.perceptions.filter(
    ({ actor, of, faction }) =>
      actor === actorId && of !== actorId && (faction === undefined || faction === prevails),
  );
  return [...own, ...kept];
}

/**
 * The actor's own game (theory 8.1, G_i): the situation as that actor takes it to be. What it wants
 * itself stays; of each actor it has a picture of,
 * - the pictured preference, if one is stated, takes the place of the real one, factions included;
 * - the options it is unaware of are left out: whatever is said of them is read as if they were not
 *   taken, an agreement that needs one of them never holds, and a named state that has one is gone;
 * - the constraints it believes in are added to the real ones.
 * Of two pictures of one actor both apply, and the later preference. The pictures that the actor has
 * are used up; those of the others stay, so that `modelAsSeenBy(modelAsSeenBy(m, i), j)` is the game
 * that i takes j to play, where i knows of j's pictures.
 *
 * An actor without pictures gets the very model it is asked of.
 */
export function modelAsSeenBy(model: ConflictModel, actorId: string): ConflictModel {
  const pictures = picturesOf(model, actorId);
  if (pictures.length === 0) return model;
  const pictured = new Map(
    pictures.flatMap(({ of, preference }) =>
      preference.form === 'none' ? [] : [[of, preference] as const],
    ),
  );
  const edited: ConflictModel = {
    ...model,
    actors: model.actors.map((actor) => {
      const preference = pictured.get(actor.id);
      return preference ? { ...actor, preference, factions: [], prevails: null } : actor;
    }),
    constraints: [...model.constraints, ...pictures.flatMap(({ constraints }) => constraints)],
    perceptions: model.perceptions.filter(({ actor }) => actor !== actorId),
  };
  return withoutOptions(edited, new Set(pictures.flatMap(({ unawareOf }) => unawareOf)));
}

/** Every actor's own game; for those without pictures the very model. */
export function modelsAsSeen(model: ConflictModel): Map<string, ConflictModel> {
  return new Map(model.actors.map(({ id }) => [id, modelAsSeenBy(model, id)]));
}

/** The model of somebody to whom these options do not exist. */
function withoutOptions(model: ConflictModel, unknown: ReadonlySet<OptionId>): ConflictModel {
  if (unknown.size === 0) return model;
  const known = (id: OptionId): boolean => !unknown.has(id);
  const lost = lostWith(model, unknown);
  const read = readerWithout(lost, unknown);
  return {
    ...model,
    actors: model.actors.map((actor) => actorRead(actor, known, read)),
    options: model.options.filter(({ id }) => known(id)),
    agreements: model.agreements
      .filter(({ id }) => !lost.has(id))
      .map((one) => ({
        ...one,
        ...(one.offer === undefined
          ? {}
          : {
              offer: { ...one.offer, terms: one.offer.terms.filter(({ option }) => known(option)) },
            }),
      })),
    states: model.states.filter(({ taken }) => taken.every(known)),
    constraints: model.constraints.map((c) => ({ ...c, must: read(c.must) })),
    disallowed: model.disallowed.map((d) => ({ ...d, from: read(d.from), to: read(d.to) })),
    ...(model.allowed === undefined
      ? {}
      : { allowed: model.allowed.map((d) => ({ ...d, from: read(d.from), to: read(d.to) })) }),
    ...(model.consequences === undefined
      ? {}
      : {
          consequences: followingRead(model.consequences, known, (c) => ({
            ...c,
            when: read(c.when),
          })),
        }),
    ...(model.deadlines === undefined
      ? {}
      : {
          deadlines: followingRead(model.deadlines, known, (d) => ({
            ...d,
            unless: d.unless && read(d.unless),
          })),
        }),
    scenarios: model.scenarios.map((s) => ({ ...s, holds: read(s.holds) })),
    commitments: model.commitments.map((c) => ({
      ...c,
      content: read(c.content),
      when: c.when && read(c.when),
    })),
    perceptions: model.perceptions.map((p) => ({
      ...p,
      preference: preferenceRead(p.preference, read),
      unawareOf: p.unawareOf.filter(known),
      constraints: p.constraints.map((c) => ({ ...c, must: read(c.must) })),
    })),
    claims: model.claims.map((c) => ({ ...c, causeOf: c.causeOf && read(c.causeOf) })),
    events: model.events.map((e) => ({
      ...e,
      effects: e.effects.filter(({ option }) => known(option)),
      signals: e.signals && read(e.signals),
    })),
  };
}

type Read = (p: Proposition) => Proposition;

/** What follows by itself, as far as it comes to known options; gone where nothing known follows. */
function followingRead<T extends { readonly then: readonly OptionLiteral[] }>(
  following: readonly T[],
  known: (id: OptionId) => boolean,
  conditionRead: (one: T) => T,
): T[] {
  return following.flatMap((one) => {
    const then = one.then.filter(({ option }) => known(option));
    return then.length === 0 ? [] : [conditionRead({ ...one, then })];
  });
}

/** Ids of the agreements and named states that there are not where these options are unknown. */
function lostWith(
  { agreements, states }: ConflictModel,
  unknown: ReadonlySet<OptionId>,
): ReadonlySet<string> {
  const isUnknown = (id: OptionId): boolean => unknown.has(id);
  return new Set(
    [
      ...agreements.filter(
        ({ consents, offer }) =>
          consents.some(isUnknown) ||
          offer?.terms.some(({ option, taken }) => taken && isUnknown(option)),
      ),
      ...states.filter(({ taken }) => taken.some(isUnknown)),
    ].map(({ id }) => id),
  );
}

/** Propositions with the unknown options read as not taken. */
function readerWithout(never: ReadonlySet<string>, unknown: ReadonlySet<OptionId>): Read {
  const read: Read = (p) => {
    switch (p.op) {
      case 'option':
        return unknown.has(p.id) ? FALSE : p;
      case 'agreement':
      case 'state':
        return never.has(p.id) ? FALSE : p;
      case 'not':
        return { ...p, arg: read(p.arg) };
      case 'implies':
        return { ...p, antecedent: read(p.antecedent), consequent: read(p.consequent) };
      case 'and':
      case 'or':
      case 'xor':
      case 'iff':
      case 'count':
        return { ...p, args: p.args.map(read) };
      default:
        return p;
    }
  };
  return read;
}

const FALSE: Proposition = { op: 'constant', value: false };

function actorRead(actor: Actor, known: (id: OptionId) => boolean, read: Read): Actor {
  return {
    ...actor,
    options: actor.options.filter(known),
    preference: preferenceRead(actor.preference, read),
    factions: actor.factions.map((faction) => ({
      ...faction,
      preference: faction.preference && preferenceRead(faction.preference, read),
    })),
  };
}

function preferenceRead(preference: Preference, read: Read): Preference {
  const statement = <T extends PreferenceStatement>(s: T): T => ({ ...s, wants: read(s.wants) });
  switch (preference.form) {
    case 'none':
      return preference;
    case 'statements':
      return {
        ...preference,
        items: preference.items.map((item): PreferenceItem =>
          item.item === 'statement'
            ? statement(item)
            : { ...item, statements: item.statements.map(statement) },
        ),
      };
    case 'ranking':
      return {
        ...preference,
        cells: preference.cells.map((cell) => ({ ...cell, any: cell.any.map(read) })),
      };
    case 'weights':
      return {
        ...preference,
        weights: preference.weights.map((weight) => ({ ...weight, of: read(weight.of) })),
      };
  }
}
