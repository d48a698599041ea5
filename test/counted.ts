import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, afterEach, expect } from 'vitest';

// What a run comes to, one line a file of tests, in the file that is named here; `npm test` adds it up.
// `cpu` is the processor time of the worker in seconds: a machine that has other things to do tells
// little by the clock.
const counts = process.env['STANDOFF_COUNTS'];
if (counts !== undefined) {
  let expectations = 0;
  let examples = 0;
  const before = process.cpuUsage();
  fc.installGlobalPlugin(
    fc.beforeEach(() => {
      examples += 1;
    }),
  );
  afterEach(() => {
    expectations += expect.getState().assertionCalls;
  });
  afterAll(() => {
    const { user, system } = process.cpuUsage(before);
    const line = {
      file: expect.getState().testPath,
      expectations,
      examples,
      cpu: (user + system) / 1e6,
    };
    appendFileSync(counts, `${JSON.stringify(line)}\n`);
  });
}
