import { quoted, type Written } from '@standoff/language/edit';
import type { ConflictModel } from '@standoff/model';
import type { Entry, Kind } from './entries.js';

/** What stands in the fields of a form about an element, label and name apart. */
export type Draft =
  | { readonly kind: 'scenario'; readonly holds: string }
  | { readonly kind: 'state'; readonly taken: string }
  | {
      readonly kind: 'extreme';
      readonly which: 'worst' | 'best';
      readonly actor: string;
      readonly scenario: string;
    }
  | {
      readonly kind: 'agreement';
      readonly parties: readonly string[];
      readonly flags: string;
      /** What is said besides and has no field, as written. */
      readonly beside: {
        readonly needs: string;
        readonly terms: string | null;
        readonly until: string;
        readonly keptFrom: string;
      };
    }
  | ConstraintDraft
  | {
      readonly kind: 'cannot-move';
      /** Empty inside the braces of the actor. */
      readonly actor: string;
      readonly from: string;
      readonly to: string;
    }
  | CommitmentDraft
  | {
      readonly kind: 'event';
      readonly date: string;
      readonly effects: string;
      readonly signals: string;
    }
  | ClaimDraft
  | {
      readonly kind: 'relation';
      readonly from: string;
      /** As the author writes it: one of RELATIONS, or other words. */
      readonly is: string;
      readonly to: string;
    }
  | SourceDraft;

export interface ConstraintDraft {
  readonly kind: 'constraint';
  /** count: "at most one of { … }", written in `left`. */
  readonly form: 'never' | 'always' | 'requires' | 'count';
  readonly left: string;
  /** What `left` requires. */
  readonly right: string;
}

export interface CommitmentDraft {
  readonly kind: 'commitment';
  readonly is: ConflictModel['commitments'][number]['kind'];
  readonly content: string;
  readonly when: string;
  /** Empty: whoever has the options. */
  readonly by: string;
  readonly to: readonly string[];
}

export interface ClaimDraft {
  readonly kind: 'claim';
  readonly strength: ConflictModel['claims'][number]['strength'];
  /** An actor's id or a name in words; empty: nobody in particular. */
  readonly by: string;
  /** By whom or by which claim it is disputed; empty: not said. */
  readonly disputed: readonly string[];
  readonly causeOf: string;
  readonly quantities: readonly QuantityDraft[];
}

export interface QuantityDraft {
  readonly bound: 'over' | 'under' | 'about' | 'exactly';
  readonly value: string;
  readonly unit: string;
}

export const SOURCE_FIELDS = [
  'author',
  'published',
  'accessed',
  'publisher',
  'url',
  'doi',
  'kind',
  'note',
] as const;

export interface SourceDraft {
  readonly kind: 'source';
  readonly fields: Readonly<Partial<Record<(typeof SOURCE_FIELDS)[number], string>>>;
}

/** The words of the language for how one actor stands to another. */
export const RELATIONS = [
  'allied with',
  'rival of',
  'hostile to',
  'depends on',
  'protects',
  'part of',
] as const;

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
      return { kind, holds: part('holds') };
    case 'state':
      return { kind, taken: part('taken') };
    case 'extreme': {
      const one = model.extremes[numbered];
      return one ? { kind, which: one.kind, actor: one.actor, scenario: one.scenario } : null;
    }
    case 'agreement':
      return {
        kind,
        parties: listIn(part('parties').replace(/ to /, ', ')),
        flags: part('flags'),
        beside: {
          needs: part('needs'),
          terms: parts['offered'] === undefined ? null : part('terms'),
          until: part('until'),
          keptFrom: part('keptFrom'),
        },
      };
    case 'constraint': {
      const is = part('kind');
      const form = is === '' ? 'count' : (is as ConstraintDraft['form']);
      return { kind, form, left: part('left'), right: part('right') };
    }
    case 'cannot-move':
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
      return { kind, holds: '' };
    case 'state':
      return { kind, taken: '' };
    case 'extreme':
      return { kind, which: 'worst', actor: first, scenario: model.scenarios[0]?.id ?? '' };
    case 'agreement':
      return {
        kind,
        parties: [first, second].filter(Boolean),
        flags: '',
        beside: { needs: '', terms: null, until: '', keptFrom: '' },
      };
    case 'constraint':
      return { kind, form: 'never', left: '', right: '' };
    case 'cannot-move':
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
      return `scenario ${name}${said} = ${draft.holds}`;
    case 'state':
      return `state ${name}${said} = { ${draft.taken} }`;
    case 'extreme':
      return `${draft.which} for ${draft.actor} is ${draft.scenario}`;
    case 'agreement':
      return agreementHead(`${name}${said}`, draft);
    case 'constraint':
      if (draft.form === 'requires') return `${draft.left} requires ${draft.right}`;
      return draft.form === 'count' ? draft.left : `${draft.form} ${draft.left}`;
    case 'cannot-move':
      return joined(draft.actor, `cannot move from ${draft.from} to ${draft.to}`);
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

function agreementHead(
  name: string,
  { parties, flags, beside }: Draft & { readonly kind: 'agreement' },
): string {
  const { needs, terms, until, keptFrom } = beside;
  const [by, ...to] = parties;
  return joined(
    terms === null
      ? `agreement ${name} between${needs === '' ? '' : ` at least ${needs} of`} ${parties.join(', ')}`
      : `offer ${name} by ${by} to ${to.join(', ')}: { ${terms} }`,
    clause('until', until),
    flags,
    clause('kept from', keptFrom),
  );
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
