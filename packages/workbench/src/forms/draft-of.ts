import { SOURCE_FIELDS } from '@standoff/language';
import { together, type Written } from '@standoff/language/edit';
import type { ConflictModel } from '@standoff/model';
import type { ConstraintDraft, Draft, PlaceDraft } from './drafts.js';
import type { Entry, Kind } from './entries.js';
import { clause } from './heads.js';

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
        date: together(part('about'), part('date'), clause('to', part('until'))),
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

/** Where a field stands among those of a source, for the order in which the author has them. */
function placeOf(field: string, fields: string): number {
  return ` ${fields.replace(/"(\\.|[^"\\])*"/g, (text) => text.replace(/\w/g, '.'))}`.indexOf(
    ` ${field} `,
  );
}

function listIn(words: string): string[] {
  return words
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}
