import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/aid.js';
import { readText } from '../../src/read.js';

/** The lines that are proposed but actors, without their references, each with the kinds that it carries. */
async function lines(text: string): Promise<string[]> {
  const source = await readText(new TextEncoder().encode(text), { name: 'a.txt', format: 'text' });
  return suggest(source, { source: 'a', published: '2021-06-10' })
    .filter(({ kind }) => kind !== 'actor')
    .map(({ proposal, carries = [] }) =>
      [proposal!.replace(/ {2}@.*$/u, ''), ...carries.map(({ kind }) => kind)].join(' + '),
    );
}

describe('one line for what the same words say', () => {
  it('what somebody says is carried by what he threatens, with the condition and the day', async () => {
    expect(
      await lines('If the toll stays, Norway said on Monday, it will close the strait.'),
    ).toEqual([
      '# threat "If the toll stays, it will close the strait": "Norway".option when CONDITION to ACTOR + attribution + event + condition',
    ]);
  });

  it('a claim carries the figures in it, as quantities', async () => {
    expect(await lines('Norway said that over 90 percent of the fleet was idle.')).toEqual([
      'claim said1 "Over 90 percent of the fleet was idle" stated by "Norway", quantity over 90 "percent" + quantity',
    ]);
  });

  it('a dated statement is one event, whatever it counts', async () => {
    expect(await lines('Chile closed four mines on 3 May 2021, and Peru three in 2020.')).toEqual([
      'event 2021-05-03 "Chile closed four mines on 3 May 2021" + quantity',
      'event 2020 "Peru three in 2020"',
    ]);
  });

  it('what the sentence says besides an act stays a line', async () => {
    expect(
      await lines('Chile closed the mines on 3 May 2021, and Peru threatened to withdraw.'),
    ).toEqual([
      'event 2021-05-03 "Chile closed the mines on 3 May 2021"',
      '# threat "Peru threatened to withdraw": "Peru".option when CONDITION to ACTOR',
    ]);
  });
});

describe('no line', () => {
  it.each([
    ['a figure of nobody', 'It rained for 14 days. The road is 40 miles long.'],
    ['a date that cannot be told', 'It rained on 02/06/2019.'],
    ['a "said" without what is said', 'Norway said so. Peru denied it.'],
    ['who is told', 'The ministers have been told.'],
  ])('%s', async (_, text) => {
    expect(await lines(text)).toEqual([]);
  });

  it('who is only described, once, and says nothing', async () => {
    const source = await readText(new TextEncoder().encode('It lay near the bank of a river.'), {
      name: 'a.txt',
    });
    expect(suggest(source, { source: 'a' })).toEqual([]);
  });
});

describe('what is said', () => {
  it.each([
    [
      'Chile told reporters in Lima that the port was shut.',
      'claim said1 "The port was shut" stated by "Chile"',
    ],
    [
      '"The port is shut," Chile said on Monday.',
      'claim said1 "The port is shut" stated by "Chile" + event',
    ],
    [
      'Chile accused Peru of breaking the truce.',
      'claim said1 "Chile accused Peru of breaking the truce" claimed by "Chile"',
    ],
    [
      'Chile said the port was shut, though Peru denied that it was.',
      'claim said1 "The port was shut" stated by "Chile" + attribution',
    ],
    ['According to Peru, the port was shut.', 'claim said1 "The port was shut" reported by "Peru"'],
    [
      'The port was reportedly shut for good.',
      'claim said1 "The port was reportedly shut for good" reported',
    ],
  ])('%s', async (text, line) => {
    expect((await lines(text))[0]).toBe(line);
  });
});
