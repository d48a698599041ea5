import { printSituation } from '@standoff/language/print';
import { prepare, type Prepared } from '@standoff/situation';
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../situation/test/situations.js';
import { read, written } from './formats.js';

/** Upstream lets water through or escalates, not both; downstream attacks. */
const RIVER = {
  options: [
    { name: 'Let water through', permittedDirection: 'both' },
    { name: 'Step up', permittedDirection: 'both' },
    { name: 'Attack', permittedDirection: 'both' },
  ],
  decisionMakers: [
    {
      name: 'Upstream',
      options: [0, 1],
      preferences: [
        [
          [0, 'N'],
          [1, 'N'],
          [2, 'N'],
        ],
        [[1, 'Y']],
        [[2, 'N']],
        [[0, 'N']],
      ],
    },
    {
      name: 'Downstream',
      options: [2],
      preferences: [
        [
          [0, 'Y'],
          [1, 'N'],
          [2, 'N'],
        ],
        [
          [0, 'N'],
          [1, 'N'],
          [2, 'Y'],
        ],
        [
          [0, 'N'],
          [1, 'Y'],
          [2, 'Y'],
        ],
        [
          [0, 'N'],
          [1, 'N'],
          [2, 'N'],
        ],
        [
          [0, 'Y'],
          [1, 'N'],
          [2, 'Y'],
        ],
      ],
    },
  ],
  infeasibles: [
    [
      [0, 'Y'],
      [1, 'Y'],
    ],
  ],
};

/** The states from 1, in the order of the decimals, that hold under the concept. */
function equilibria({ space, equilibria: all }: Prepared, concept: string): number[] {
  return Array.from({ length: space.size }, (_, s) => s + 1).filter((n) =>
    all.conceptsAt(n - 1).some((one) => one === concept),
  );
}

async function prepared(file: unknown): Promise<Prepared> {
  const { model } = await read('gmcr', JSON.stringify(file));
  return prepare(model, { statusQuoOptional: true, opponentsRule: 'each at most once' });
}

describe('read', () => {
  it('comes to the published results (Hipel, Kilgour, Kinsara 2014)', async () => {
    const situation = await prepared(RIVER);
    expect(equilibria(situation, 'Nash')).toEqual([6]);
    expect(equilibria(situation, 'GMR')).toEqual([1, 6]);
    expect(equilibria(situation, 'SEQ')).toEqual([6]);
  });

  it('takes away the moves to and from misperceived states, and writes them again', async () => {
    const [up, down] = RIVER.decisionMakers;
    const file = {
      ...RIVER,
      decisionMakers: [
        {
          ...up,
          misperceptions: [
            [
              [0, 'Y'],
              [1, 'N'],
            ],
          ],
        },
        {
          ...down,
          misperceptions: [
            [
              [0, 'N'],
              [1, 'N'],
            ],
          ],
        },
      ],
    };
    expect(equilibria(await prepared(file), 'Nash')).toEqual([1, 2, 6]);
    const { model, notes } = await read('gmcr', JSON.stringify(file));
    expect(notes.map(({ place }) => place)).toContain('decisionMakers[1].misperceptions');
    const again = await written('gmcr', model);
    expect(again.notes.filter(({ place }) => place === 'moves ruled out')).toEqual([]);
    expect(JSON.parse(again.text)).toMatchObject({
      decisionMakers: [
        // Nothing more is needed: to let water through and to step up cannot be.
        { misperceptions: [[[0, 'Y']]] },
        {
          misperceptions: [
            [
              [0, 'N'],
              [1, 'N'],
            ],
          ],
        },
      ],
    });
  });

  it.each(['preferenceRanking', 'preferenceVector'])('ranks by hand, as %s', async (field) => {
    const [up, down] = RIVER.decisionMakers;
    const file = {
      ...RIVER,
      [field === 'preferenceVector' ? 'useManualPreferenceVectors' : 'useManualPreferenceRanking']:
        true,
      decisionMakers: [
        { ...up, [field]: [1, 3, 6, [2, 4], 5] },
        { ...down, preferences: [], [field]: [[1, 2, 3, 4, 5, 6]] },
      ],
    };
    const { model, notes } = await read('gmcr', JSON.stringify(file));
    const { game } = prepare(model);
    expect(game.ranks.map((own) => [...own])).toEqual([
      [5, 2, 4, 2, 1, 3],
      [1, 1, 1, 1, 1, 1],
    ]);
    expect(notes.map(({ place }) => place)).toContain('decisionMakers[0].preferences');
    expect(JSON.parse((await written('gmcr', model)).text)).toMatchObject({
      decisionMakers: [{ preferenceRanking: [1, 3, 6, [2, 4], 5] }, {}],
    });
  });

  it('numbers states by the options of the file, whoever owns them', async () => {
    const file = {
      useManualPreferenceRanking: true,
      options: [{ name: 'a' }, { name: 'b' }],
      decisionMakers: [
        { name: 'Second', options: [1], preferences: [], preferenceRanking: [3, 1, 2, 4] },
        { name: 'First', options: [0], preferences: [], preferenceRanking: [1, 2, 3, 4] },
      ],
      infeasibles: [],
    };
    const { model } = await read('gmcr', JSON.stringify(file));
    // Number 3 of the file is that b alone is taken; in the model b stands first.
    expect(model.options.map(({ label }) => label)).toEqual(['b', 'a']);
    const { game } = prepare(model);
    expect([...game.ranks[0]]).toEqual([3, 4, 2, 1]);
    expect([...game.ranks[1]]).toEqual([4, 2, 3, 1]);
  });

  it('says what it could not carry over', async () => {
    const file = {
      options: [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
      decisionMakers: [
        { name: 'One', options: [0, 1], preferences: [[[0, 'Y']]] },
        { name: 'Two', options: [1], preferences: [] },
        { name: 'Three', options: [], preferences: [] },
      ],
      infeasibles: [],
      coalitions: [[0, 1], 2],
    };
    const { model, notes } = await read('gmcr', JSON.stringify(file));
    expect(notes.map(({ place }) => place)).toEqual([
      'decisionMakers[1].options',
      'decisionMakers',
      null,
      'coalitions',
      null,
    ]);
    // Nobody has c, and no move.
    const { game, deciders } = prepare(model);
    const nobody = deciders.findIndex(({ id }) => id === 'Nobody');
    expect(game.moves.successors(nobody, 0, new Int32Array(8))).toBe(0);
  });

  it('keeps what can only be given up, taken today or not', async () => {
    const file = {
      options: [
        { name: 'a', permittedDirection: 'back' },
        { name: 'b', permittedDirection: 'fwd' },
      ],
      decisionMakers: [{ name: 'One', options: [0, 1], preferences: [[[0, 'Y']]] }],
      infeasibles: [],
    };
    const { model } = await read('gmcr', JSON.stringify(file));
    const situation = printSituation(model);
    // `not resumable` would let it be taken up once.
    expect(situation).toContain('One cannot move from not a to a');
    const { game } = prepare(modelOf(situation));
    const reach = new Int32Array(4);
    const from = [0, 1, 2, 3].map((s) => [
      ...reach.subarray(0, game.moves.successors(0, s, reach)),
    ]);
    expect(from).toEqual([[2], [0, 2, 3], [], [2]]);
    expect(JSON.parse((await written('gmcr', model)).text)).toMatchObject({
      options: file.options,
    });
  });

  it('makes names of any label', async () => {
    const names = ['not', '2 go', '  ', 'Größe "x"\n', 'أمن', 'a', 'a', '\u202eb', '=1+1'];
    const file = {
      options: names.map((name) => ({ name })),
      decisionMakers: [
        {
          name: 'only',
          options: names.map((_, k) => k),
          preferences: names.map((_, k) => [[k, 'Y']]),
        },
      ],
    };
    const { model } = await read('gmcr', JSON.stringify(file));
    expect(printSituation(model)).toContain('option größe_x "Größe \\"x\\""');
  });

  it('reads a hundred options with as many statements', async () => {
    const many = Array.from({ length: 100 }, (_, k) => k);
    const file = {
      options: many.map((k) => ({ name: `Option ${k}`, permittedDirection: 'both' })),
      decisionMakers: [{ name: 'One', options: many, preferences: many.map((k) => [[k, 'Y']]) }],
      infeasibles: [],
    };
    const { model } = await read('gmcr', JSON.stringify(file));
    expect(model.options).toHaveLength(100);
  });
});

describe('what is no file of GMCR+', () => {
  const wrong = (change: object): string => JSON.stringify({ ...RIVER, ...change });
  const maker = (change: object): string =>
    wrong({ decisionMakers: [{ ...RIVER.decisionMakers[0], ...change }] });
  it.each([
    ['', /^expected JSON/],
    [JSON.stringify(RIVER).slice(0, 200), /^expected JSON/],
    ['[]', /^expected an object, found a list/],
    ['{"options": 3}', /^options: expected a list, found 3/],
    [
      wrong({ infeasibles: [], options: [{ name: 7 }] }),
      /^options\[0\]\.name: expected a text, found 7/,
    ],
    [
      wrong({ infeasibles: [], options: [{ name: 'a', permittedDirection: 'up' }] }),
      /^options\[0\]\.permittedDirection: expected "both" or "fwd" or "back", found "up"/,
    ],
    [
      wrong({ options: Array.from({ length: 5000 }, () => ({ name: 'a' })) }),
      /^options: expected at most 1000 options, found 5000/,
    ],
    [
      maker({ options: [3] }),
      /^decisionMakers\[0\]\.options\[0\]: expected the number of an option, from 0 to 2, found 3/,
    ],
    [
      maker({ options: [0.5] }),
      /^decisionMakers\[0\]\.options\[0\]: expected the number of an option/,
    ],
    [
      maker({ preferences: [[[0, 'X']]] }),
      /^decisionMakers\[0\]\.preferences\[0\]\[0\]\[1\]: expected "Y" or "N", found "X"/,
    ],
    [
      maker({ preferences: [{ compound: true }] }),
      /^decisionMakers\[0\]\.preferences\[0\]: expected a field members, found none/,
    ],
    [
      maker({
        preferences: [
          [
            [0, 'Y'],
            [0, 'N'],
          ],
        ],
      }),
      /^decisionMakers\[0\]\.preferences\[0\]: expected each option once, found option 0 twice/,
    ],
    [wrong({ infeasibles: [[]] }), /^infeasibles\[0\]: expected an option at least, found none/],
    [
      wrong({ useManualPreferenceRanking: true }),
      /^decisionMakers\[0\]: expected a field preferenceRanking, found none/,
    ],
    [
      wrong({
        useManualPreferenceRanking: true,
        decisionMakers: [{ ...RIVER.decisionMakers[0], preferenceRanking: [1, [2, 1]] }],
      }),
      /^decisionMakers\[0\]\.preferenceRanking\[1\]\[1\]: expected each state once, found 1, as in/,
    ],
    [
      wrong({
        useManualPreferenceRanking: true,
        decisionMakers: [{ ...RIVER.decisionMakers[0], preferenceRanking: [1, 2] }],
      }),
      /^decisionMakers\[0\]\.preferenceRanking: expected all 6 states, found none with the number 3/,
    ],
    [
      wrong({ coalitions: [[7]] }),
      /^coalitions\[0\]\[0\]: expected the number of a decision maker/,
    ],
    [
      wrong({ coalitions: [[[0]]] }),
      /^coalitions\[0\]\[0\]: expected the number of a decision maker, from 0 to 1, found a list/,
    ],
  ])('%# is refused with its place', async (file, message) => {
    await expect(read('gmcr', file)).rejects.toThrow(message);
    await expect(read('gmcr', file)).rejects.toMatchObject({ name: 'ModelFault' });
  });

  it('contradicts itself where states are to be ranked', async () => {
    const file = wrong({ useManualPreferenceRanking: true, infeasibles: [[[0, 'Y']], [[0, 'N']]] });
    await expect(read('gmcr', file)).rejects.toMatchObject({ code: 'no-feasible-state' });
  });
});
