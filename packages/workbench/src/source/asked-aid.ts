import type { SuggestionsShown } from './use-suggestions.js';

let asked: SuggestionsShown = 'none';

/** Has the suggestions of the reading aid shown with the next text: a new situation is begun with them. */
export function askForAid(): void {
  asked = 'open';
}

/** What is shown of them at first, where nobody has chosen yet. */
export function askedAid(): SuggestionsShown {
  const now = asked;
  asked = 'none';
  return now;
}
