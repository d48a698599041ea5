import type { EditResult } from '@standoff/language';
import type { Draft } from './drafts.js';

/** What has to be said yet for a draft to be an element, as the end of "Not done: "; null: nothing. */
export function missingIn(draft: Draft): string | null {
  const said = (...values: readonly string[]): boolean =>
    values.every((value) => value.trim() !== '');
  switch (draft.kind) {
    case 'scenario':
      return said(draft.holds) ? null : 'it is not said where it holds';
    case 'extreme':
      return said(draft.actor, draft.scenario) ? null : 'an actor and a scenario are needed first';
    case 'agreement':
      if (draft.parties.length < 2) return 'an agreement has two parties or more';
      return draft.terms === null || said(draft.terms) ? null : 'it is not said what is offered';
    case 'choice':
      return said(draft.options) ? null : 'it is not said what there is to choose from';
    case 'consequence':
      if (!said(draft.when)) return 'it is not said when it follows';
      return said(draft.then) ? null : 'it is not said what follows';
    case 'deadline':
      if (!said(draft.day)) return 'it needs a date';
      return said(draft.then) ? null : 'it is not said what is so from then on';
    case 'left-out':
      return said(draft.text) ? null : 'it is not said what is left out';
    case 'constraint':
      if (!said(draft.left)) return 'it is not said what is restricted';
      return draft.form !== 'requires' || said(draft.right)
        ? null
        : 'it is not said what is required';
    case 'graph':
      if (draft.places.length < 2) return 'a graph has two states or more';
      return draft.places.every(({ name }) => said(name)) ? null : 'a state of it needs a name';
    case 'cannot-move':
    case 'can-move':
      return said(draft.from, draft.to) ? null : 'it is not said from where to where';
    case 'commitment':
      if (!said(draft.content))
        return draft.is === 'demand'
          ? 'it is not said what is demanded'
          : 'it is not said what would be done';
      return draft.is === 'demand' && !said(draft.by) ? 'it is not said who demands it' : null;
    case 'event':
      return said(draft.date) ? null : 'it needs a date';
    case 'claim':
      return draft.quantities.every(({ value }) => said(value))
        ? null
        : 'a quantity needs a figure';
    case 'relation':
      return said(draft.from, draft.is, draft.to) ? null : 'it is not said how two actors stand';
    case 'state':
    case 'chance':
    case 'source':
      return null;
  }
}

/** The same edit, refused where something has to be said yet. */
export function whole(
  missing: string | null,
  edit: (text: string) => EditResult,
): (text: string) => EditResult {
  if (missing === null) return edit;
  return () => ({ ok: false, refusal: { code: 'ill-written', message: missing } });
}
