import type { SuggestionKind } from '@standoff/evidence';

/** Every kind of suggestion, in the order in which they are told. Without the package, which would slow down every command. */
export const SUGGESTION_HEADINGS: Readonly<Record<SuggestionKind, string>> = {
  actor: 'Actors',
  event: 'Dates',
  demand: 'Demands',
  threat: 'Threats',
  promise: 'Promises',
  assurance: 'Assurances',
  option: 'What they could do',
  condition: 'Conditions',
  extreme: 'What matters most',
  attribution: 'Who says it',
  quantity: 'Quantities',
  modality: 'How sure',
};
