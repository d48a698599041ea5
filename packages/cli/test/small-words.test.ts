import { expect, it } from 'vitest';
import { ownPlace } from './place.js';

const place = ownPlace();

async function told(text: string, ...args: readonly string[]): Promise<string> {
  place.put('a.standoff', `situation "t"\n${text}`);
  return (await place.run(args[0], 'a.standoff', ...args.slice(1))).stdout;
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
