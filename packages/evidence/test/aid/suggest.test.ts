import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Suggestion } from '../../src/index.js';
import { suggest } from '../../src/aid.js';
import { readText } from '../../src/read.js';

async function read(
  text: string,
  known: { id: string; names: string[] }[] = [],
): Promise<Suggestion[]> {
  const source = await readText(new TextEncoder().encode(text), {
    name: 'text.txt',
    format: 'text',
  });
  return suggest(source, { source: 'text', published: '2021-06-10', known });
}

/** What was found of a kind, on a line of its own or carried by another, as the words of the text. */
async function words(text: string, kind: Suggestion['kind']): Promise<string[]> {
  const { text: canonical } = await readText(new TextEncoder().encode(text), { name: 'text.txt' });
  return (await read(text))
    .flatMap(({ carries = [], ...own }) => [own, ...carries])
    .filter((one) => one.kind === kind)
    .flatMap(({ passage, also = [] }: Pick<Suggestion, 'passage' | 'also'>) => [passage, ...also])
    .map(({ start, end }) => canonical.slice(start, end));
}

describe('each family finds what it says', () => {
  it.each([
    ['condition', 'The talks go on, if both sides sign, for a year.', ['if both sides sign']],
    ['condition', 'It will pay in exchange for a schedule.', ['in exchange for a schedule']],
    ['modality', 'The harbour may well close.', ['may well']],
    ['modality', 'It cannot be ruled out that they fight.', ['It cannot be ruled out']],
    [
      'attribution',
      'Foreign Minister Ada Lenn said the gates are shut.',
      ['Foreign Minister Ada Lenn said'],
    ],
    ['attribution', 'According to two officials, it is over.', ['According to two officials']],
    [
      'demand',
      'Norway demands an immediate halt to the works.',
      ['Norway demands an immediate halt to the works'],
    ],
    [
      'threat',
      'Chile threatened to close the strait, and left.',
      ['Chile threatened to close the strait'],
    ],
    ['promise', 'Peru has pledged to open the gates.', ['Peru has pledged to open the gates']],
    [
      'assurance',
      'There was an assurance that nobody would be tried.',
      ['assurance that nobody would be tried'],
    ],
    ['extreme', 'War is the worst outcome for Peru, they fear.', ['worst outcome for Peru']],
    ['demand', 'Norway wants $600 for it.', ['Norway wants $600 for it']],
    ['demand', '"Open the gates," said Ana Lund.', ['Open the gates']],
    [
      'demand',
      'Peru asked that the matter be kept quiet.',
      ['Peru asked that the matter be kept quiet'],
    ],
    [
      'demand',
      'Peru began by insisting that Chile withdraw its boats.',
      ['insisting that Chile withdraw its boats'],
    ],
    ['demand', 'Peru told the owners to leave the bay.', ['Peru told the owners to leave the bay']],
    ['threat', 'Chile voted to close the strait.', ['Chile voted to close the strait']],
    [
      'threat',
      'If the ships come, Chile will then also cut the cable.',
      ['Chile will then also cut the cable'],
    ],
    [
      'assurance',
      'Nothing that Peru signs will bind her, she said.',
      ['Nothing that Peru signs will bind her'],
    ],
    [
      'threat',
      'The company let it be known that the depot will be put out to contract.',
      ['depot will be put out to contract'],
    ],
    [
      'threat',
      'Ana Lund said that no tanker would pass the strait until the tolls were paid.',
      ['no tanker would pass the strait until the tolls were paid'],
    ],
    [
      'threat',
      'Police, who had watched all day, said they would arrest the drivers.',
      ['they would arrest the drivers'],
    ],
    ['threat', 'Norway has not ruled out a blockade.', ['ruled out a blockade']],
    ['threat', '"If nothing comes, we stop work," said Ana Lund.', ['we stop work']],
    [
      'threat',
      'The ministers noted the threat by Chile to close the bay.',
      ['threat by Chile to close the bay'],
    ],
    [
      'promise',
      'Norway, for its part, will lift the duties on fish.',
      ['Norway, for its part, will lift the duties on fish'],
    ],
    ['promise', 'Ana Lund said it would publish the accounts.', ['it would publish the accounts']],
    [
      'promise',
      'The council was willing to look at the roof.',
      ['council was willing to look at the roof'],
    ],
    ['promise', 'The minutes record Chile’s offer of a harbour.', ['Chile’s offer of a harbour']],
    [
      'assurance',
      'The bank told its clients that every deposit would be honoured.',
      ['every deposit would be honoured'],
    ],
    [
      'assurance',
      'The company repeated its promise not to blast at night.',
      ['promise not to blast at night'],
    ],
    [
      'demand',
      'Peru warned Chile not to enter the bay.',
      ['Peru warned Chile not to enter the bay'],
    ],
    ['demand', 'The crew was ordered to leave the ship.', ['was ordered to leave the ship']],
    ['option', 'Norway could lend the ships, it is said.', ['Norway could lend the ships']],
    [
      'option',
      'The council has the power to call a vote.',
      ['council has the power to call a vote'],
    ],
    [
      'option',
      'A proposal by the council to freeze the rosters is on the table.',
      ['proposal by the council to freeze the rosters is on the table'],
    ],
    ['option', 'Norway has already closed the strait.', ['Norway has already closed the strait']],
    ['event', 'In Q3 2019 and in mid-2020 it fell.', ['Q3 2019', 'mid-2020']],
    [
      'quantity',
      'Norway said some 3,000 troops wait for over 90 percent of the grain.',
      ['some 3,000 troops', 'over 90 percent'],
    ],
  ] as const)('%s: %s', async (kind, text, expected) => {
    expect(await words(text, kind)).toEqual(expected);
  });
});

describe('what is denied, refused or no longer so is no speech act', () => {
  it.each([
    'Norway did not threaten Chile.',
    'Norway never threatened to close the strait.',
    'Peru denied threatening Chile.',
    'It is not true that Norway threatened Chile.',
    'Norway hardly ever threatens anyone.',
    'Norway withdrew its threat to close the strait.',
    'Chile dropped the demand that Norway leave.',
    'Norway cannot promise that the strait stays open.',
    'Chile has refused to promise that its ships would stay away.',
    'Bolivia no longer demands the release of the crew.',
    'Nobody demanded that the port be opened.',
    'No threat was made by Peru.',
    'Peru denied that it would attack Chile.',
    'Bolivia stopped short of threatening Peru.',
    'The condor is a threatened species in Chile.',
    'The talks show promise, and that promises to be long.',
    'The plan demands patience. Demand for copper rose.',
    'Had Chile promised to open the strait, Norway would have withdrawn.',
    'The reservoir will be empty by May, engineers said.',
    'The ministers will meet in June, the ministry said.',
    'Ana Lund said she would study the ruling.',
    'The government will not lift the ban, Ana Lund said.',
    'Observers said prices would rise.',
    'Nobody knew what the company would close, the mayor said.',
    'Chile will most likely close the bay, an analyst said.',
    'Our demands were simple, the union said, and we have to be patient.',
    'She could not say whether the bank would close the branch.',
  ])('%s', async (text) => {
    const kinds = (await read(text)).map(({ kind }) => kind);
    expect(
      kinds.filter((kind) => ['demand', 'threat', 'promise', 'assurance'].includes(kind)),
    ).toEqual([]);
  });
});

describe('actors', () => {
  it('are one under all their names', async () => {
    const text =
      'North Korea has answered.\n\nPyongyang refused. The North Korean government of President Kim Yong-ho had waited, and Kim wrote to the regime’s friends.';
    const [actor] = await read(text);
    expect(actor.also).toHaveLength(5);
    expect(actor.proposal).toBe(
      'actor NK "North Korea" aka "Pyongyang", "Kim Yong-ho", "Kim"  @text:P1',
    );
  });

  it('that the model has are known and not proposed', async () => {
    const found = await read('Norway left the talks with Chile.', [
      { id: 'NO', names: ['Norway'] },
    ]);
    expect(found.map(({ known, proposal }) => [known, proposal])).toEqual([
      ['NO', null],
      [undefined, 'actor Chile "Chile"  @text:P1'],
    ]);
  });
});

it('whom the model calls by one name of a state is known by all of them', async () => {
  const found = await read('Oslo waited. The Norwegian government had asked Chile.', [
    { id: 'NO', names: ['Norway'] },
  ]);
  const [norway] = found.filter(({ known }) => known === 'NO');
  expect(norway.also).toHaveLength(1);
});

describe('dates are resolved from the day of the text', () => {
  it.each([
    ['They met today.', '2021-06-10'],
    ['They met last week.', '2021-05-31/2021-06-06'],
    ['They met on Monday.', '2021-06-07'],
    ['They met three weeks ago.', '2021-05-20'],
    ['They will meet in May or June.', '2022-05/2021-06'],
    ['They met on 3 March 2019.', '2019-03-03'],
    ['It was so in the early 1990s.', '1990/1993'],
    ['They met over Easter.', '2021-04-04'],
    ['They have met since 1953.', '1953'],
    ['The tax was cut on Dec. 3, 2020, and rose.', '2020-12-03'],
    ['They met on Friday 13 March 2020.', '2020-03-13'],
    ['They met on April 27th 2018.', '2018-04-27'],
    ['They met on 2018 March 18.', '2018-03-18'],
    ['They met on 3-5 May 2019.', '2019-05-03/2019-05-05'],
    ['They met on May 15–17, 2019.', '2019-05-15/2019-05-17'],
    ['They met from 7 to 9 May 2019.', '2019-05-07/2019-05-09'],
    ['They met on 2019-06-01.', '2019-06-01'],
    ['They met on 3.6.2019.', '2019-06-03'],
    ['They sat from 30 April to 2 May 2019.', '2019-04-30/2019-05-02'],
    ['They sat from December 30 – January 2, 2020.', '2019-12-30/2020-01-02'],
    ['They met on 30 April and 2 May 2019.', '2019-04-30'],
    ['In June and July 2019 they met.', '2019-06/2019-07'],
    ['They met on 7-Sep-2019.', '2019-09-07'],
    ['They met on SEPT. 7, 2019.', '2019-09-07'],
    ['They met on 2019/06/01.', '2019-06-01'],
    ['They met on 2019-06-01T10:00:00Z.', '2019-06-01'],
    ['They met on May the 3rd, 2019.', '2019-05-03'],
    ['The war of 1948-49 ended.', '1948/1949'],
    ['They met on Good Friday 2019.', '2019-04-19'],
    ['The union met on Easter Monday.', '2021-04-05'],
    ['They met on 3 October.', '2020-10-03'],
    ['On 3 October the two met.', '2020-10-03'],
    ['The talks are on 3 October.', '2021-10-03'],
    ['A strike was called for 3 October.', '2021-10-03'],
    ['They agreed to meet on 3 October.', '2021-10-03'],
    ['They will meet a fortnight from now.', '2021-06-24'],
    ['They will meet two months from now.', '2021-08'],
    ['They met a fortnight ago.', '2021-05-27'],
    ['They hope to meet by year’s end.', '2021'],
    ['They want to meet by the end of the month.', '2021-06'],
    ['They want to meet by the end of the week.', '2021-06-07/2021-06-13'],
    ['They met at the weekend.', '2021-06-05/2021-06-06'],
    ['They will meet at the weekend.', '2021-06-12/2021-06-13'],
    ['They met last weekend.', '2021-06-05/2021-06-06'],
  ])('%s', async (text, date) => {
    const [event] = (await read(text))
      .flatMap(({ carries = [], ...own }) => [own, ...carries])
      .filter(({ kind }) => kind === 'event');
    expect(event.date).toBe(date);
  });

  it.each(['They met on 02/06/2019.', 'They met on 31 February 2019.'])(
    'what cannot be told is no line: %s',
    async (text) => {
      expect(await read(text)).toEqual([]);
    },
  );
});

it.each([
  ['The ministers urge Norway to open the bay.', 'ministers'],
  ['To urge Norway to open the bay is in vain.', null],
  ['Chile urged Norway to open the bay.', 'Chile'],
  ['The bay stayed shut despite a demand by Chile that it be opened.', 'Chile'],
])('who asks: %s', async (text, by) => {
  const [demand] = (await read(text)).filter(({ kind }) => kind === 'demand');
  expect(demand.by).toBe(by);
});

it('what is found in a sentence keeps its name when the text around it changes', async () => {
  const sentence = 'Norway demands that Chile open the strait.';
  const alone = await read(sentence);
  const amid = await read(`Something else.\n\n${sentence} And more.`);
  const demand = (all: readonly Suggestion[]) => all.find(({ kind }) => kind === 'demand')!.id;
  expect(demand(amid)).toBe(demand(alone));
});

it('reads anything: passages lie within their paragraphs, names are told apart, the same each time', async () => {
  const word = fc.constantFrom(
    'Norway',
    'the',
    'regime',
    'said',
    'that',
    'if',
    '“',
    '”',
    '(',
    ')',
    ',',
    '.',
    'May',
    '2019',
    '90',
    'percent',
    'demands',
    'President',
    'Ada',
    'Lenn',
    'would',
    'never',
    'in',
    'exchange',
    'for',
    'worst',
    '\n\n',
    '’s',
    '–',
    'three',
    'weeks',
    'ago',
    'Union',
    'of',
    'and',
    'אבג',
    '中国',
    '😀',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 80 }), async (all) => {
      const text = `a ${all.join(' ')}`;
      const source = await readText(new TextEncoder().encode(text), {
        name: 'a.txt',
        format: 'text',
      });
      const found = suggest(source, { source: 'text', published: '2021-06-10' });
      for (const { passage, also = [] } of found)
        for (const { paragraph, start, end } of [passage, ...also]) {
          expect(end).toBeGreaterThan(start);
          expect(
            source.paragraphs.some(
              (one) => one.number === paragraph && one.start <= start && end <= one.end,
            ),
          ).toBe(true);
        }
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      expect(suggest(source, { source: 'text', published: '2021-06-10' })).toEqual(found);
    }),
    { numRuns: 200 },
  );
});

describe('what repeats without an end', () => {
  // Each made the rules look through the whole of it from every word: a minute and more.
  it.each(['A.', 'A’', '…', '$1 ', 'of the ', 'for said ', 'He has also '])(
    '200 000 letters of %j end',
    async (what) => {
      const source = await readText(
        new TextEncoder().encode(`It said ${what.repeat(200_000 / what.length)}`),
        { name: 'a.txt' },
      );
      for (const { passage } of suggest(source, { source: 'text' }))
        expect(passage.end - passage.start).toBeLessThanOrEqual(2000);
    },
  );

  it('a text in one line gives what its sentences give alone', async () => {
    const sentence = 'Norway threatened to close the line for six weeks. ';
    const kinds = (found: Suggestion[]): string[] =>
      found
        .filter(({ kind }) => kind !== 'actor')
        .flatMap(({ carries = [], ...own }) => [own, ...carries])
        .map(({ kind, finding }) => `${kind} ${finding}`);
    const alone = kinds(await read(sentence));
    expect(alone.length).toBeGreaterThan(1);
    expect(kinds(await read(sentence.repeat(500)))).toEqual(
      Array.from({ length: 500 }, () => alone).flat(),
    );
  });
});

describe('nothing is found', () => {
  it.each([
    ['threat', 'Norway did not threaten Chile.'],
    ['threat', 'The condor is a threatened species.'],
    ['promise', 'Chile refused to promise that its ships would stay away.'],
    ['demand', 'Norway said that it would ask for nothing.'],
    ['demand', 'Norway warned that it would send its ships to Port Stanley.'],
    ['demand', 'Norway insisted that Chile wanted to be heard.'],
    ['demand', 'If the agency agrees, the bureau must release more water.'],
    ['assurance', 'It wants a written guarantee that the land keeps its rights.'],
    ['assurance', 'Ana Lund said that she would not talk to Chile.'],
    ['option', 'Norway could lose the strait.'],
    ['option', 'Norway has sanctioned neither.'],
    ['attribution', 'Peru’s promise to keep out was kept.'],
    ['attribution', 'Had Chile promised to leave, Norway would have stayed.'],
    ['quantity', 'In 2020 exports fell; it was 5 p.m. on a Monday.'],
  ] as const)('of the kind %s: %s', async (kind, text) => {
    expect(await words(text, kind)).toEqual([]);
  });
});

describe('who speaks', () => {
  const by = async (text: string, kind: Suggestion['kind']): Promise<unknown[]> =>
    (await read(text)).filter((one) => one.kind === kind).map((one) => one.by);

  it('is named behind "by" in the passive, and behind the verb after a quotation', async () => {
    expect(await by('Chile was threatened with sanctions by Norway.', 'threat')).toEqual([
      'Norway',
    ]);
    expect(
      await by(
        'Chile had reasons to wait. "We will never attack Chile," said Mr Lund, the Norwegian minister.',
        'assurance',
      ),
    ).toEqual(['Norway']);
  });

  it('is whoever says so, not whoever must', async () => {
    expect(await by('Chile told Norway that it must leave.', 'demand')).toEqual(['Chile']);
  });

  it.each([
    [
      'Chief executive Lena Brask of Velmond Transit left. Brask denied that it was late.',
      'Velmond Transit',
    ],
    [
      'The Transport Workers’ Union met. Pieter Maas, the union’s secretary, said so. Maas denied that it was late.',
      'Transport Workers’ Union',
    ],
    [
      'Velmond Transit waits. Its chief executive, Lena Brask, said so. Brask denied that it was late.',
      'Velmond Transit',
    ],
    [
      'Norway waits. The Norwegian envoy, Ana Lund, said so. Lund denied that it was late.',
      'Norway',
    ],
  ])('is the body that a person acts for: %s', async (text, body) => {
    expect((await by(text, 'attribution')).at(-1)).toBe(body);
  });

  it.each(['Michael Jordan', 'Chad Smith', 'Paris Hilton', 'George Washington'])(
    'is no state for a person’s name: %s',
    async (name) => {
      expect(await by(`${name} denied that it was late.`, 'attribution')).toEqual([name]);
    },
  );
});

describe('an option', () => {
  const known = [
    { id: 'NO', names: ['Norway'], options: [{ id: 'NO.lend', label: 'Lend a hand' }] },
  ];
  it('is a line in the braces of its actor, under a name that is free', async () => {
    const [option] = (await read('Norway could also lend its ships to Chile.', known)).filter(
      ({ kind }) => kind === 'option',
    );
    expect(option).toMatchObject({ proposal: null });
    const [other] = (await read('Norway could also sell its ships.', known)).filter(
      ({ kind }) => kind === 'option',
    );
    expect(other).toMatchObject({
      within: 'NO',
      proposal: 'option sell "Sell its ships"  @text:P1',
    });
    const [taken] = (await read('Norway has closed the strait.', known)).filter(
      ({ kind }) => kind === 'option',
    );
    expect(taken.proposal).toBe('option closed "Closed the strait" taken  @text:P1');
  });

  it('is a note where the model has no such actor', async () => {
    const [option] = (await read('Norway could lend its ships.')).filter(
      ({ kind }) => kind === 'option',
    );
    expect(option.proposal).toBe('# option "Lend its ships": of "Norway"  @text:P1');
    expect(option.within).toBeUndefined();
  });
});
