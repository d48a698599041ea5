import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  expectSame,
  ModelFault,
  RESERVED,
  type ConflictModel,
  type Proposition,
} from '@standoff/model';
import { THOROUGH } from '../../../test/thorough.js';
import { formatSituation, parseSituation } from '../src/parse.js';
import { printSituation, saidBy } from '../src/print.js';
import { situationText, smallSituationText } from './generate-situation.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (file: string): string => readFileSync(root + file, 'utf8');
const KOREA = read('cases/korea-2018/korea.standoff');

function modelOf(text: string): ConflictModel {
  const { model, diagnostics } = parseSituation(text);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return model!;
}

/** Text → model → text → model: the two models are equal, and the text is laid out and printed again as it is. */
function checkRoundTrip(model: ConflictModel): void {
  const text = printSituation(model);
  const again = modelOf(text);
  expectSame(saidBy(model), saidBy(again));
  expect(formatSituation(text).text).toBe(text);
  expect(printSituation(again)).toBe(text);
}

describe('texts of the repository', () => {
  const files = ['cases', 'packages/questions/test/told/fixtures'].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.standoff'))
      .map((file) => `${folder}/${file}`),
  );
  test.each(files)('%s', (file) => checkRoundTrip(modelOf(read(file))));
});

describe('examples of the documentation', () => {
  const pages = readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => read(`docs/${file}`));
  const examples = pages.flatMap((page) =>
    [...page.matchAll(/^```standoff\n(situation.*?)^```$/gms)].map(([, text]) => text),
  );
  test.each(examples.map((text) => [text.split('\n')[0], text]))('%s', (_, text) => {
    const { model } = parseSituation(text);
    if (model !== null) checkRoundTrip(model);
  });
  const parts = [...read('docs/language.md').matchAll(/^```standoff part\n(.*?)^```$/gms)];
  test.each(parts.map(([, part]) => part))('%s', (part) => {
    const { model } = parseSituation(`${KOREA}\n${part}`);
    if (model !== null) checkRoundTrip(model);
  });
});

/** Mostly small ones: to print and read one again takes as long as it is. */
const generated = fc
  .oneof({ weight: 1, arbitrary: situationText }, { weight: 5, arbitrary: smallSituationText })
  .map(modelOf);
const RUNS = { numRuns: THOROUGH ? 200 : 80 };

test('generated situations', () => {
  fc.assert(fc.property(generated, checkRoundTrip), RUNS);
});

/** Fields that hold words of the model, not names. */
const WORDS: ReadonlySet<string> = new Set(
  'schema op form kind direction initially strength item bound written text'.split(' '),
);

/** The model with all names given by this list in turn. */
function renamed(model: ConflictModel, names: readonly string[]): ConflictModel {
  const { actors, options, sources, agreements, scenarios, states, claims } = model;
  const factions = actors.flatMap((actor) => actor.factions);
  const given = [actors, factions, sources, agreements, scenarios, states, claims].flat();
  const all = new Set([...given.map(({ id }) => id), ...options.map(({ name }) => name)]);
  const other = new Map([...all].map((name, k) => [name, names[k]]));
  const call = (word: string): string =>
    word
      .split('.')
      .map((part) => other.get(part) ?? part)
      .join('.');
  const json = JSON.stringify(model, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, one]: [string, unknown]) => [
            name,
            WORDS.has(name)
              ? one
              : typeof one === 'string'
                ? call(one)
                : Array.isArray(one)
                  ? one.map((part: unknown) => (typeof part === 'string' ? call(part) : part))
                  : one,
          ]),
        )
      : value,
  );
  return JSON.parse(json) as ConflictModel;
}

/** Words of the language that may be names. */
const SOFT = [
  ...new Set(
    [...read('packages/language/src/standoff.langium').matchAll(/'([a-z]+)'/g)].map(
      ([, word]) => word,
    ),
  ),
].filter((word) => !RESERVED.has(word));
/** Those of them that go on with what stands before, and are no name there (docs/language.md). */
const GOING_ON = new Set(
  'because rests inferred by to as aka taken open unknown irreversible slow kept from until'.split(
    ' ',
  ),
);

/** Names in turn. What begins with an actor's name may stand behind anything, and actors come first. */
function names(forActors: readonly string[]): fc.Arbitrary<string[]> {
  return fc
    .tuple(
      fc.shuffledSubarray([...forActors], { minLength: 4, maxLength: 4 }),
      fc.shuffledSubarray(SOFT, { minLength: 30, maxLength: 30 }),
    )
    .map(([actors, others]) => [...actors, ...others.filter((word) => !actors.includes(word))]);
}

test('words of the language as names', () => {
  const others = names(SOFT.filter((word) => !GOING_ON.has(word)));
  fc.assert(
    fc.property(generated, others, (model, words) => checkRoundTrip(renamed(model, words))),
    RUNS,
  );
});

test('actors called by words that go on with what stands before: said, or refused', () => {
  fc.assert(
    fc.property(generated, names([...GOING_ON]), (model, words) => {
      const called = renamed(model, words);
      try {
        printSituation(called);
      } catch (error) {
        expect(error).toBeInstanceOf(ModelFault);
        return;
      }
      checkRoundTrip(called);
    }),
    { numRuns: 100 },
  );
});

const SMALL = modelOf(`situation "S" as of 2018
source src "A source"
actor A { option a option b option c
  prefers {
    perhaps 70 % a  @src:P1
    b and c
  }
}
actor B { option d  weighs { d: 1  not A.a: 2.5 } much from 1 }
actor C {
  faction doves { prefers { A.a } }
  faction hawks { prefers { A.b } }
}
scenario s = A.a
claim c "A claim" stated, quantity 25 "ships"
promise A.a when B.d to B
`);

/** SMALL with other values at these places: "actors.0.label". */
function changed(values: Readonly<Record<string, unknown>>): ConflictModel {
  const model = JSON.parse(JSON.stringify(SMALL)) as ConflictModel;
  for (const [place, value] of Object.entries(values)) {
    const keys = place.split('.');
    const last = keys.pop()!;
    const inner = keys.reduce<unknown>((on, key) => (on as Record<string, unknown>)[key], model);
    (inner as Record<string, unknown>)[last] = value;
  }
  return model;
}

const STATEMENTS = 'actors.0.preference.items';
const WEIGHTS = 'actors.1.preference';

test('numbers, however large, small or long', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const weight = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 });
  const paragraph = fc.nat().map((n) => ({ from: n, to: n + 2 }));
  fc.assert(
    fc.property(share, weight, weight, paragraph, (probability, number, value, paragraphs) => {
      fc.pre([number, value].every((one) => one === 0 || Math.abs(one) > 1e-280));
      const place = { source: 'src', paragraphs, annotation: null };
      checkRoundTrip(
        changed({
          [`${STATEMENTS}.0.perhaps`]: { probability },
          [`${STATEMENTS}.0.evidence`]: [place],
          [`${WEIGHTS}.weights.0.weight`]: number,
          'claims.0.quantities.0.value': value,
        }),
      );
    }),
    RUNS,
  );
  checkRoundTrip(
    changed({
      [`${WEIGHTS}.weights.0.weight`]: Number.MAX_VALUE,
      [`${WEIGHTS}.weights.1.weight`]: 0.1,
      [`${WEIGHTS}.weights.1.exact`]: `0.1${'0'.repeat(298)}1`,
      [`${WEIGHTS}.thresholds`]: [9007199254740992, 9007199254740992],
      [`${WEIGHTS}.exactThresholds`]: ['9007199254740992', '9007199254740993'],
    }),
  );
});

test('texts of any characters', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((one) => !/[\r\n\0]|\ufffd/u.test(one));
  fc.assert(
    fc.property(text, text, text, (label, because, aka) => {
      checkRoundTrip(
        changed({
          'actors.0.label': label,
          'actors.0.aliases': [aka],
          [`${STATEMENTS}.1.because`]: because,
          'commitments.0.label': label,
        }),
      );
    }),
    RUNS,
  );
});

const option = (id: string): Proposition => ({ op: 'option', id });

describe('what no text can say is refused, with its place', () => {
  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['a label of two lines', { 'actors.0.label': 'a\nb' }, 'actors[0].label: expected "a b"'],
    [
      'a conjunction of one',
      { 'scenarios.0.holds': { op: 'and', args: [option('A.a')] } },
      'scenarios[0].holds.op: expected "option", found "and"',
    ],
    [
      'a chain of xor',
      { 'scenarios.0.holds': { op: 'xor', args: ['A.a', 'A.b', 'B.d'].map(option) } },
      'found `scenario s = A.a xor A.b xor B.d`: a chain of `xor`',
    ],
    [
      'what always holds',
      { 'scenarios.0.holds': { op: 'constant', value: true } },
      'found `scenario s = all of {}`: the list in braces is empty',
    ],
    [
      'from two to three of four',
      {
        'scenarios.0.holds': {
          op: 'count',
          min: 2,
          max: 3,
          args: ['A.a', 'A.b', 'A.c', 'B.d'].map(option),
        },
      },
      'scenarios[0].holds.min: expected 0, found 2',
    ],
    ['a reserved word as a name', { 'scenarios.0.id': 'xor' }, 'found `scenario xor "s" = A.a`: '],
    [
      'factions in another order than their statements',
      {
        'actors.2.preference.items': [...statementsOf(SMALL.actors[2])].reverse(),
      },
      'actors[2].preference.items[1].faction: expected null, found "doves"',
    ],
    [
      'a degree beyond all signs',
      {
        'actors.0.preference': {
          form: 'ranking',
          cells: [
            { any: [option('A.a')], others: false, muchWorse: false, grounds: SMALL.situation },
            { any: [], others: true, muchWorse: true, degree: 5, grounds: SMALL.situation },
          ],
        },
      },
      'found `ranks',
    ],
    [
      'an id by another count',
      { 'scenarios.0.id': 's', 'claims.0.id': 's' },
      'the name s is taken',
    ],
  ])('%s', (_, values, message) => {
    expect(() => printSituation(changed(values))).toThrow(ModelFault);
    expect(() => printSituation(changed(values))).toThrow(message);
  });
});

function statementsOf({ preference }: ConflictModel['actors'][number]): readonly unknown[] {
  return preference.form === 'statements' ? preference.items : [];
}

test('a text as a person would write it', () => {
  const text = `situation ashore "The strike" as of 2024-03

source gazette "A strike" {
  author "R. Example"
  published 2024-03-01
}

actor Port "Port company" aka "the \\"port\\"" {
  option raise "Raise wages" taken irreversible slow  @gazette:P3

  prefers {
    not Union.strike  @gazette:P1-P2
    perhaps 70 % strongly raise only if Union.deal
        because "it promised so in public, and is held to what it promises there by its owners" rests on hunger
    in no order {
      raise or none of {Union.strike, calm}
      (raise iff deal) and not (raise or calm)
    }
  }
}

actor Union {
  option strike

  faction doves {
    prefers {
      not strike
    }
  }
  faction hawks "Hawks" {
    weighs {
      strike: 3
      Port.raise: 0.5
    } much from 1, very much from 2.5
  }
  prevails hawks
}

actor Mayor {
  ranks calm > (not Port.raise) ~ deal >>> others
}

agreement deal "A deal" between Union, Port taken

at most one of {Union.strike, deal}
Union.strike requires not calm  @gazette:P4
never Union.strike and Port.raise  @gazette:P5

Union cannot move from strike to not strike

promise Port.raise when not Union.strike to Union  @gazette
threat harder "On and on": Union.strike when not Port.raise
demand Port.raise by Union

Port perceives Union {
  prefers {
    strike
  }
  unaware of deal
  never strike
}

scenario calm = not Union.strike

state dawn "Peace" = { Port.raise, deal }

worst for Mayor is calm

claim hunger "Strikers go hungry" reported by "the press", disputed by Union, disputed, cause of calm, quantity over 90 "%"

relation Union "shouts at" Port
relation Union rival of Port

event 2024-02 "The strike begins" { Union.strike, not deal } signals Port.raise  @gazette
`;
  expect(printSituation(modelOf(text))).toBe(text);
});
