import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DATA_NOTE, tokensIn, USUAL_TOKENS } from '@standoff/mcp';
import { expect, it } from 'vitest';
import { call } from '../in-process.js';
import { asked, data, overHttp } from './clients.js';
import { emptyCase, STATEMENTS } from './strait.js';

interface Proposed {
  readonly batch?: number;
  readonly right: number;
  readonly refused: readonly { readonly n: number | number[]; readonly code: string }[];
  readonly edits: readonly { readonly n: number; readonly add: string }[];
}

/** The actors, the second with words that are not in the text, and all that the article says of them. */
const MISQUOTED = STATEMENTS.map((one, i) =>
  i === 1 ? { ...one, quote: 'Brel has surrendered' } : one,
);

it('says of what needs a refused proposal that it does, once for all of them', async () => {
  const { folder } = await emptyCase();
  await overHttp(folder, async (client) => {
    const { right, refused } = await data<Proposed>(client, 'propose', { statements: MISQUOTED });
    expect(refused).toMatchObject([
      { n: 2, code: 'quote-nowhere' },
      {
        n: [6, 7, 11, 12, 13],
        code: 'waits',
        why: 'it needs Brel, of the refused proposal 2',
        do: 'mend proposal 2, then propose both',
      },
      { code: 'waits', why: 'it needs Brel.open, of the refused proposal 2' },
      { code: 'waits', why: 'it needs Brel.gunboat, of the refused proposal 2' },
    ]);
    const told = refused.flatMap(({ n }) => n);
    expect(right + told.length).toBe(STATEMENTS.length);
    expect(new Set(told)).toEqual(new Set([2, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16]));
  });
});

it('does not hold a name against what has it from elsewhere', async () => {
  const { folder } = await emptyCase();
  await overHttp(folder, async (client) => {
    const first = STATEMENTS.slice(0, 6);
    const { batch } = await data<Proposed>(client, 'propose', { statements: first });
    await data(client, 'apply', { batch });
    // Arden is there already, so that it is refused; what speaks of it is not.
    const misquoted = { ...STATEMENTS[5], quote: 'Brel has surrendered' };
    const again = await data<Proposed>(client, 'propose', {
      statements: [STATEMENTS[0], ...STATEMENTS.slice(6), misquoted],
      more: 4000,
    });
    expect(again.refused).toMatchObject([
      {
        n: 1,
        code: 'duplicate-name',
        do: 'give it another name, or leave it out where it is the same',
      },
      { n: STATEMENTS.length - 4, code: 'quote-nowhere' },
    ]);
    expect(again.right).toBe(STATEMENTS.length - 6);
  });
});

it('applies a batch by its number, all of it or some', async () => {
  const { folder, situation } = await emptyCase();
  await overHttp(
    folder,
    async (client) => {
      const { batch } = await data<Proposed>(client, 'propose', { statements: STATEMENTS });
      for (const [given, code] of [
        [{ batch: batch! + 1 }, 'unknown-batch'],
        [{ batch, only: [99] }, 'not-in-batch'],
        [{}, 'nothing-named'],
      ] as const)
        expect((await asked(client, 'apply', given)).text).toContain(`"refused":"${code}"`);
      expect(await data(client, 'apply', { batch, only: [1, 4] })).toMatchObject({ applied: 2 });
      expect(situation()).not.toContain('actor Brel');
      const rest = STATEMENTS.map((_, i) => i + 1).filter((n) => n !== 1 && n !== 4);
      expect(
        await data(client, 'apply', {
          batch,
          only: rest,
          edits: [{ old: '"Fishers of the coast"', new: '"The fishers"' }],
        }),
      ).toMatchObject({ applied: STATEMENTS.length - 1 });
    },
    '--write',
  );
  expect(situation()).toContain('actor fishers "The fishers" @gazette:P1#s3');
  expect(await call(['check', '--strict', folder])).toMatchObject({ status: 0 });
});

it('puts the words of a quote under any element of the language', async () => {
  const { folder } = await emptyCase();
  const quote = { source: 'gazette', kind: 'element', quote: 'It would welcome the harbour open' };
  await overHttp(folder, async (client) => {
    const { right, edits } = await data<Proposed>(client, 'propose', {
      statements: [
        ...STATEMENTS.slice(0, 7),
        { ...quote, line: 'agreement truce "A truce" between Arden, Brel' },
        { ...quote, line: 'never Arden.seize and truce', because: 'a truce ends it' },
        { ...quote, actor: 'Brel', line: 'faction navy "The navy" { prefers { gunboat } }' },
        { ...quote, line: 'agreement' },
      ],
      more: 4000,
    });
    expect(right).toBe(10);
    expect(edits.slice(7)).toEqual([
      { n: 8, add: 'agreement truce "A truce" between Arden, Brel @gazette:P4#s8' },
      {
        n: 9,
        add: 'never Arden.seize and truce inferred from @gazette:P4#s8 because "a truce ends it"',
      },
      {
        n: 10,
        add: 'faction navy "The navy" { prefers { gunboat } } @gazette:P4#s8',
        to: 'Brel',
      },
    ]);
  });
});

it('takes a wish with how surely and how much it is wanted, and no sentence', async () => {
  const { folder } = await emptyCase();
  const wish = (what: string): object => ({ ...STATEMENTS[7], what });
  await overHttp(folder, async (client) => {
    const taken = ['perhaps Brel.open', 'perhaps 70 % strongly close', 'red line not Brel.gunboat'];
    const wishes = [...taken, 'very strongly seize', 'perhaps close the harbour', 'seize ships'];
    const { refused } = await data<Proposed>(client, 'propose', {
      statements: [...STATEMENTS.slice(0, 7), ...wishes.map(wish)],
    });
    expect(refused).toMatchObject([
      { n: 12, code: 'no-expression' },
      { n: 13, code: 'no-expression' },
    ]);
  });
});

it('gives each statement a name of its own, however many are proposed at once', async () => {
  const { folder } = await emptyCase();
  await overHttp(
    folder,
    async (client) => {
      const batches = await Promise.all(
        STATEMENTS.slice(0, 3).map((one) =>
          data<Proposed>(client, 'propose', { statements: [one] }),
        ),
      );
      await Promise.all(batches.map(({ batch }) => data(client, 'apply', { batch })));
    },
    '--write',
  );
  const kept = readFileSync(path.join(folder, 'annotations.json'), 'utf8');
  expect([...kept.matchAll(/"id": "(s\d+)"/g)].map(([, id]) => id)).toEqual(['s1', 's2', 's3']);
  expect(await call(['source', 'check', folder])).toMatchObject({ status: 0 });
});

it('does not put a line on words that somebody else gave the same name meanwhile', async () => {
  const { folder, situation } = await emptyCase();
  const before = situation();
  await overHttp(
    folder,
    async (client) => {
      const { batch } = await data<Proposed>(client, 'propose', { statements: [STATEMENTS[0]] });
      await call(['source', 'mark', folder, 'gazette', 'The closure has cost the fishers']);
      expect((await asked(client, 'apply', { batch })).text).toContain(
        '"refused":"statement-taken","why":"#s1 of gazette has other words now',
      );
      expect(situation()).toBe(before);
      const again = await data<Proposed>(client, 'propose', { statements: [STATEMENTS[0]] });
      expect(again.edits).toEqual([{ n: 1, add: 'actor Arden "Arden" @gazette:P1#s2' }]);
      expect(await data(client, 'apply', { batch: again.batch })).toMatchObject({ applied: 1 });
    },
    '--write',
  );
});

it('tells with what is applied what the texts say against it', async () => {
  const { folder } = await emptyCase();
  await overHttp(folder, async (client) => {
    expect(
      await data(client, 'apply', { edits: [{ add: 'actor Calm "Quarry owners" @gazette:P2' }] }),
    ).toMatchObject({
      diagnostics: [
        {
          severity: 'warning',
          code: 'weak-citation',
          hint: expect.stringContaining('inferred') as string,
        },
      ],
    });
    const edits = [{ old: '"Ruth Calder"', new: '"Somebody Else"' }];
    const { diagnostics } = await data<{ diagnostics: { code: string }[] }>(client, 'apply', {
      edits,
    });
    expect(diagnostics.map(({ code }) => code)).toContain('source-differs');
  });
});

it('tells what is wrong with what a tool is given as it tells anything, and no longer', async () => {
  const { folder } = await emptyCase();
  await overHttp(folder, async (client) => {
    for (const [name, given, why] of [
      [
        'propose',
        { statements: Array.from({ length: 200 }, () => ({ kind: 'x' })) },
        'statements[0].kind',
      ],
      ['apply', { edits: [{ add: 'x'.repeat(20_000) }] }, 'xxx'],
      ['why', { state: 'y'.repeat(20_000) }, '"refused"'],
      ['text', { paragraphs: 'seven' }, 'paragraphs: write P7'],
      ['verdict', { more: 5 }, 'more: Too small'],
      ['no_such_tool', {}, 'there is no tool no_such_tool'],
      ['lef_out', {}, 'did you mean left_out?'],
    ] as const) {
      const { text, refused } = await asked(client, name, given);
      expect([name, refused, text]).toEqual([name, true, expect.stringContaining(why)]);
      expect([name, text.startsWith(`${DATA_NOTE}\n{"refused":"`)]).toEqual([name, true]);
      expect([name, tokensIn(text) <= USUAL_TOKENS]).toEqual([name, true]);
    }
  });
});
