import type { ConflictModel } from '@standoff/model';

/**
 * Two options of the case to write examples with, as the text names them: the first of the actor where
 * it has one, the second of another actor where one has. Neutral names stand for what is not there.
 */
export function exampleOptions(
  { options }: ConflictModel,
  actor: string | null = null,
): readonly [string, string] {
  const own = options.filter(({ agreement }) => agreement === null);
  const first = own.find(({ owner }) => owner === actor) ?? own[0];
  const second =
    own.find(({ owner }) => owner !== first?.owner) ?? own.find((one) => one !== first);
  return [first?.id ?? 'Actor.option', second?.id ?? 'Other.option'];
}

/** An agreement as the text would have it, between actors of the case. */
export function exampleAgreement({ actors, options }: ConflictModel): string {
  const deciders = actors.filter(({ id }) => options.some(({ owner }) => owner === id));
  const [one = 'Actor', other = 'Other'] = deciders.map(({ id }) => id);
  return `agreement accord "An accord" between ${one}, ${other}`;
}

/** A promise as the text would have it, about options of the case. */
export function exampleCommitment(model: ConflictModel): string {
  const [one, other] = exampleOptions(model);
  return `promise ${one} when ${other}`;
}

/** How the text would say that the first actor is wrong about the second, and what each part says; null: there are no two. */
export function exampleMisperception({ actors }: ConflictModel): {
  readonly text: string;
  readonly parts: readonly (readonly [string, string])[];
} | null {
  const of = actors.find(({ options: own }) => own.length > 0);
  const by = actors.find((one) => one !== of);
  if (of === undefined || by === undefined) return null;
  const [first, last] = [of.options[0], of.options.at(-1)!].map((id) => id.slice(of.id.length + 1));
  const parts = [
    [`prefers { not ${first} }`, 'what it takes the other to want'],
    [`unaware of ${last}`, 'what it does not know can be done'],
    [`never ${first}`, 'what it takes for impossible'],
    ['because "what speaks for it"', 'why it is thought to be wrong'],
  ] as const;
  const [wants, unaware, never, because] = parts.map(([said]) => said);
  return {
    text: `${by.id} perceives ${of.id} { ${wants}  ${unaware}  ${never} } ${because}`,
    parts,
  };
}

/** Dates as the text has them: of a day, a month, a year. */
export const EXAMPLE_DATES = '2000-12-31, 2000-12 or 2000';
