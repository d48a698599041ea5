import fc from 'fast-check';
import { tokenize } from '../src/parser.js';

// Some differ in case alone, some are words of the language.
const ACTORS = ['North', 'South', 'event', 'Über', 'X1', 'x1'] as const;
const OPTIONS = ['pump', 'sue', 'Pump', 'taken', 'order', 'o_2'] as const;

interface Cast {
  /** Option names by actor; actors without any are stakeholders. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** Whatever an expression may mention. */
  readonly atoms: readonly string[];
}

const words = fc.constantFrom(
  'Tests',
  'tests',
  'a "quote"',
  'back\\slash',
  '# no comment',
  'Ünïcode',
  '',
  '{',
  '<b>&amp;|`',
  // Line ends that are none elsewhere; letters that run the other way, and what makes others do so.
  'a\u2028b\u2029c',
  '\u202Eעברית\u200F abc',
  'a long label that no column is wide enough for and that has to be cut or wrapped somewhere',
);
const text = words.map((w) => `"${w.replace(/[\\"]/g, '\\$&')}"`);
const date = fc.constantFrom('2018', '2018-04', '2018-04-27', '2020-02-29');
const grounds = fc
  .array(
    fc.oneof(
      fc.constantFrom('@src', '@src:P7', '@src:P7-P9', '@src#bank', '@src:P0#a_1', 'rests on cl'),
      fc.constantFrom('inferred from @src:P9', 'inferred  from @src#bank'),
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
      'perhaps 0 %',
      'perhaps 100 % strongly',
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
    .tuple(ranked, fc.constantFrom('>', '~', '>>', '>>>', '>>>>'), ranked, grounds)
    .map(([a, op, b, g]) => `ranks ${a} ${op} ${b} > others ${g}`);
  const weighs = fc
    .array(
      fc.tuple(
        e,
        fc.constantFrom('3', '-1', '+2.5', '1000000000', '0.000000001', '-9007199254740993'),
        grounds,
      ),
      { maxLength: 3 },
    )
    .map(
      (all) =>
        `weighs { ${all.map(([x, w, g]) => `${x}: ${w} ${g}`).join(' ')} }${all.length > 1 ? ' much from 2, very much from 4.5' : ''}`,
    );
  const factions = prefers.map(
    (p) => `faction doves ${p === '' ? '' : `{ ${p} }`} ${p}
    faction hawks "Hawks" { prefers { } } prevails hawks`,
  );
  const rival = fc
    .tuple(fc.oneof(weighs, ranks), fc.oneof(weighs, ranks))
    .map(([a, b]) => `faction doves { ${a} } faction hawks "Hawks" @src { ${b} }`);
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
    'from 2018-04-01 until 2018-06',
    'until 2019, slow',
    'not resumable',
  );
  const own = options.get(name)!;
  const declared = fc
    .tuple(...own.map((o) => join(word(`option ${o}`), maybe(text), flags, grounds)))
    .map((all) => all.join('\n  '));
  const head = [word(`actor ${name}`), maybe(text), maybe(fc.constant('aka "P", "Q"')), grounds];
  // Nothing can be wished for where nobody has an option.
  if (atoms.length === 0) return join(...head);
  const e = expression(atoms);
  return join(
    ...head,
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

/** What is said of two actors at least. */
function betweenActors(cast: Cast): fc.Arbitrary<string>[] {
  const { options, atoms } = cast;
  const [first, second] = [...options.keys()];
  if (first === undefined || second === undefined || atoms.length === 0) return [];
  const e = expression(atoms);
  return [
    ...(options.get(first)!.length > 0
      ? [
          maybe(
            fc
              .tuple(preference(atoms, false), constraintText(atoms), grounds)
              .map(
                ([p, c, g]) =>
                  `${second} perceives ${first} ${g} { ${p}\n unaware of ${options.get(first)![0]}\n${c} }`,
              ),
          ),
        ]
      : []),
    maybe(join(word(`${first} cannot move from`), e, word('to'), e, grounds)),
    maybe(
      fc.constantFrom(
        `relation ${first} allied with ${second} @src`,
        `relation ${first} "owes money to" ${second}`,
        `relation ${second} part of ${first}`,
      ),
    ),
    join(
      word('agreement tr'),
      maybe(text),
      word(`between ${first}, ${second}`),
      fc.constantFrom('', 'taken', 'irreversible, slow'),
      grounds,
    ),
  ];
}

/** What is said of somebody's options. */
function aboutOptions(cast: Cast): fc.Arbitrary<string>[] {
  const { options, atoms } = cast;
  const actors = [...options.keys()];
  const owners = actors.filter((a) => options.get(a)!.length > 0);
  if (owners.length === 0) return [];
  const e = expression(atoms);
  const owned = fc.constantFrom(...owners).chain((owner) =>
    fc.constantFrom(...options.get(owner)!).map((o) => ({
      option: `${owner}.${o}`,
      other: actors.find((a) => a !== owner),
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
          ([{ option, other }, when, label, kind, g]) =>
            `${kind} ${label} not ${option} when ${when} ${other === undefined ? '' : `to ${other}`} ${g}`,
        ),
      2,
    ),
    lines(
      fc
        .tuple(owned, grounds)
        .map(([{ option, other }, g]) =>
          other === undefined ? '' : `demand ${option} by ${other} ${g}`,
        ),
      1,
    ),
    lines(
      fc
        .tuple(date, text, owned, maybe(e.map((x) => `signals ${x}`)), grounds)
        .map(([d, t, { option }, s, g]) => `event ${d} ${t} { not ${option} } ${s} ${g}`),
      2,
    ),
    join(word('scenario sc1'), maybe(text), word('='), expression(ownAtoms(cast)), grounds),
    join(word('scenario sc2 ='), expression([...atoms.filter((a) => a !== 'sc2')]), grounds),
    maybe(
      join(
        word(`scenario nowhere`),
        maybe(text),
        word(`= ${ownAtoms(cast)[0]} and not ${ownAtoms(cast)[0]}`),
      ),
    ),
    join(
      word('state st'),
      maybe(text),
      fc.constantFrom('= { }', `= { ${ownAtoms(cast)[0]}${actors.length > 1 ? ', tr' : ''} }`),
      grounds,
    ),
    maybe(
      join(
        fc.constantFrom('worst for', 'best for'),
        fc.constantFrom(...actors),
        word('is sc1'),
        grounds,
      ),
    ),
  ];
}

/** The options alone. */
function ownAtoms({ options }: Cast): string[] {
  return [...options].flatMap(([a, list]) => list.map((o) => `${a}.${o}`));
}

/** Actors and so many options each; what else an expression may name comes with them. */
function castOf(
  actors: fc.Arbitrary<string[]>,
  lists: fc.Arbitrary<string[][]>,
): fc.Arbitrary<Cast> {
  return fc.tuple(actors, lists).map(([names, own]): Cast => {
    const options = new Map(names.map((a, i) => [a, own[i]]));
    const named = ['sc1', 'sc2', 'st', ...(names.length > 1 ? ['tr', `${names[0]}.tr`] : [])];
    const none = [...options.values()].every(({ length }) => length === 0);
    return { options, atoms: none ? [] : [...ownAtoms({ options, atoms: [] }), ...named] };
  });
}

const someOptions = fc.uniqueArray(fc.constantFrom(...OPTIONS), { maxLength: 4 });

/** Two actors to four, the first of them a decision maker. */
const cast = castOf(
  fc.uniqueArray(fc.constantFrom(...ACTORS), { minLength: 2, maxLength: 4 }),
  fc
    .array(someOptions, { minLength: 4, maxLength: 4 })
    .map(([first, ...rest]) => [first.length === 0 ? ['pump'] : first, ...rest]),
);

/** Two actors, the first of them a decision maker, of two options at most. */
const pair = castOf(
  fc.uniqueArray(fc.constantFrom(...ACTORS), { minLength: 2, maxLength: 2 }),
  fc
    .array(fc.uniqueArray(fc.constantFrom(...OPTIONS), { maxLength: 2 }), {
      minLength: 2,
      maxLength: 2,
    })
    .map(([first, ...rest]) => [first.length === 0 ? ['pump'] : first, ...rest]),
);

/** From nobody to three actors of two options at most; there may be one decision maker or none. */
const smallCast = castOf(
  fc.uniqueArray(fc.constantFrom(...ACTORS), { maxLength: 3 }),
  fc.array(fc.uniqueArray(fc.constantFrom(...OPTIONS), { maxLength: 2 }), {
    minLength: 3,
    maxLength: 3,
  }),
);

const lineEnd = fc.constantFrom(
  '\n',
  '\r\n',
  '\r',
  ' # a comment\n',
  '\n\n\n  # own line\n',
  '\n\t',
);

function situationOf(people: Cast): fc.Arbitrary<string> {
  const { options, atoms } = people;
  const actors = [...options.keys()];
  const speaker = actors[0] ?? '"somebody"';
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
      fc.constantFrom('stated', `claimed by ${speaker}`, 'reported by "press"', 'denied'),
      fc.constantFrom('', ', disputed', `disputed by ${speaker}, disputed by "some"`),
      atoms.length > 0
        ? maybe(expression(atoms, 1).map((e) => `, cause of ${e}`))
        : fc.constant(''),
      fc.constantFrom('', ', quantity over 90 "%"', 'quantity 25 "million"'),
      grounds,
    ),
    ...actors.map((a) => actorText(a, people)),
    ...betweenActors(people),
    ...aboutOptions(people),
  ];
  return fc
    .tuple(
      fc.tuple(...parts),
      fc.array(lineEnd, { minLength: parts.length, maxLength: parts.length }),
    )
    .map(([all, ends]) => all.map((part, i) => part + ends[i]).join(''));
}

/** Texts of situations without errors, with every part of the language in some of them. */
export const situationText = cast.chain(situationOf);

/** The same of two actors, who have something to do: half as long. */
export const pairSituationText = pair.chain(situationOf);

/** The same of few states, where there may be one decision maker or none. */
export const smallSituationText = smallCast.chain(situationOf);

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
    const other = GAPS[by[i % by.length]];
    result += (/^[ \t\r\n]+$/.test(gap) && other !== undefined ? other : gap) + image;
    done = startOffset + image.length;
  }
  return result + text.slice(done);
}
