import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/aid.js';
import { readText } from '../../src/read.js';

/** Who is told to speak in each demand, threat, promise and assurance; with a mark where it is unsure. */
async function speakers(text: string): Promise<(string | null)[]> {
  const source = await readText(new TextEncoder().encode(text), { name: 'a.txt', format: 'text' });
  return suggest(source, { source: 'a', published: '2021-06-10' })
    .filter(({ kind }) => /^(?:demand|threat|promise|assurance)$/u.test(kind))
    .map(({ by, unsure }) => (unsure ? `${by}?` : by!));
}

describe('who speaks is', () => {
  it.each([
    ['the subject of the verb', 'Peru has threatened to close the bay.', ['Peru']],
    [
      'the subject that an aside parts from it',
      'Peru, a neighbour of Chile, has threatened to close the bay.',
      ['Peru'],
    ],
    [
      'the subject that an earlier verb has',
      'Peru met the miners of Chile and promised to open the bay.',
      ['Peru'],
    ],
    [
      'of two in a clause the one whose deed it is',
      'In the talks with Chile the delegation of Peru pledged to open the bay.',
      ['Peru'],
    ],
    ['whoever says so', 'Peru said on Monday that it would close the bay.', ['Peru']],
    ['whoever says so behind', 'The bay will be closed, Peru warned.', ['Peru']],
    [
      'who speaks around a quotation',
      '"We are tired," said Ana Lund. "We want the bay opened. Open the gates."',
      ['Ana Lund', 'Ana Lund'],
    ],
    ['named behind "by"', 'Chile was threatened with sanctions by Peru.', ['Peru']],
    ['the giver of a noun', 'The bay stays shut after the threat by Peru to fire.', ['Peru']],
    ['its owner', 'Chile knows Peru’s promise to open the bay.', ['Peru']],
    ['who repeats it', 'Peru repeated its promise to open the bay.', ['Peru']],
    [
      'a person that the aside of a subject names',
      'The owner, Ana Lund, promised to open the bay.',
      ['Ana Lund'],
    ],
    [
      'for a pronoun whoever says so, unsure',
      'Peru said that it was ready to open the bay.',
      ['Peru?'],
    ],
    [
      'not whose turn it is, where he tells of others',
      'Mr Dahl: If we stay, it will take us to court.',
      [null],
    ],
    ['named behind "by" without a name', 'He was asked by the chair to leave.', ['chair']],
    ['whose turn it is', 'CHAIR: I demand that the bay be opened.', ['CHAIR']],
    ['whose turn it is, by name', 'Ms Lund: We will close the bay.', ['Lund']],
    ['somebody without a name', 'The dockers have threatened to strike.', ['dockers']],
    ['the ministers', '7. The ministers urge Peru to open the bay.', ['ministers']],
    [
      'who is beside one that is named',
      'Peru’s allies have promised to lend the money.',
      ['Peru’s allies'],
    ],
  ] as const)('%s: %s', async (_, text, by) => {
    expect(await speakers(text)).toEqual(by);
  });
});

describe('a pronoun', () => {
  it.each([
    ['of the only one before it', 'Peru waits. It wants $600 for the bay.', ['Peru?']],
    [
      'of the only person before it',
      'Minister Ana Lund came late. She demanded that the bay be opened.',
      ['Ana Lund?'],
    ],
    [
      'of the paragraph before',
      'Minister Ana Lund came late.\n\nShe demanded that the bay be opened.',
      ['Ana Lund?'],
    ],
    [
      'of several',
      'The ministers met at noon. They called upon Peru to open the bay.',
      ['ministers?'],
    ],
    ['that two fit', 'Peru left Chile alone. It demanded that the bay be opened.', [null]],
    [
      'that a title does not fit',
      'Mr Lund came late. She demanded that the bay be opened.',
      [null],
    ],
    [
      'beside an office without a name',
      'Minister Ana Lund met the judge. She demanded that the bay be opened.',
      [null],
    ],
    ['of nobody', 'It wants $600 for the bay.', [null]],
  ] as const)('%s: %s', async (_, text, by) => {
    expect(await speakers(text)).toEqual(by);
  });

  it('is no speaker of a line that can be put in', async () => {
    const source = await readText(
      new TextEncoder().encode('Peru waits. It threatened to close the bay.'),
      { name: 'a.txt' },
    );
    const known = [
      { id: 'PE', names: ['Peru'], options: [{ id: 'PE.close', label: 'Close the bay' }] },
    ];
    expect(
      suggest(source, { source: 'a', known }).find(({ kind }) => kind === 'threat')?.proposal,
    ).toBe(
      '# threat "It threatened to close the bay": perhaps PE.option when CONDITION to ACTOR  @a:P1',
    );
  });
});

describe('nobody', () => {
  it.each([
    ['who is told', 'The crew of Peru was ordered to leave the ship.'],
    ['who is named in what is demanded', 'To urge Norway to open the bay is in vain.'],
    ['what will be done to something', 'The trains of Peru will not be harmed, it is hoped.'],
    ['whom a heading turns to', 'To the crews of Peru: Do not sign the paper.'],
  ] as const)('%s: %s', async (_, text) => {
    for (const by of await speakers(text)) expect(by).toBeNull();
  });
});
