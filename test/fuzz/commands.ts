import fc from 'fast-check';
import { COMMANDS } from '../../packages/cli/test/driver/arguments.js';
import { Driver, driveOf } from '../../packages/cli/test/driver/drive.js';
import { expectThat, target, type Target } from './target.js';

/** Any command on a random situation; `packages/cli/test/driver.test.ts` tries them all in turn. */
export function commands(): Target {
  let driver: Driver | undefined;
  return target('commands', {
    runs: 40,
    input: fc
      .constantFrom(...COMMANDS)
      .chain((callable) => driveOf(callable).map((drive) => ({ name: callable.name, drive }))),
    async check({ name, drive }) {
      driver ??= new Driver();
      const faults = await driver.faults(
        COMMANDS.find((one) => one.name === name)!,
        drive,
      );
      expectThat(faults.length === 0, faults.join('\n'));
    },
    close: () => Promise.resolve(driver?.close()),
  });
}
