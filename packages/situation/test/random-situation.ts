import { chance } from '../../../test/chance.js';

/** Small ones that tie, and ones that no number holds beside others. */
const WEIGHTS =
  '1 1 2 3 -1 -2 0 0.1 0.2 0.3 -0.7 1000000000 1073741824 9007199254740992 9007199254740993 -9007199254740993 100000000000000000000 0.000000000001 1.00000000000000000001'.split(
    ' ',
  );

const OPTIONS = ['A.x', 'A.y', 'B.x', 'B.y', 'C.x'];

export interface Kinds {
  /** Forms of preference that may occur. */
  readonly forms: readonly ('prefers' | 'ranks' | 'weighs' | 'factions')[];
  /** Constraints, one-way options, moves ruled out, scenarios. */
  readonly rules?: boolean;
}

/** A text with three decision makers, a stakeholder and five options. */
export function randomText(seed: number, { forms, rules = true }: Kinds): string {
  const below = chance(Math.imul(seed, 7919) + 1);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)];
  const some = (n: number, one: () => string): string =>
    Array.from({ length: 1 + below(n) }, one).join('\n    ');
  const literal = (): string => (below(2) === 0 ? 'not ' : '') + pick(OPTIONS);
  const atom = (): string =>
    below(3) > 0
      ? literal()
      : below(4) === 0
        ? `exactly ${1 + below(2)} of {A.x, B.x, C.x}`
        : `(${literal()} ${pick(['and', 'or', 'iff', 'xor', 'only if'])} ${literal()})`;
  // Often what was said before, so that worlds differ in degrees only.
  const said: string[] = [];
  const statement = (): string => {
    const wish = said.length > 0 && below(2) === 0 ? pick(said) : atom();
    said.push(wish);
    return [
      pick(['', '', 'perhaps', 'perhaps 70 %']),
      pick(['', '', 'strongly', 'very strongly']),
      wish,
    ].join(' ');
  };
  const prefers = (): string =>
    `prefers {\n    ${below(3) === 0 ? `in no order { ${some(3, statement)} }\n    ` : ''}${some(3, statement)}\n  }`;
  const weighs = (): string =>
    `weighs { ${some(4, () => `${atom()}: ${pick(WEIGHTS)}`)} }${pick(['', ' much from 0.3', ' much from 1, very much from 9007199254740993'])}`;
  const ranks = (): string => {
    const [a, b] = [pick(OPTIONS), pick(OPTIONS)];
    const gap = (): string => pick(['>', '>>', '~', '>>>']);
    return a === b
      ? `ranks ${a} ${pick(['>', '>>'])} others`
      : `ranks (${a} and ${b}) ${gap()} (${a} and not ${b}) > (${b} and not ${a}) >> others`;
  };
  const preference = (): string => {
    switch (pick(forms)) {
      case 'prefers':
        return prefers();
      case 'ranks':
        return ranks();
      case 'weighs':
        return weighs();
      case 'factions':
        return `faction f { ${pick([prefers, weighs, ranks])()} }\n  faction g { ${pick([prefers, weighs])()} }`;
    }
  };
  const flag = (): string =>
    pick(rules ? ['', '', '', ' taken', ' irreversible', ' taken not resumable'] : ['', ' taken']);
  const actor = (id: string): string =>
    `actor ${id} {\n${OPTIONS.filter((o) => o.startsWith(id))
      .map((o) => `  option ${o.slice(2)}${flag()}\n`)
      .join('')}  ${preference()}\n}`;
  return [
    'situation "Random"',
    ...['A', 'B', 'C', 'W'].map(actor),
    `scenario one = ${atom()}`,
    `scenario two = ${literal()} and ${literal()}`,
    ...(rules && below(2) === 0 ? [`A cannot move from ${literal()} to ${literal()}`] : []),
    ...(rules && below(2) === 0 ? [`never ${literal()} and ${literal()} and ${literal()}`] : []),
  ].join('\n');
}
