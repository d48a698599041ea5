import { isFirm, type AnalysisResult } from '@standoff/analysis';
import { lasting } from '../analysis/standing.js';
import { counted } from '../english.js';
import { type Page, references } from '@standoff/document';
import type { Words } from '../words.js';

/** Today's state, who could do better by a move of its own, and whether things stay as they are. */
export function standingBrief(page: Page, words: Words, result: AnalysisResult): void {
  const { statusQuo, actors, concepts, scenarios } = result;
  const { taken, stability, improvements, kinds } = statusQuo;
  page.heading('Where things stand');
  const phrases = words.taken(taken);
  const within = scenarios.filter(({ id }) => statusQuo.scenarios.includes(id));
  page.line(
    `${phrases.length === 0 ? 'No option is taken.' : `Taken: ${phrases.join('; ')}.`}${within.length > 0 ? ` This is ${within.map(({ label }) => `“${label}”`).join(', also ')}.` : ''}`,
    { indent: 2, margin: references(words.evidence(taken)) },
  );
  const alternatives = (result.statusQuoAlternatives ?? []).length;
  if (alternatives > 1)
    page.line(
      `What is known leaves ${counted(alternatives, 'state')} in which things may stand; this is the one with the fewest options taken.`,
      { indent: 2 },
    );
  const makers = actors.filter(({ kind }) => kind === 'decision maker').map(({ id }) => id);
  const tempted = makers.filter((id) => improvements.some(({ actor }) => actor === id));
  for (const id of tempted) {
    const [best] = improvements.filter(({ actor }) => actor === id);
    const firm = isFirm(stability[id]);
    page.line(
      `${page.style.strong(words.actor(id))} could do better (it ${words.deed(best.takes, best.drops)})${
        kinds[id] === 'unstable'
          ? ', and nothing keeps it from that'
          : firm
            ? ', but the others would answer in their own interest'
            : ', but the others could answer, at any price to themselves'
      }.`,
      { indent: 2, hang: 2, margin: references(words.evidence([...best.takes, ...best.drops])) },
    );
  }
  const rest = makers.filter((id) => !tempted.includes(id));
  if (rest.length > 0 && tempted.length > 0)
    page.line(
      `${words.actors(rest)} ${rest.length === 1 ? 'has' : 'have'} no better move. ${lasting(concepts, actors, stability)}`,
      { indent: 2 },
    );
  else page.line(lasting(concepts, actors, stability), { indent: 2 });
}
