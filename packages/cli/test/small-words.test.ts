import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { call } from './in-process.js';

let place: string;
beforeAll(() => {
  place = mkdtempSync(path.join(tmpdir(), 'standoff-words-'));
});
afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

async function told(text: string, ...args: readonly string[]): Promise<string> {
  writeFileSync(path.join(place, 'a.standoff'), `situation "t"\n${text}`);
  return (await call([args[0], 'a.standoff', ...args.slice(1)], { cwd: place })).stdout;
}

it('a commitment to nobody in particular has no addressee', async () => {
  const text =
    'actor A "Ann" { option o "Open" prefers { o } }\nactor B { option p "Pay" prefers { p } }\nthreat A.o when B.p\n';
  expect(await told(text, 'commitments')).toContain('  Ann: “Open”, when “Pay”.');
  expect(await told(text, 'report', '--format', 'markdown', '--out', '-')).toContain(
    'Ann: “Open”, when “Pay”.',
  );
});

it('what is certain, or certainly not, is not said to be open', async () => {
  const carried = async (statements: string): Promise<string> =>
    told(`actor A { option a option b prefers { ${statements} } }\n`, 'check');
  expect(await carried('perhaps 50 % a')).toContain('"perhaps" statements (1)');
  expect(await carried('perhaps 100 % a')).not.toContain('"perhaps" statements');
  expect(await carried('perhaps 0 % a')).not.toContain('"perhaps" statements');
  expect(await carried('in no order { a  b }')).toContain('"in no order" lists (1)');
  expect(await carried('in no order { a  perhaps 0 % b }')).not.toContain('"in no order" lists');
});
