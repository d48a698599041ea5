/** Whether all is to be run: what takes long and is held by something quicker too is left out as a rule. */
export const THOROUGH = process.env['STANDOFF_THOROUGH'] === '1';

/**
 * Some of many, and all of them in a thorough run. What one file leaves out another takes: those with the
 * same `every` and another `from`.
 */
export function sampled<T>(all: readonly T[], every: number, from = 0): readonly T[] {
  return THOROUGH ? all : all.filter((_, k) => k % every === from % every);
}
