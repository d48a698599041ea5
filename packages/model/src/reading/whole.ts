import { wrongDate } from '../dates.js';
import type { ConflictModel, Grounded } from '../model.js';
import { optionsIn } from '../options-in.js';
import type { OptionId } from '../proposition.js';
import { at, ModelFault, shown } from './fault.js';
import { expectPreferences } from './preferences.js';
import { Ids } from './ids.js';

/**
 * What the compiler of the language sees to and a schema cannot say: that names are names, each has one
 * meaning, what is referred to is there, and that elements agree with one another.
 * @throws ModelFault
 */
export function expectWhole(model: ConflictModel): void {
  const ids = new Ids(model);
  expectActors(model, ids);
  expectAgreements(model, ids);
  expectPreferences(model, ids);
  expectOutcomes(model, ids);
  expectCommitments(model, ids);
  expectPerceptions(model, ids);
  expectHappenings(model, ids);
  expectGrounds(model, ids);
  expectDates(model);
}

function expectActors({ actors, options }: ConflictModel, ids: Ids): void {
  let next = 0;
  for (const [a, { id, options: own, factions, prevails }] of actors.entries()) {
    const path = at('actors', a);
    for (const [k, option] of own.entries()) {
      ids.expect('option', option, at(at(path, 'options'), k));
      if (options[next]?.id !== option)
        throw new ModelFault(
          at(at('options', next), 'id'),
          `${shown(option)}: options stand actor by actor, as in actors[].options`,
          shown(options[next]?.id),
        );
      const { owner, name } = options[next];
      if (owner !== id)
        throw new ModelFault(at(at('options', next), 'owner'), shown(id), shown(owner));
      if (option !== `${owner}.${name}`)
        throw new ModelFault(at(at('options', next), 'id'), `${owner}.${name}`, shown(option));
      next += 1;
    }
    const names = factions.map((faction) => faction.id);
    if (prevails === null ? names.length > 0 : !names.includes(prevails))
      throw new ModelFault(
        at(path, 'prevails'),
        names.length === 0 ? 'null, where there are no factions' : `one of ${names.join(', ')}`,
        shown(prevails),
      );
  }
  while (options[next]?.chance !== undefined || options[next]?.inGraph) next += 1;
  if (next < options.length)
    throw new ModelFault(at('options', next), 'no more options than actors have');
}

function expectAgreements({ agreements, options }: ConflictModel, ids: Ids): void {
  const consents = new Map<OptionId, string>();
  const acting = new Map<string, string>();
  for (const [k, agreement] of agreements.entries()) {
    const { id, parties, consents: written, needs, always = [], actOf } = agreement;
    const path = at('agreements', k);
    ids.expectAll('actor', parties, at(path, 'parties'));
    const other = always.find((one) => !parties.includes(one));
    if (other !== undefined)
      throw new ModelFault(at(path, 'always'), `some of ${parties.join(', ')}`, shown(other));
    if (always.length > 0 && needs === undefined)
      throw new ModelFault(at(path, 'always'), 'nothing, where it takes all of them anyway');
    if (actOf !== undefined) {
      ids.expect('actor', actOf, at(path, 'actOf'));
      const quorum = `${needs ?? parties.length} of ${parties.join(', ')} with ${always.join(', ')}`;
      if ((acting.get(actOf) ?? quorum) !== quorum)
        throw new ModelFault(path, `as ${actOf} acts elsewhere: ${acting.get(actOf)}`, quorum);
      acting.set(actOf, quorum);
    }
    if (parties.length < 2) throw new ModelFault(at(path, 'parties'), 'two parties at least');
    const due = parties.map((party) => `${party}.${id}`);
    if (written.join() !== due.join())
      throw new ModelFault(at(path, 'consents'), due.join(', '), written.join(', '));
    ids.expectAll('option', written, at(path, 'consents'));
    for (const consent of written) consents.set(consent, id);
  }
  for (const [k, { id, agreement }] of options.entries())
    if (agreement !== (consents.get(id) ?? null))
      throw new ModelFault(
        at(at('options', k), 'agreement'),
        shown(consents.get(id) ?? null),
        shown(agreement),
      );
}

function expectOutcomes(model: ConflictModel, ids: Ids): void {
  ids.expectUnique('constraints', model.constraints);
  ids.expectUnique('disallowed', model.disallowed);
  for (const [k, { must }] of model.constraints.entries())
    ids.expectProposition(must, at(at('constraints', k), 'must'));
  for (const [k, { actor, from, to }] of model.disallowed.entries()) {
    const path = at('disallowed', k);
    ids.expect('actor', actor, at(path, 'actor'));
    ids.expectProposition(from, at(path, 'from'));
    ids.expectProposition(to, at(path, 'to'));
  }
  ids.expectUnique('allowed', model.allowed ?? []);
  for (const [k, { actor, from, to }] of (model.allowed ?? []).entries()) {
    const path = at('allowed', k);
    ids.expect('actor', actor, at(path, 'actor'));
    ids.expectProposition(from, at(path, 'from'));
    ids.expectProposition(to, at(path, 'to'));
  }
  for (const [k, { unless, then }] of (model.deadlines ?? []).entries()) {
    const path = at('deadlines', k);
    if (unless !== null) ids.expectProposition(unless, at(path, 'unless'));
    const taken = then.map(({ option }) => option);
    ids.expectAll('option', taken, at(path, 'then'));
  }
  for (const [k, { when, then }] of (model.consequences ?? []).entries()) {
    const path = at('consequences', k);
    ids.expectProposition(when, at(path, 'when'));
    const taken = then.map(({ option }) => option);
    ids.expectAll('option', taken, at(path, 'then'));
  }
  for (const [k, { holds }] of model.scenarios.entries())
    ids.expectProposition(holds, at(at('scenarios', k), 'holds'));
  ids.expectNoCircle();
  for (const [k, { taken }] of model.states.entries())
    ids.expectAll('option', taken, at(at('states', k), 'taken'));
  for (const [k, { actor, scenario }] of model.extremes.entries()) {
    ids.expect('actor', actor, at(at('extremes', k), 'actor'));
    ids.expect('scenario', scenario, at(at('extremes', k), 'scenario'));
  }
}

function expectCommitments(model: ConflictModel, ids: Ids): void {
  for (const [k, { kind, by, to, content, when }] of model.commitments.entries()) {
    const path = at('commitments', k);
    ids.expect('actor', by, at(path, 'by'));
    ids.expectAll('actor', to, at(path, 'to'));
    ids.expectProposition(content, at(path, 'content'));
    if (when !== null) ids.expectProposition(when, at(path, 'when'));
    if (to.includes(by))
      throw new ModelFault(at(path, 'to'), 'others than who makes it', shown(by));
    const owners = new Set(
      [...optionsIn(content, model)].map((id) => id.slice(0, id.indexOf('.'))),
    );
    const idle = (kind === 'demand' ? to : [by]).find((actor) => !owners.has(actor));
    if (owners.size > 0 && idle !== undefined)
      throw new ModelFault(at(path, 'content'), `an option of ${idle}`, [...owners].join(', '));
  }
}

function expectPerceptions({ perceptions }: ConflictModel, ids: Ids): void {
  for (const [k, { actor, of, unawareOf, constraints }] of perceptions.entries()) {
    const path = at('perceptions', k);
    ids.expect('actor', actor, at(path, 'actor'));
    ids.expect('actor', of, at(path, 'of'));
    if (actor === of) throw new ModelFault(at(path, 'of'), 'another actor', shown(of));
    ids.expectAll('option', unawareOf, at(path, 'unawareOf'));
    const other = unawareOf.find((id) => !id.startsWith(`${of}.`));
    if (other !== undefined)
      throw new ModelFault(at(path, 'unawareOf'), `options of ${of}`, shown(other));
    ids.expectUnique(at(path, 'constraints'), constraints);
    for (const [c, { must }] of constraints.entries())
      ids.expectProposition(must, at(at(at(path, 'constraints'), c), 'must'));
  }
}

function expectHappenings({ claims, relations, events }: ConflictModel, ids: Ids): void {
  for (const [k, { causeOf }] of claims.entries())
    if (causeOf !== null) ids.expectProposition(causeOf, at(at('claims', k), 'causeOf'));
  for (const [k, { from, to }] of relations.entries()) {
    ids.expect('actor', from, at(at('relations', k), 'from'));
    ids.expect('actor', to, at(at('relations', k), 'to'));
  }
  ids.expectUnique('events', events);
  for (const [k, { effects, signals }] of events.entries()) {
    const path = at('events', k);
    ids.expectAll(
      'option',
      effects.map(({ option }) => option),
      at(path, 'effects'),
    );
    if (signals !== null) ids.expectProposition(signals, at(path, 'signals'));
  }
}

/** Every element, however deep, that may rest on something. */
function expectGrounds(model: ConflictModel, ids: Ids): void {
  const waiting: [unknown, string][] = [[model, '']];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, path] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (isGrounded(value)) expectEvidence(value, path, ids);
    const parts: [string | number, unknown][] = Array.isArray(value)
      ? [...(value as unknown[]).entries()]
      : Object.entries(value);
    for (const [key, part] of parts) waiting.push([part, at(path, key)]);
  }
}

const isGrounded = (value: object): value is Grounded => 'restsOn' in value && 'evidence' in value;

function expectEvidence({ evidence, restsOn }: Grounded, path: string, ids: Ids): void {
  for (const [k, { source, paragraphs }] of evidence.entries()) {
    const place = at(at(path, 'evidence'), k);
    ids.expect('source', source, at(place, 'source'));
    if (paragraphs !== null && paragraphs.to < paragraphs.from)
      throw new ModelFault(
        at(at(place, 'paragraphs'), 'to'),
        `at least ${paragraphs.from}`,
        shown(paragraphs.to),
      );
  }
  for (const [k, claim] of restsOn.entries())
    ids.expect('claim', claim, at(at(path, 'restsOn'), k));
}

function expectDates({ situation, sources, events, options, deadlines = [] }: ConflictModel): void {
  const dates: [string | null, string][] = [
    [situation.asOf, 'situation.asOf'],
    ...sources.flatMap(({ published, accessed }, k): [string | null, string][] => [
      [published, at(at('sources', k), 'published')],
      [accessed, at(at('sources', k), 'accessed')],
    ]),
    ...events.map(({ date }, k): [string, string] => [date, at(at('events', k), 'date')]),
    ...deadlines.map(({ by }, k): [string, string] => [by, at(at('deadlines', k), 'by')]),
    ...options.flatMap(({ window }, k): [string | null, string][] => {
      const path = at(at('options', k), 'window');
      return window === undefined
        ? []
        : [
            [window.from, at(path, 'from')],
            [window.until, at(path, 'until')],
          ];
    }),
  ];
  for (const [date, path] of dates) {
    const wrong = date === null ? null : wrongDate(date);
    if (wrong !== null) throw new ModelFault(path, `a date of the calendar: ${wrong}`);
  }
}
