import { heading, item, list, paragraph, type Block, type ListItem } from '@standoff/document';
import { holdOf } from '@standoff/engine';
import type { Changes, PerceivedGame, PerceiveResult } from './answer.js';
import type { Concept } from '@standoff/situation';
import { figure, listed } from '../told/english.js';
import type { Words } from '../told/words.js';
import { exampleList } from './tell-mistakes.js';

/** What an actor's learning the truth would change; empty: it sees the truth. */
export function tellRevelation(words: Words, { revelation }: PerceivedGame): ListItem[] {
  if (!revelation) return [];
  const { verdicts, expected, hypergame, gained, lost } = revelation;
  const parts = [
    told(verdicts, 'where it would itself stay'),
    told(expected, 'what it expects to hold'),
    told(hypergame, 'what would hold in everybody’s eyes'),
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

/** What its mistake does to it today: the point of all of this; empty: nothing. */
export function mistakenToday({ revelation, now: seen }: PerceivedGame): string {
  const told = (revelation?.now ?? []).flatMap(({ before, after }, k) => {
    const unseen = seen[k].taken === null;
    if (!unseen && before.join() === after.join()) return [];
    return [
      `As it sees things, it ${unseen ? 'does not recognise what is today' : `would ${stays(before)} today`}; if it saw them as they are, it would ${stays(after)}.`,
    ];
  });
  return [...new Set(told)].join(' ');
}

function stays(concepts: readonly Concept[]): string {
  const hold = holdOf(concepts);
  return hold ? `stay ${hold.clause}` : 'leave';
}

/** "what it expects to hold: Nash +1 −2, SEQ −3"; null: no change. */
function told(changes: Changes, what: string): string | null {
  const parts = (Object.keys(changes) as Concept[]).flatMap((concept) => {
    const { gained, lost } = changes[concept];
    const figures = [
      gained > 0 ? `+${figure(gained)}` : '',
      lost > 0 ? `−${figure(lost)}` : '',
    ].filter(Boolean);
    return figures.length === 0 ? [] : [`${concept} ${figures.join(' ')}`];
  });
  return parts.length === 0 ? null : `${what}: ${parts.join(', ')}`;
}

/** What it changes that all actors know the pictures of the others, against that nobody does. */
export function tellLevel2(words: Words, { level2, equilibria }: PerceiveResult): Block[] {
  if (!level2) return [];
  const shifted = (Object.keys(equilibria) as Concept[]).filter(
    (concept) => level2.equilibria[concept] !== equilibria[concept].hypergame,
  );
  // Those to whom the same happens are told of together.
  const together = new Map<string, string[]>();
  for (const { actor, verdicts, expected, surprises } of level2.actors) {
    const wrong = (Object.keys(surprises) as Concept[]).some(
      (concept) => surprises[concept].leaves + surprises[concept].holds > 0,
    );
    const parts = [
      told(verdicts, 'where it would itself stay'),
      told(expected, 'what it expects to hold'),
    ].filter((part) => part !== null);
    const what = `${parts.length === 0 ? 'sees everything as before' : parts.join('; ')}; ${wrong ? 'is still mistaken about some states' : 'is mistaken about no state'}`;
    together.set(what, [...(together.get(what) ?? []), words.actor(actor)]);
  }
  return [
    heading('If everybody knew what the others are mistaken about'),
    paragraph(
      shifted.length === 0
        ? 'As many states would hold as before.'
        : `States that would hold: ${listed(shifted.map((concept) => `${figure(level2.equilibria[concept])} under ${concept} instead of ${figure(equilibria[concept].hypergame)}`))}.`,
    ),
    ...list([...together].map(([what, who]) => item([`${listed(who)}: ${what}.`]))),
  ];
}
