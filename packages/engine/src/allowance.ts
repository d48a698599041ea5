/**
 * What a search may still use, shared by all that take part in it and counted down: below 0 it is used
 * up. Steps and not seconds, so that the same is found on every machine; some ten million take a second.
 */
export interface Allowance {
  /** Moves gone through, models looked at, places of rankings. */
  steps: number;
  bytes: number;
}

export function isUsedUp({ steps, bytes }: Allowance): boolean {
  return steps < 0 || bytes < 0;
}
