import {
  holdOf,
  type Changes,
  type Concept,
  type PerceivedGame,
  type PerceiveResult,
  type StateShown,
} from '@standoff/analysis';
import { figure, listed } from '../english.js';
import type { Page } from '@standoff/document';
import type { Words } from '../words.js';

/** A state by its number, its label and its difference from today. */
export function shown(words: Words, { name, taken }: StateShown): string {
  if (name.added.length + name.dropped.length === 0) return `#${name.decimal}, today’s state`;
  return `#${name.decimal} ${words.short(name)}${words.against(name, taken)}`;
}

/** What an actor's learning the truth would change, in sentences; empty: it sees the truth. */
export function revelationWords({ revelation, now: seen }: PerceivedGame): string[] {
  if (!revelation) return [];
  const { verdicts, expected, hypergame, now } = revelation;
  const parts = [
    told(verdicts, 'where it would itself stay'),
    told(expected, 'what it expects to hold'),
    told(hypergame, 'what would hold in everybody’s eyes'),
  ].filter((part) => part !== null);
  if (parts.length === 0) return ['If it learned the truth, nothing of this would change.'];
  return [
    `If it learned the truth (states more and fewer): ${parts.join('; ')}.`,
    ...now.flatMap(({ before, after }, k) => {
      const unseen = seen[k].taken === null;
      return unseen || before.join() !== after.join()
        ? [
            `Today it would then ${stays(after)}; as it sees things, it ${unseen ? 'does not recognise what is' : `would ${stays(before)}`}.`,
          ]
        : [];
    }),
  ];
}

/** The same, with examples. */
export function revelationLines(page: Page, words: Words, actor: PerceivedGame): void {
  const [first, ...others] = revelationWords(actor);
  if (first === undefined) return;
  page.line(first, { indent: 2, hang: 2 });
  for (const sentence of others) page.line(sentence, { indent: 4, hang: 2 });
  const { gained = [], lost = [] } = actor.revelation ?? {};
  for (const [what, states] of [
    ['For instance this would then hold', gained],
    ['For instance this would then no longer hold', lost],
  ] as const)
    if (states.length > 0) {
      const { state, concepts } = states[0];
      page.line(`${what} (${concepts.join(' ')}): ${shown(words, state)}`, { indent: 4, hang: 2 });
    }
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
export function level2Lines(page: Page, words: Words, result: PerceiveResult): void {
  if (!result.level2) return;
  page.heading('If everybody knew what the others are mistaken about');
  const [lead, ...actors] = level2Words(words, result);
  page.line(lead, { indent: 2 });
  for (const sentence of actors) page.line(sentence, { indent: 2, hang: 2 });
}

/** The same in sentences; empty where the second level was not asked for. */
export function level2Words(words: Words, { level2, equilibria }: PerceiveResult): string[] {
  if (!level2) return [];
  const shifted = (Object.keys(equilibria) as Concept[]).filter(
    (concept) => level2.equilibria[concept] !== equilibria[concept].hypergame,
  );
  const lead =
    shifted.length === 0
      ? 'As many states would hold as before.'
      : `States that would hold: ${listed(shifted.map((concept) => `${figure(level2.equilibria[concept])} under ${concept} instead of ${figure(equilibria[concept].hypergame)}`))}.`;
  const rows = level2.actors.map(({ actor, verdicts, expected, surprises }) => {
    const wrong = (Object.keys(surprises) as Concept[]).some(
      (concept) => surprises[concept].leaves + surprises[concept].holds > 0,
    );
    const parts = [
      told(verdicts, 'where it would itself stay'),
      told(expected, 'what it expects to hold'),
    ].filter((part) => part !== null);
    return [
      words.actor(actor),
      `${parts.length === 0 ? 'sees everything as before' : parts.join('; ')}; ${wrong ? 'is still mistaken about some states' : 'is mistaken about no state'}`,
    ] as const;
  });
  // Those to whom the same happens are told of together.
  const together = new Map<string, string[]>();
  for (const [who, what] of rows) together.set(what, [...(together.get(what) ?? []), who]);
  return [lead, ...[...together].map(([what, who]) => `${listed(who)}: ${what}.`)];
}
