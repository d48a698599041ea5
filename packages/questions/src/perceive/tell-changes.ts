import { heading, item, list, paragraph, type Block, type ListItem } from '@standoff/document';
import type { Changes, PerceivedGame, PerceiveResult } from './answer.js';
import { STANDARDS, type Concept } from '@standoff/situation';
import { figure, listed } from '../told/english.js';
import type { Words } from '../told/words.js';
import { exampleList } from './tell-mistakes.js';

/** What an actor's learning the truth would change; empty: it sees the truth. */
export function tellRevelation(
  words: Words,
  { revelation }: PerceivedGame,
  concept: Concept,
): ListItem[] {
  if (!revelation) return [];
  const { verdicts, expected, hypergame, gained, lost } = revelation;
  const parts = [
    told(verdicts, concept, 'where it would itself stay'),
    told(expected, concept, 'what it expects to hold'),
    told(hypergame, concept, 'what would hold in everybody’s eyes'),
  ].filter((part) => part !== null);
  if (parts.length === 0) return [item(['If it learned the truth, nothing of this would change.'])];
  const states = [
    { what: 'For instance this would then hold:', examples: gained },
    { what: 'For instance this would then no longer hold:', examples: lost },
  ].filter(({ examples }) => examples.length > 0);
  return [
    item(
      [`If it learned the truth (states more and fewer): ${parts.join('; ')}.`],
      list(states.map(({ what, examples }) => item([what], exampleList(words, examples)))),
    ),
  ];
}

/** "what it expects to hold: +1 −2"; null: no change. */
function told(changes: Changes, concept: Concept, what: string): string | null {
  const { gained, lost } = changes[concept];
  const figures = [
    gained > 0 ? `+${figure(gained)}` : '',
    lost > 0 ? `−${figure(lost)}` : '',
  ].filter(Boolean);
  return figures.length === 0 ? null : `${what}: ${figures.join(' ')}`;
}

/** What it changes that all actors know the pictures of the others, against that nobody does. */
export function tellLevel2(
  words: Words,
  { level2, equilibria, standard }: PerceiveResult,
): Block[] {
  if (!level2) return [];
  const { concept } = STANDARDS[standard];
  const [after, before] = [level2.equilibria[concept], equilibria[concept].hypergame];
  // Those to whom the same happens are told of together.
  const together = new Map<string, string[]>();
  for (const { actor, verdicts, expected, surprises } of level2.actors) {
    const wrong = surprises[concept].leaves + surprises[concept].holds > 0;
    const parts = [
      told(verdicts, concept, 'where it would itself stay'),
      told(expected, concept, 'what it expects to hold'),
    ].filter((part) => part !== null);
    const what = `${parts.length === 0 ? 'sees everything as before' : parts.join('; ')}; ${wrong ? 'is still mistaken about some states' : 'is mistaken about no state'}`;
    together.set(what, [...(together.get(what) ?? []), words.actor(actor)]);
  }
  return [
    heading('If everybody knew what the others are mistaken about'),
    paragraph(
      after === before
        ? 'As many states would hold as before.'
        : `States that would hold: ${figure(after)} instead of ${figure(before)}.`,
    ),
    ...list([...together].map(([what, who]) => item([`${listed(who)}: ${what}.`]))),
  ];
}
