/**
 * Some of many, in a run like any other; all of them with STANDOFF_THOROUGH=1. What one file leaves out
 * another takes: those with the same `every` and another `from`.
 */
export function sampled<T>(all: readonly T[], every: number, from = 0): readonly T[] {
  return process.env['STANDOFF_THOROUGH'] === '1'
    ? all
    : all.filter((_, k) => k % every === from % every);
}
