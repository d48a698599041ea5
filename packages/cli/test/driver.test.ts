import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMANDS } from './driver/arguments.js';
import { Driver, driveOf } from './driver/drive.js';

/** How many random situations each command is run on; `STANDOFF_MODELS=1000` for a long run. */
const MODELS = Number(process.env.STANDOFF_MODELS ?? 8);

const driver = new Driver();
afterAll(() => {
  driver.close();
});

// The seed is one for all, so that each is run on the same situations.
describe(`every command on ${MODELS} random situations, with options right and wrong`, () => {
  it.each(COMMANDS.map((callable) => [callable.name, callable] as const))(
    '%s',
    async (_, callable) => {
      await fc.assert(
        fc.asyncProperty(driveOf(callable), async (drive) => {
          expect(await driver.faults(callable, drive)).toEqual([]);
        }),
        { numRuns: MODELS },
      );
    },
    3_600_000,
  );
});
