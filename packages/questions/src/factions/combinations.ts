/** An actor whose factions are several, and which of them the model assumes to prevail. */
export interface Divided {
  readonly id: string;
  readonly factions: readonly { readonly id: string }[];
  readonly prevails: string | null;
}

/** How many combinations the factions of these actors make, the one that is assumed among them. */
export function combinationCount(divided: readonly Divided[]): bigint {
  return divided.reduce((product, { factions }) => product * BigInt(factions.length), 1n);
}

/**
 * Every combination as the factions in it that are not those assumed, by actor; those of the fewest
 * first, so that the first is the one that is assumed. One at a time: there may be too many to be kept.
 */
export function* otherFactions(divided: readonly Divided[]): Generator<Map<string, string>> {
  for (let others = 0; others <= divided.length; others++) yield* withOthers(divided, 0, others);
}

/** Those in which so many of the actors from `from` on have another faction than the assumed. */
function* withOthers(
  divided: readonly Divided[],
  from: number,
  others: number,
): Generator<Map<string, string>> {
  if (others === 0) {
    yield new Map();
    return;
  }
  for (let k = from; k + others <= divided.length; k++) {
    const { id, factions, prevails } = divided[k];
    for (const faction of factions)
      if (faction.id !== prevails)
        for (const rest of withOthers(divided, k + 1, others - 1))
          yield new Map([[id, faction.id], ...rest]);
  }
}
