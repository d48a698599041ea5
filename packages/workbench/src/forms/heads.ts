import { RELATIONS } from '@standoff/language';
import { quoted, together } from '@standoff/language/edit';
import type { ConflictModel } from '@standoff/model';
import type { AgreementDraft, ConstraintDraft, Draft, PlaceDraft } from './drafts.js';

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
      return together(
        `scenario ${name}${said} = ${draft.holds}`,
        draft.merged ? 'as one state' : '',
      );
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
      return together(`chance ${name}${said}`, percentage(draft.probability));
    case 'consequence':
      return `when ${draft.when} then { ${draft.then} }`;
    case 'deadline':
      return together(`by ${draft.day}`, clause('unless', draft.unless), `then { ${draft.then} }`);
    case 'left-out':
      return `left out ${quoted(draft.text)}`;
    case 'graph':
      return `graph ${name}${said} of {${draft.places.map(placeWords).join(', ')}}`;
    case 'cannot-move':
    case 'can-move':
      return together(
        draft.actor,
        `${draft.kind === 'can-move' ? 'can' : 'cannot'} move from ${draft.from} to ${draft.to}`,
      );
    case 'commitment': {
      const named = together(name, said.trim());
      return together(
        draft.is,
        named === '' ? '' : `${named}:`,
        draft.content,
        clause('when', draft.when),
        clause('by', draft.by),
        clause('to', draft.to.join(', ')),
      );
    }
    case 'event':
      return together(
        `event ${draft.date}${said}`,
        draft.effects === '' ? '' : `{ ${draft.effects} }`,
        clause('signals', draft.signals),
      );
    case 'claim':
      return [
        together(`claim ${name}${said} ${draft.strength}`, clause('by', speaker(draft.by, actors))),
        ...draft.disputed.map((by) =>
          together('disputed', clause('by', speaker(by, [...actors, ...claims]))),
        ),
        ...(draft.causeOf === '' ? [] : [`cause of ${draft.causeOf}`]),
        ...draft.quantities.map(({ bound, value, unit }) =>
          together('quantity', bound === 'exactly' ? '' : bound, value, quoted(unit)),
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
      return together(`source ${name}${said}`, fields.length > 0 ? `{ ${fields.join(' ')} }` : '');
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
  return perhaps ? together('perhaps', percentage(probability), rule) : rule;
}

function agreementHead(
  name: string,
  { parties, flags, needs, always, terms, until, keptFrom }: AgreementDraft,
): string {
  const [by, ...to] = parties;
  return together(
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
  return together(
    `at least ${needs} of ${parties.join(', ')}`,
    clause('among them', always.join(', ')),
  );
}

function placeWords({ name, label, today }: PlaceDraft): string {
  return together(name, label === null ? '' : quoted(label), today);
}

function percentage(figure: string): string {
  return figure.trim() === '' ? '' : `${figure.replace('%', '').trim()} %`;
}

export function clause(word: string, value: string): string {
  return value.trim() === '' ? '' : `${word} ${value}`;
}

/** Who has an id is named by it, anybody else in words. */
function speaker(by: string, named: readonly { readonly id: string }[]): string {
  return by === '' || named.some(({ id }) => id === by) ? by : quoted(by);
}
