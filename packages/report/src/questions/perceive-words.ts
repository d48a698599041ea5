import {
  holdOf,
  type Attempt,
  type PerceivedCourse,
  type PerceivedGame,
  type PerceiveResult,
  type Unexpected,
} from '@standoff/analysis';
import { figure, listed } from '../english.js';
import type { Words } from '../words.js';

/** Whether, and how soon, what others have reason to do would surprise an actor. */
export function surpriseWords(courses: PerceiveResult['courses'], actor: string): string {
  const first = courses.flatMap(({ surprises }) =>
    surprises.flatMap((s) => (s.actor === actor && s.first ? [s.first.steps.length] : [])),
  );
  if (first.length === 0) return 'Nothing that the others have reason to do would surprise it.';
  const soonest = Math.min(...first);
  return soonest === 1
    ? 'What others have reason to do today would surprise it.'
    : `What others have reason to do would surprise it, at the soonest at step ${soonest}.`;
}

/** "to want, most important first: …", after "Takes Iraq". */
function wantingWords({
  form,
  statements,
}: NonNullable<PerceivedGame['pictures'][number]['preference']>): string {
  if (form !== 'statements')
    return `to have ${form === 'ranking' ? 'another ranking' : 'other weights'}`;
  return statements.length === 0
    ? 'to want nothing in particular'
    : `to want, most important first: ${statements.join('; ')}`;
}

/** "3 of the 5 steps that somebody has reason to take today", before "would surprise it". */
export function unexpectedToday(unexpected: number, steps: number): string {
  if (steps === 1) return 'The one step that anybody has reason to take today';
  return `${figure(unexpected)} of the ${figure(steps)} steps that somebody has reason to take today`;
}

/** "it wants: meet" as it stands in the middle of a sentence. */
export function becauseWords(text: string): string {
  return text.replace(/^it wants: (.*)$/s, 'it wants “$1”');
}

/** Why an actor did not expect a step: "it does not know that this can be done". */
export function unexpectedWords(words: Words, why: Unexpected, mover: string): string {
  switch (why.kind) {
    case 'unknown option':
      return why.unknown.length === 1
        ? 'it does not know that this can be done'
        : `it does not know of ${listed(why.unknown.map((id) => `“${words.option(id)}”`))}`;
    case 'thought impossible':
      return why.breaks.length > 0
        ? `it takes this for impossible: ${listed(why.breaks.map((text) => `“${text}”`))}`
        : 'it takes this for impossible';
    case 'not recognised':
      return 'it does not recognise the state in which this happens';
    case 'thought no gain':
      return why.because?.startsWith('it wants')
        ? `it takes ${words.actor(mover)} to want “${why.because.slice('it wants: '.length)}”`
        : `it takes ${words.actor(mover)} to gain nothing by it`;
  }
}

/** A step and the reason for it, as a sentence. */
export function attemptWords(words: Words, { step, because: why, possible }: Attempt): string {
  return `${words.step(step)}, because ${becauseWords(why)}${possible ? '' : ', or tries to: something it does not know of stands in the way'}.`;
}

function heldWords(hold: ReturnType<typeof holdOf>): string {
  return hold ? `hold ${hold.clause}` : 'hold nowhere';
}

/** What becomes of the present state, after "Today: ". */
export function todayWords({ concepts, standstill }: PerceivedCourse): string {
  const now = holdOf(concepts);
  if (now) return `could stay as it is, ${now.clause}`;
  const still = holdOf(standstill);
  return still
    ? `those who recognise it stay, ${still.clause}; the others do not know what to make of it`
    : 'somebody leaves it';
}

/** "Takes Iraq to want, most important first: …. Does not know that Iraq can “Attack”." */
export function pictureWords(words: Words, picture: PerceivedGame['pictures'][number]): string {
  const { of, preference, unawareOf, constraints } = picture;
  const parts = [
    preference === null ? '' : `Takes ${words.actor(of)} ${wantingWords(preference)}.`,
    unawareOf.length === 0
      ? ''
      : `Does not know that ${words.actor(of)} can ${listed(unawareOf.map((id) => `“${words.option(id)}”`))}.`,
    constraints.length === 0
      ? ''
      : `Believes, of ${words.actor(of)}: ${listed(constraints.map((text) => `“${text}”`))}.`,
  ].filter(Boolean);
  return parts.length === 0 ? `Sees ${words.actor(of)} as it is.` : parts.join(' ');
}

/** The present state in an actor's eyes, in sentences. */
export function nowWords(words: Words, now: PerceivedGame['now'][number]): string[] {
  const unseen =
    now.unseen.length === 0
      ? []
      : [
          `Does not see that today ${listed(now.unseen.map((id) => `“${words.option(id)}”`))} ${now.unseen.length === 1 ? 'is' : 'are'} taken.`,
        ];
  if (now.taken === null)
    return [
      ...unseen,
      `Does not recognise the present state: it contradicts ${listed(now.contradicts.map((text) => `“${text}”`))}. So it has no reason to move, and no expectation, until its picture changes.`,
    ];
  const hold = holdOf(now.expected);
  return [
    ...unseen,
    hold
      ? `Expects that things could stay as they are, ${hold.clause}.`
      : 'Expects that things do not stay as they are.',
  ];
}

/** The scenarios that an actor judges otherwise than they come out, by what it is mistaken about. */
export function misjudgedScenarios(
  scenarios: PerceivedGame['scenarios'],
): { readonly what: string; readonly labels: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  const say = (what: string, label: string): void => {
    groups.set(what, [...(groups.get(what) ?? []), label]);
  };
  for (const { label, expected, hypergame, expectedReach, reached } of scenarios) {
    if (expectedReach !== reached)
      say(
        reached
          ? 'Sees no way there from today, though steps that others have reason to take lead there'
          : 'Sees a way there from today that others have no reason to take',
        label,
      );
    const own = holdOf(expected);
    const all = holdOf(hypergame);
    if (own?.title === all?.title) continue;
    say(
      `Expected by it to ${heldWords(own)}; where each acts by its own game, it would ${heldWords(all)}`,
      label,
    );
  }
  return [...groups].map(([what, labels]) => ({ what, labels }));
}
