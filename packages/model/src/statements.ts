import type { Preference, PreferenceItem, PreferenceStatement } from './preference.js';

/** The statements of an item: itself, or those of its group. */
export function statementsOfItem(item: PreferenceItem): readonly PreferenceStatement[] {
  return item.item === 'statement' ? [item] : item.statements;
}

/** All statements of a preference, those of groups too, most important first; of another form it has none. */
export function statementsOf(preference: Preference | null): readonly PreferenceStatement[] {
  return preference?.form === 'statements' ? preference.items.flatMap(statementsOfItem) : [];
}
