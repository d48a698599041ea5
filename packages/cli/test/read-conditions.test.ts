import { applyEdits } from '@standoff/language';
import { insertElement } from '@standoff/language/edit';
import { parseSituation } from '@standoff/language/parse';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggest } from '@standoff/evidence/aid';
import { isLine } from '@standoff/evidence/anchor';
import { readText } from '@standoff/evidence/read';

const KNOWN = [
  {
    id: 'NO',
    names: ['Norway'],
    options: [
      { id: 'NO.close', label: 'Close its harbours' },
      { id: 'NO.lift', label: 'Lift the toll' },
    ],
  },
  {
    id: 'CL',
    names: ['Chile'],
    options: [
      { id: 'CL.open', label: 'Open the strait' },
      { id: 'CL.pay', label: 'Pay the pilots' },
      { id: 'CL.withdraw', label: 'Withdraw its fleet' },
    ],
  },
];

const SITUATION = `situation "The strait"
source a "A"
${KNOWN.map(({ id, names, options }) => `actor ${id} "${names[0]}" { ${options.map((one) => `option ${one.id.slice(3)} "${one.label}"`).join(' ')} }`).join('\n')}
`;

/** What is wrong with the situation when the line is put in. */
function readIn(proposal: string): readonly unknown[] {
  const put = insertElement(SITUATION, proposal);
  if (!put.ok) return [put.refusal];
  return parseSituation(applyEdits(SITUATION, put.edits)).diagnostics.filter(
    ({ severity }) => severity === 'error',
  );
}

/** The first speech act of that kind, without its label: what is put in, and what is open. */
async function line(text: string, kind: string): Promise<string> {
  const source = await readText(new TextEncoder().encode(text), { name: 'a.txt', format: 'text' });
  const found = suggest(source, { source: 'a', published: '2021-06-10', known: KNOWN });
  const proposal = found.find((one) => one.kind === kind)?.proposal ?? 'none';
  if (isLine(proposal) && proposal !== 'none') expect(readIn(proposal)).toEqual([]);
  return proposal.replace(/^(#? ?\w+) ".*?": /u, '').replace(/ {2}@a:P\d+/u, '');
}

describe('the condition of what is put in', () => {
  it.each([
    [
      'Norway threatened to close its harbours if Chile opens the strait.',
      'NO.close when CL.open to CL',
    ],
    [
      'Norway threatened to close its harbours unless Chile opens the strait.',
      'NO.close when not CL.open to CL',
    ],
    [
      'Norway threatened to close its harbours if Chile does not open the strait.',
      'NO.close when not CL.open to CL',
    ],
    [
      'Norway threatened to close its harbours if Chile fails to open the strait.',
      'NO.close when not CL.open to CL',
    ],
    [
      'Norway threatened to close its harbours if Chile refused to withdraw its fleet.',
      'NO.close when not CL.withdraw to CL',
    ],
    [
      'Norway threatened to close its harbours until Chile opens the strait.',
      'NO.close when not CL.open to CL',
    ],
    [
      'Norway threatened to close its harbours as long as the strait is not opened.',
      'NO.close when not CL.open',
    ],
    [
      'Unless Chile opened the strait, Norway threatened to close its harbours.',
      'NO.close when not CL.open',
    ],
    [
      'Without Chile opening the strait, Norway threatened to close its harbours.',
      'NO.close when not CL.open',
    ],
  ])('a threat: %s', async (text, said) => {
    expect(await line(text, 'threat')).toBe(said);
  });
  it.each([
    ['Norway promised to lift the toll if Chile opened the strait.', 'NO.lift when CL.open to CL'],
    [
      'Norway promised Chile to lift the toll once it opened the strait.',
      'NO.lift when CL.open to CL',
    ],
    [
      'Norway promised to lift the toll in exchange for the opening of the strait.',
      'NO.lift when CL.open',
    ],
    [
      "Norway promised to lift the toll in return for Chile's opening of the strait.",
      'NO.lift when CL.open to CL',
    ],
    [
      'Norway promised to lift the toll provided that Chile paid the pilots.',
      'NO.lift when CL.pay to CL',
    ],
    [
      'Should Chile withdraw its fleet, Norway promised to lift the toll.',
      'NO.lift when CL.withdraw',
    ],
    [
      'Norway promised to lift the toll if Chile opens the strait and pays the pilots.',
      'NO.lift when (CL.open and CL.pay) to CL',
    ],
    [
      'Norway promised to lift the toll if Chile opens the strait or withdraws its fleet.',
      'NO.lift when (CL.open or CL.withdraw) to CL',
    ],
    [
      'Norway promised to lift the toll unless Chile opens the strait or withdraws its fleet.',
      'NO.lift when not (CL.open or CL.withdraw) to CL',
    ],
    [
      'If Chile opens the strait, Norway promised to lift the toll unless Chile withdraws its fleet.',
      'NO.lift when CL.open and not CL.withdraw to CL',
    ],
    ['Norway promised to lift the toll even if Chile opens the strait.', 'NO.lift to CL'],
  ])('a promise: %s', async (text, said) => {
    expect(await line(text, 'promise')).toBe(said);
  });

  it.each([
    [
      'Norway demands that Chile open the strait, and has threatened to close its harbours if it does not.',
      'NO.close when not CL.open to CL',
    ],
    [
      'Norway demands that Chile open the strait, and has threatened to close its harbours if it refuses.',
      'NO.close when not CL.open to CL',
    ],
    [
      'Norway demands that Chile open the strait, and has threatened to close its harbours unless it does so.',
      'NO.close when not CL.open to CL',
    ],
    [
      'Norway demands that Chile open the strait, and has threatened to close its harbours if Chile does not comply.',
      'NO.close when not CL.open to CL',
    ],
  ])('what is asked for in the same sentence: %s', async (text, said) => {
    expect(await line(text, 'threat')).toBe(said);
  });
});

describe('a condition that no option says for certain stays in the words of the text', () => {
  it.each([
    'if the talks fail',
    'if Peru opens the strait',
    'if rebels close its harbours',
    'if Chile opens talks on the strait',
    'if Chile promises to open the strait',
    'if Chile threatens to open the strait',
    'if Chile opens half the strait',
    'if Chile opens the strait and the canal',
    'if Chilean fishermen open the strait',
    "if Chile's rebels open the strait",
    'if the strait stays closed',
    'if Chile opens',
    'unless the regime opens the strait',
    'if it does not',
    'if Chile opens the strait without notice',
    'if Chile widens the strait',
  ])('%s', async (condition) => {
    const said = await line(`Norway threatened to close its harbours ${condition}.`, 'threat');
    expect(said).toMatch(/^NO\.close(?: to CL)?$/u);
  });
});

describe('what is put in', () => {
  const cues = fc.constantFrom(
    'if',
    'unless',
    'until',
    'once',
    'provided that',
    'only if',
    'as long as',
    'without',
    'in exchange for',
    'even if',
  );
  const doers = fc.constantFrom(
    'Chile',
    'it',
    'the strait',
    'Peru',
    "Chile's allies",
    'they',
    'Norway',
    '',
  );
  const deeds = fc.constantFrom(
    'opens the strait',
    'does not pay the pilots',
    'opening the strait',
    'is opened',
    'refuses',
    'does not',
    'withdraws its fleet or pays the pilots',
    'says "no"',
    'lifts the toll and opens the strait',
  );
  it('is always read, and names options that there are', async () => {
    await fc.assert(
      fc.asyncProperty(cues, doers, deeds, async (cue, doer, deed) => {
        await line(
          `Norway threatened Chile to close its harbours ${cue} ${doer} ${deed}.`,
          'threat',
        );
        await line(
          `Norway demands that Chile open the strait, and promised to lift the toll ${cue} ${doer} ${deed}.`,
          'promise',
        );
      }),
    );
  });
});
