import { RELATIONS, SOURCE_FIELDS } from '@standoff/language';
import { quoted, type Written } from '@standoff/language/edit';
import type { ConflictModel } from '@standoff/model';
import type { AgreementDraft, ConstraintDraft, Draft, PlaceDraft } from './drafts.js';
import type { Entry, Kind } from './entries.js';

/** What the text says of an element, as the fields of its form; null: it has none (an actor). */
export function draftOf(
  model: ConflictModel,
  { kind, id }: Pick<Entry, 'kind' | 'id'>,
  { parts }: Written,
): Draft | null {
  const part = (name: string): string => parts[name] ?? '';
  const numbered = Number(/-(\d+)$/.exec(id)?.[1] ?? 0) - 1;
  switch (kind) {
    case 'actor':
      return null;
    case 'scenario':
      return { kind, holds: part('holds'), merged: parts['merged'] !== undefined };
    case 'state':
      return { kind, taken: part('taken') };
    case 'extreme': {
      const one = model.extremes[numbered];
      return one ? { kind, which: one.kind, actor: one.actor, scenario: one.scenario } : null;
    }
    case 'agreement':
    case 'offer':
      return {
        kind: 'agreement',
        parties: listIn(part('parties').replace(/ to /, ', ')),
        flags: part('flags'),
        needs: part('needs'),
        always: listIn(part('among').replace(/^among them /, '')),
        terms: parts['offered'] === undefined ? null : part('terms'),
        until: part('until'),
        keptFrom: listIn(part('keptFrom')),
      };
    case 'choice':
      return { kind, atMost: parts['atMost'] !== undefined, options: part('options') };
    case 'chance':
      return { kind, probability: part('probability') };
    case 'consequence':
      return { kind, when: part('when'), then: part('then') };
    case 'deadline':
      return { kind, day: part('day'), unless: part('unless'), then: part('then') };
    case 'left-out': {
      const one = (model.leftOut ?? [])[numbered];
      return one ? { kind, text: one.text } : null;
    }
    case 'constraint': {
      const is = part('kind');
      const form = is === '' ? 'count' : (is as ConstraintDraft['form']);
      return {
        kind,
        perhaps: parts['perhaps'] !== undefined,
        probability: part('probability'),
        form,
        left: part('left'),
        right: part('right'),
      };
    }
    case 'graph':
      return { kind, places: placesIn(part('options')) };
    case 'cannot-move':
    case 'can-move':
      return { kind, actor: part('actor'), from: part('from'), to: part('to') };
    case 'commitment': {
      const one = model.commitments.find((c) => c.id === id);
      if (!one) return null;
      const to = parts['to'] === undefined ? [] : one.to;
      return {
        kind,
        is: one.kind,
        content: part('content'),
        when: part('when'),
        by: part('by'),
        to,
      };
    }
    case 'event':
      return {
        kind,
        date: joined(part('about'), part('date'), clause('to', part('until'))),
        effects: part('effects'),
        signals: part('signals'),
      };
    case 'claim': {
      const one = model.claims.find((c) => c.id === id);
      if (!one) return null;
      return {
        kind,
        strength: one.strength,
        by: one.by ?? '',
        disputed: one.disputed.map(({ by }) => by ?? ''),
        causeOf: part('causeOf'),
        quantities: one.quantities.map(({ bound, value, upTo, unit }) => ({
          bound: bound ?? 'exactly',
          value: upTo === undefined ? String(value) : `${value} to ${upTo}`,
          unit,
        })),
      };
    }
    case 'relation': {
      const one = model.relations[numbered];
      return one ? { kind, from: one.from, is: one.kind, to: one.to } : null;
    }
    case 'source': {
      const one = model.sources.find((s) => s.id === id);
      if (!one) return null;
      return {
        kind,
        fields: Object.fromEntries(
          SOURCE_FIELDS.flatMap((name) =>
            one[name] === null ? [] : [[name, one[name]] as const],
          ).sort(([a], [b]) => placeOf(a, part('fields')) - placeOf(b, part('fields'))),
        ),
      };
    }
  }
}

/** A draft of a new element. */
export function blankDraft(model: ConflictModel, kind: Exclude<Kind, 'actor'>): Draft {
  const [first = '', second = first] = model.actors.map(({ id }) => id);
  switch (kind) {
    case 'scenario':
      return { kind, holds: '', merged: false };
    case 'state':
      return { kind, taken: '' };
    case 'extreme':
      return { kind, which: 'worst', actor: first, scenario: model.scenarios[0]?.id ?? '' };
    case 'agreement':
    case 'offer':
      return {
        kind: 'agreement',
        parties: [first, second].filter(Boolean),
        flags: '',
        needs: '',
        always: [],
        terms: kind === 'offer' ? '' : null,
        until: '',
        keptFrom: [],
      };
    case 'choice':
      return { kind, atMost: false, options: '' };
    case 'chance':
      return { kind, probability: '' };
    case 'consequence':
      return { kind, when: '', then: '' };
    case 'deadline':
      return { kind, day: model.situation.asOf ?? '', unless: '', then: '' };
    case 'left-out':
      return { kind, text: '' };
    case 'constraint':
      return { kind, perhaps: false, probability: '', form: 'never', left: '', right: '' };
    case 'graph':
      return {
        kind,
        places: [1, 2].map(() => ({ name: '', label: null, today: '' })),
      };
    case 'cannot-move':
    case 'can-move':
      return { kind, actor: first, from: '', to: '' };
    case 'commitment':
      return { kind, is: 'promise', content: '', when: '', by: '', to: [] };
    case 'event':
      return { kind, date: model.situation.asOf ?? '', effects: '', signals: '' };
    case 'claim':
      return { kind, strength: 'stated', by: '', disputed: [], causeOf: '', quantities: [] };
    case 'relation':
      return { kind, from: first, is: 'allied with', to: second };
    case 'source':
      return { kind, fields: {} };
  }
}

/**
 * The words of an element without its grounds, as `setHead` and `insertElement` take them.
 *
 * @param label null: none is written
 */
export function headOf(
  draft: Draft,
  name: string,
  label: string | null,
  { actors, claims }: Pick<ConflictModel, 'actors' | 'claims'>,
): string {
  const said = label === null ? '' : ` ${quoted(label)}`;
  switch (draft.kind) {
    case 'scenario':
      return joined(`scenario ${name}${said} = ${draft.holds}`, draft.merged ? 'as one state' : '');
    case 'state':
      return `state ${name}${said} = { ${draft.taken} }`;
    case 'extreme':
      return `${draft.which} for ${draft.actor} is ${draft.scenario}`;
    case 'agreement':
      return agreementHead(`${name}${said}`, draft);
    case 'constraint':
      return constraintHead(draft);
    case 'choice':
      return `choice ${name}${said} ${draft.atMost ? 'at most ' : ''}one of {${draft.options}}`;
    case 'chance':
      return joined(`chance ${name}${said}`, percentage(draft.probability));
    case 'consequence':
      return `when ${draft.when} then { ${draft.then} }`;
    case 'deadline':
      return joined(`by ${draft.day}`, clause('unless', draft.unless), `then { ${draft.then} }`);
    case 'left-out':
      return `left out ${quoted(draft.text)}`;
    case 'graph':
      return `graph ${name}${said} of {${draft.places.map(placeWords).join(', ')}}`;
    case 'cannot-move':
    case 'can-move':
      return joined(
        draft.actor,
        `${draft.kind === 'can-move' ? 'can' : 'cannot'} move from ${draft.from} to ${draft.to}`,
      );
    case 'commitment': {
      const named = joined(name, said.trim());
      return joined(
        draft.is,
        named === '' ? '' : `${named}:`,
        draft.content,
        clause('when', draft.when),
        clause('by', draft.by),
        clause('to', draft.to.join(', ')),
      );
    }
    case 'event':
      return joined(
        `event ${draft.date}${said}`,
        draft.effects === '' ? '' : `{ ${draft.effects} }`,
        clause('signals', draft.signals),
      );
    case 'claim':
      return [
        joined(`claim ${name}${said} ${draft.strength}`, clause('by', speaker(draft.by, actors))),
        ...draft.disputed.map((by) =>
          joined('disputed', clause('by', speaker(by, [...actors, ...claims]))),
        ),
        ...(draft.causeOf === '' ? [] : [`cause of ${draft.causeOf}`]),
        ...draft.quantities.map(({ bound, value, unit }) =>
          joined('quantity', bound === 'exactly' ? '' : bound, value, quoted(unit)),
        ),
      ].join(', ');
    case 'relation': {
      const kind = (RELATIONS as readonly string[]).includes(draft.is)
        ? draft.is
        : quoted(draft.is);
      return `relation ${draft.from} ${kind} ${draft.to}`;
    }
    case 'source': {
      const fields = Object.entries(draft.fields).flatMap(([key, value]) => {
        if (value === '') return [];
        return `${key} ${key === 'published' || key === 'accessed' ? value : quoted(value)}`;
      });
      return joined(`source ${name}${said}`, fields.length > 0 ? `{ ${fields.join(' ')} }` : '');
    }
  }
}

function constraintHead({ perhaps, probability, form, left, right }: ConstraintDraft): string {
  const rule = {
    requires: `${left} requires ${right}`,
    count: left,
    never: `never ${left}`,
    always: `always ${left}`,
  }[form];
  return perhaps ? joined('perhaps', percentage(probability), rule) : rule;
}

function agreementHead(
  name: string,
  { parties, flags, needs, always, terms, until, keptFrom }: AgreementDraft,
): string {
  const [by, ...to] = parties;
  return joined(
    terms === null
      ? `agreement ${name} between ${quorumWords({ parties, needs, always })}`
      : `offer ${name} by ${by} to ${to.join(', ')}: { ${terms} }`,
    clause('until', until),
    flags,
    clause('kept from', keptFrom.join(', ')),
  );
}

/** How many of them it takes, and who has to be among them. */
export function quorumWords({
  parties,
  needs,
  always,
}: Pick<AgreementDraft, 'parties' | 'needs' | 'always'>): string {
  if (needs.trim() === '') return parties.join(', ');
  return joined(
    `at least ${needs} of ${parties.join(', ')}`,
    clause('among them', always.join(', ')),
  );
}

function placeWords({ name, label, today }: PlaceDraft): string {
  return joined(name, label === null ? '' : quoted(label), today);
}

/** The states of a graph as they stand in its braces, grounds apart. */
function placesIn(words: string): PlaceDraft[] {
  return [...words.matchAll(/([^\s,"]+)(?:\s*("(?:\\.|[^"\\])*"))?\s*([a-z]*)\s*(?:,|$)/gu)].map(
    ([, name, label, today]) => ({
      name,
      label: label === undefined ? null : label.slice(1, -1).replace(/\\(.)/g, '$1'),
      today: today as PlaceDraft['today'],
    }),
  );
}

function percentage(figure: string): string {
  return figure.trim() === '' ? '' : `${figure.replace('%', '').trim()} %`;
}

/** Where a field stands among those of a source, for the order in which the author has them. */
function placeOf(field: string, fields: string): number {
  return ` ${fields.replace(/"(\\.|[^"\\])*"/g, (text) => text.replace(/\w/g, '.'))}`.indexOf(
    ` ${field} `,
  );
}

function joined(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}

function clause(word: string, value: string): string {
  return value.trim() === '' ? '' : `${word} ${value}`;
}

/** Who has an id is named by it, anybody else in words. */
function speaker(by: string, named: readonly { readonly id: string }[]): string {
  return by === '' || named.some(({ id }) => id === by) ? by : quoted(by);
}

function listIn(words: string): string[] {
  return words
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}
