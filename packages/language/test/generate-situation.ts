import fc from 'fast-check';
import { tokenize } from '../src/parser.js';

const ACTORS = ['North', 'South', 'event', 'Über', 'X1'] as const;
const OPTIONS = ['pump', 'sue', 'taken', 'order', 'o_2'] as const;

interface Cast {
  /** Option names by actor; actors without any are stakeholders. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** Whatever an expression may mention. */
  readonly atoms: readonly string[];
}

const words = fc.constantFrom(
  'Tests',
  'a "quote"',
  'back\\slash',
  '# no comment',
  'Ünïcode',
  '',
  '{',
);
const text = words.map((w) => JSON.stringify(w).replace(/\\\\/g, '\\\\'));
const date = fc.constantFrom('2018', '2018-04', '2018-04-27', '2020-02-29');
const grounds = fc
  .array(
    fc.oneof(
      fc.constantFrom('@src', '@src:P7', '@src:P7-P9', '@src#bank', '@src:P0#a_1', 'rests on cl'),
      text.map((t) => `because ${t}`),
    ),
    { maxLength: 3 },
  )
  .map((all) => all.join('  '));

const maybe = (arb: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.option(arb, { nil: '', freq: 2 });
const join = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((all) => all.filter((p) => p !== '').join(' '));
const word = (w: string): fc.Arbitrary<string> => fc.constant(w);
const lines = (arb: fc.Arbitrary<string>, max: number): fc.Arbitrary<string> =>
  fc.array(arb, { maxLength: max }).map((all) => all.join('\n  '));

function expression(atoms: readonly string[], depth = 2): fc.Arbitrary<string> {
  const atom = fc.constantFrom(...atoms);
  if (depth === 0) return atom;
  const inner = expression(atoms, depth - 1).map((e) => (/ /.test(e) ? `(${e})` : e));
  const list = fc
    .uniqueArray(atom, { minLength: 1, maxLength: 4 })
    .map((all) => `{${all.join(', ')}}`);
  return fc.oneof(
    { weight: 3, arbitrary: atom },
    inner.map((e) => `not ${e}`),
    fc.tuple(inner, inner, inner).map(([a, b, c]) => `${a} and not ${b} or ${c}`),
    fc
      .tuple(inner, fc.constantFrom('iff', 'implies', 'if', 'only if', 'xor', 'or', 'and'), inner)
      .map(([a, op, b]) => `${a} ${op} ${b}`),
    fc
      .tuple(
        fc.constantFrom('all of', 'none of', 'at least 1 of', 'at most one of', 'exactly one of'),
        list,
      )
      .map(([kind, members]) => `${kind} ${members}`),
  );
}

function preference(atoms: readonly string[], own: boolean): fc.Arbitrary<string> {
  const e = expression(atoms);
  const statement = join(
    fc.constantFrom(
      '',
      'perhaps',
      'perhaps 70 %',
      'perhaps 12.5 % strongly',
      'strongly',
      'very strongly',
    ),
    e,
    grounds,
  );
  const prefers = fc
    .array(
      fc.oneof(
        statement,
        lines(statement, 3).map((s) => `in no order { ${s} }`),
      ),
      {
        maxLength: 3,
      },
    )
    .map((all) => `prefers {\n${all.join('\n')}\n}`);
  const ranked = e.map((x) => (/[ ]/.test(x) ? `(${x})` : x));
  const ranks = fc
    .tuple(ranked, fc.constantFrom('>', '~', '>>', '>>>'), ranked, grounds)
    .map(([a, op, b, g]) => `ranks ${a} ${op} ${b} > others ${g}`);
  const weighs = fc
    .array(fc.tuple(e, fc.constantFrom('3', '-1', '+2.5'), grounds), { maxLength: 3 })
    .map(
      (all) =>
        `weighs { ${all.map(([x, w, g]) => `${x}: ${w} ${g}`).join(' ')} }${all.length > 1 ? ' much from 2, very much from 4.5' : ''}`,
    );
  const factions = prefers.map(
    (p) => `faction doves ${p === '' ? '' : `{ ${p} }`} ${p}
    faction hawks "Hawks" { prefers { } } prevails hawks`,
  );
  const rival = weighs.map((w) => `faction doves { ${w} } faction hawks "Hawks" @src { ${w} }`);
  return own
    ? fc.oneof(fc.constant(''), prefers, ranks, weighs, factions, rival)
    : fc.oneof(fc.constant(''), prefers, ranks, weighs);
}

function actorText(name: string, { options, atoms }: Cast): fc.Arbitrary<string> {
  const flags = fc.constantFrom(
    '',
    'taken',
    'open, slow',
    'unknown',
    'irreversible slow',
    'not resumable',
  );
  const own = options.get(name)!;
  const declared = fc
    .tuple(...own.map((o) => join(word(`option ${o}`), maybe(text), flags, grounds)))
    .map((all) => all.join('\n  '));
  const e = expression(atoms);
  return join(
    word(`actor ${name}`),
    maybe(text),
    maybe(fc.constant('aka "P", "Q"')),
    grounds,
    word('{'),
    declared,
    preference([...atoms, ...own], true),
    lines(
      fc.oneof(
        constraintText(atoms),
        e.map((x) => `cannot move from ${x} to ${x}`),
      ),
      2,
    ),
    word('}'),
    grounds,
  );
}

function constraintText(atoms: readonly string[]): fc.Arbitrary<string> {
  const e = expression(atoms);
  const side = expression(atoms, 1).map((x) => (/ /.test(x) ? `(${x})` : x));
  return join(
    fc.oneof(
      e.map((x) => `never ${x}`),
      e.map((x) => `always ${x}`),
      fc.tuple(side, side).map(([a, b]) => `${a} requires ${b}`),
      fc
        .constantFrom('exactly one of', 'at most 2 of', 'at least one of')
        .map((kind) => `${kind} {${atoms.slice(0, 3).join(', ')}}`),
    ),
    grounds,
  );
}

function restText(cast: Cast): fc.Arbitrary<string>[] {
  const { options, atoms } = cast;
  const actors = [...options.keys()];
  const owners = actors.filter((a) => options.get(a)!.length > 0);
  const e = expression(atoms);
  const [first, second] = actors as [string, string];
  const owned = fc.constantFrom(...owners).chain((owner) =>
    fc.constantFrom(...options.get(owner)!).map((o) => ({
      option: `${owner}.${o}`,
      owner,
      other: actors.find((a) => a !== owner)!,
    })),
  );
  return [
    lines(constraintText(atoms), 3),
    lines(
      fc
        .tuple(
          owned,
          e,
          maybe(fc.constant('"Label":')),
          fc.constantFrom('promise', 'threat', 'assurance'),
          grounds,
        )
        .map(
          ([o, when, label, kind, g]) =>
            `${kind} ${label} not ${o.option} when ${when} to ${o.other} ${g}`,
        ),
      2,
    ),
    lines(
      fc.tuple(owned, grounds).map(([o, g]) => `demand ${o.option} by ${o.other} ${g}`),
      1,
    ),
    maybe(
      fc
        .tuple(preference(atoms, false), constraintText(atoms), grounds)
        .map(
          ([p, c, g]) =>
            `${second} perceives ${first} ${g} { ${p}\n unaware of ${options.get(first)![0]!}\n${c} }`,
        ),
    ),
    maybe(join(word(`${first} cannot move from`), e, word('to'), e, grounds)),
    maybe(
      join(
        fc.constantFrom('worst for', 'best for'),
        fc.constantFrom(...actors),
        word('is sc1'),
        grounds,
      ),
    ),
    maybe(
      fc.constantFrom(
        `relation ${first} allied with ${second} @src`,
        `relation ${first} "owes money to" ${second}`,
        `relation ${second} part of ${first}`,
      ),
    ),
    lines(
      fc
        .tuple(date, text, owned, maybe(e.map((x) => `signals ${x}`)), grounds)
        .map(([d, t, o, s, g]) => `event ${d} ${t} { not ${o.option} } ${s} ${g}`),
      2,
    ),
  ];
}

const cast = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...ACTORS), { minLength: 2, maxLength: 4 }),
    fc.array(fc.uniqueArray(fc.constantFrom(...OPTIONS), { maxLength: 4 }), {
      minLength: 4,
      maxLength: 4,
    }),
  )
  .map(([actors, lists]): Cast => {
    const options = new Map(
      actors.map((a, i) => [a, i === 0 && lists[0]!.length === 0 ? ['pump'] : lists[i]!]),
    );
    const own = [...options].flatMap(([a, list]) => list.map((o) => `${a}.${o}`));
    return { options, atoms: [...own, 'tr', 'sc1', 'sc2', 'st', `${actors[0]!}.tr`] };
  });

const lineEnd = fc.constantFrom(
  '\n',
  '\r\n',
  '\r',
  ' # a comment\n',
  '\n\n\n  # own line\n',
  '\n\t',
);

/** Texts of situations without errors, with every part of the language in some of them. */
export const situationText: fc.Arbitrary<string> = cast.chain((people) => {
  const { options, atoms } = people;
  const actors = [...options.keys()];
  const own = atoms.slice(0, -5);
  const parts = [
    join(
      fc.constantFrom('situation', 'situation s1'),
      text,
      maybe(date.map((d) => `as of ${d}`)),
      grounds,
    ),
    join(
      word('source src "A source"'),
      grounds,
      word(
        '{ author "A"\npublished 2018-04-27 accessed 2019 url "https://x.y" kind "paper" note "n" }',
      ),
    ),
    join(
      word('claim cl "A claim"'),
      fc.constantFrom('stated', `claimed by ${actors[0]!}`, 'reported by "press"', 'denied'),
      fc.constantFrom('', ', disputed', `disputed by ${actors[0]!}, disputed by "some"`),
      maybe(expression(atoms, 1).map((e) => `, cause of ${e}`)),
      fc.constantFrom('', ', quantity over 90 "%"', 'quantity 25 "million"'),
      grounds,
    ),
    ...actors.map((a) => actorText(a, people)),
    join(
      word('agreement tr'),
      maybe(text),
      word(`between ${actors[0]!}, ${actors[1]!}`),
      fc.constantFrom('', 'taken', 'irreversible, slow'),
      grounds,
    ),
    join(word('scenario sc1'), maybe(text), word('='), expression(own), grounds),
    join(word('scenario sc2 ='), expression([...own, 'sc1', 'st', 'tr']), grounds),
    join(word('state st'), maybe(text), fc.constantFrom('= { }', `= { ${own[0]!}, tr }`), grounds),
    ...restText(people),
  ];
  return fc
    .tuple(
      fc.tuple(...parts),
      fc.array(lineEnd, { minLength: parts.length, maxLength: parts.length }),
    )
    .map(([all, ends]) => all.map((part, i) => part + ends[i]!).join(''));
});

const GAPS = [
  ' ',
  '  ',
  '\n',
  '\r\n    ',
  '\n\n\t',
  '  # so\n',
  '\n  # above\n  ',
  '\n# two\n\n# more\n',
];

/** Other blanks, line ends and comments between the words, by these numbers in turn. */
export function mangle(text: string, by: readonly number[]): string {
  const { tokens } = tokenize(text);
  let result = '';
  let done = 0;
  for (const [i, { startOffset, image }] of tokens.entries()) {
    const gap = text.slice(done, startOffset);
    const other = GAPS[by[i % by.length]!];
    result += (/^[ \t\r\n]+$/.test(gap) && other !== undefined ? other : gap) + image;
    done = startOffset + image.length;
  }
  return result + text.slice(done);
}
