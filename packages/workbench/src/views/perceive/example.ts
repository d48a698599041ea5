import type { ConflictModel } from '@standoff/model';

/** How the text would say that the first actor is wrong about the second; null: there are no two. */
export function misperceptionExample({ actors, options }: ConflictModel): string | null {
  const of = actors.find(({ options: own }) => own.length > 0);
  const by = actors.find((one) => one !== of);
  if (of === undefined || by === undefined) return null;
  const [first, last] = [of.options[0], of.options.at(-1)!].map((id) =>
    options.find((one) => one.id === id)!.id.slice(of.id.length + 1),
  );
  const lines = [
    [`prefers { not ${first} }`, 'what it takes the other to want'],
    [`unaware of ${last}`, 'what it does not know can be done'],
    [`never ${first}`, 'what it takes for impossible'],
  ] as const;
  const width = Math.max(...lines.map(([said]) => said.length));
  return [
    `${by.id} perceives ${of.id} {`,
    ...lines.map(([said, meaning]) => `  ${said.padEnd(width)}  # ${meaning}`),
    `}  because "why it is thought to be wrong"`,
  ].join('\n');
}
