import { describe, expect, test } from 'vitest';
import { diagnose } from '../src/checks/diagnose.js';
import { modelOf, PRISONERS } from './situations.js';

const found = (text: string): string[] =>
  diagnose(modelOf(text)).map(({ code, message, why }) => [code, message, why].join(' | '));

test('a sound situation has nothing to say', () => {
  expect(found(PRISONERS)).toEqual([]);
});

test('contradictory constraints: the smallest set responsible', () => {
  const [only] = diagnose(
    modelOf(`situation "c"
      actor A { option x option y option z }
      never A.x and A.z
      always A.y or A.x
      A.y requires A.x
      A.x requires A.z
      never A.y and A.z`),
  );
  expect(only.code).toBe('contradictory-constraints');
  // x and z exclude each other, x needs z: so no x; then y, which needs x.
  expect(only.why).toMatch(/these 4 constraints/);
  expect(only.why).not.toContain('never A.y and A.z');
  expect(only.related).toHaveLength(3);
});

test('a smaller conflict is preferred to one found first', () => {
  const [only] = diagnose(
    modelOf(`situation "c" actor A { option x option y }
      A.x requires A.y
      always A.x
      never A.y
      never A.x`),
  );
  expect(only.why).toBe('these 2 constraints cannot hold together: "always A.x"; "never A.x"');
});

test('options that are never or always taken, with the constraints that make them so', () => {
  expect(
    found(
      'situation "n" actor A { option x option y taken } never A.x always A.y never A.x and A.y',
    ),
  ).toEqual([
    'option-never-taken | A.x ("x") can never be taken | "never A.x" rules out every state in which it is taken',
    'option-always-taken | A.y ("y") can only be taken | "always A.y" rules out every state in which it is not taken',
  ]);
});

test('a scenario that contradicts itself is not blamed on constraints', () => {
  const two =
    'situation "I" actor A { option go prefers { go } } actor B { option x prefers { x } }';
  expect(found(`${two} scenario i "I" = A.go and not A.go`)).toEqual([
    'empty-scenario | no feasible state belongs to i ("I") | it contradicts itself',
  ]);
  expect(found(`${two} never A.go and B.x scenario i "I" = A.go and B.x`)[0]).toMatch(
    /the constraints rule out/,
  );
});

test('what says nothing', () => {
  const codes = (text: string): string[] => diagnose(modelOf(text)).map(({ code }) => code);
  const two = 'situation "U" actor A { option go prefers { go } }';
  expect(codes(`${two} actor B { option x }`)).toEqual([
    'actor-without-wishes',
    'option-unmentioned',
  ]);
  const both = `${two} actor B { option x prefers { x } }`;
  expect(codes(`${both} event 2018 "E" { not A.go } event 2019 "F" { A.go }`)).toEqual([
    'event-without-effect',
  ]);
  expect(codes(`${both} promise A.go when A.go and B.x to B`)).toEqual(['empty-commitment']);
  expect(codes(`${both} promise A.go when B.x to B`)).toEqual([]);
  expect(codes(`${both} actor \u0410 scenario \u0445y = A.go scenario xy = B.x`)).toEqual([
    'names-alike',
    'names-alike',
  ]);
  const mayor = 'actor C "Mayor" { option y prefers { y } }';
  expect(codes(`${both} ${mayor} actor D "M\u0430yor" { option z prefers { z } }`)).toEqual([
    'names-alike',
  ]);
  expect(codes(`${both} ${mayor} actor D "Mayor Dale" { option z prefers { z } }`)).toEqual([]);
  // A ranking by named states speaks of every option.
  expect(
    codes('situation "U" actor A { option x option y ranks s > others } state s = { A.x }'),
  ).toEqual([]);
});

test('ends of the course that nothing tells apart', () => {
  const ends = (text: string): string[] =>
    found(text).filter((one) => one.startsWith('ends-alike'));
  const two = (wish: string): string =>
    `situation "L" actor A "Ann" { option go prefers { go } } actor B "Ben" { option x prefers { ${wish} } }
     agreement deal "A deal" between A, B
     scenario s "Gone" = A.go`;
  // Ann may sign or not as she goes: Ben never does.
  const [lone, ...others] = ends(two('not deal and not x'));
  expect(lone).toMatch(/ends in “Gone” in 2 variants that differ in the consent A\.deal, which/);
  expect(others).toEqual([]);
  // Where Ben would sign, the ends are two outcomes, told apart by his wish.
  expect(ends(two('deal and not x'))).toEqual([]);
  // What no wish mentions is told of the option itself.
  expect(ends('situation "L" actor A { option go option y unknown prefers { go } }')).toEqual([]);
});

test('a status quo that is not feasible', () => {
  expect(found('situation "s" actor A { option x taken option y } A.x requires A.y')[0]).toMatch(
    /^status-quo-infeasible .* break "A.x requires A.y"/,
  );
});

test('statements that never matter', () => {
  expect(
    found(`situation "p" actor A { option x option y prefers { x y x or y not x and x } }`),
  ).toEqual([
    'statement-never-matters | "x or y" never matters to A | the statements above it decide wherever it could',
    'statement-never-matters | "not x and x" never matters to A | it holds in no feasible state',
  ]);
});

describe('weights that never matter', () => {
  const weights = (text: string, rest = ''): string[] =>
    found(`situation "w" actor A { option x option y weighs { ${text} } } ${rest}`).filter(
      (one) => !/^(option-unmentioned|ends-alike)/.test(one),
    );
  const SAME = 'without it the states are ranked the same';

  test.each<[string, string[]]>([
    ['x: 1073741824  y: 1', []],
    ['x: 1  y: 1', []],
    ['x: 3  x: -3', []],
    ['x: 0  y: 1', ['0 never matters to A | it is 0']],
    ['x: 2  (x or not y): 0.0', ['0 never matters to A | it is 0']],
    [
      '(x and not x): 5  (x or not x): -7  y: 1',
      [
        '5 never matters to A | what it is given to holds in no feasible state',
        '-7 never matters to A | what it is given to holds in every feasible state',
      ],
    ],
    // 0, 1, 2, 4 with it, 0, 1, 2, 3 without.
    ['x: 2  y: 1  (x and y): 1', [`1 never matters to A | ${SAME}`]],
    // Either can go, not both.
    [
      'x: 1  x: 9007199254740993',
      [`1 never matters to A | ${SAME}`, `9007199254740993 never matters to A | ${SAME}`],
    ],
  ])('%s', (text, wanted) => {
    expect(weights(text)).toEqual(
      wanted.map((line) => `weight-never-matters | the weight ${line}`),
    );
  });

  test('degrees count: the same order is not enough', () => {
    const text = (steps: string): string[] =>
      found(`situation "w" actor A { option x option y
        weighs { x: 2  y: 1  (x and y): 1 } ${steps} }`);
    expect(text('much from 4')).toEqual([]);
    expect(text('much from 10')).toEqual([
      `weight-never-matters | the weight 1 never matters to A | ${SAME}, with the same degrees`,
    ]);
  });

  test('a state that is ruled out is not compared', () => {
    expect(weights('x: 2  y: 1  (x and y): 1', 'never x and y')[0]).toMatch(/holds in no feasible/);
  });
});

test('a statement that matters under one faction matters', () => {
  expect(
    found(`situation "p" actor A { option x
      faction f { prefers { x } } faction g { }
      prefers { x } }`),
  ).toEqual([]);
});

test('a false worst, and what is true instead', () => {
  const [text] = found(`situation "w" actor A { option x option y prefers { x y } }
    scenario dark "Dark" = not A.y
    worst for A is dark`);
  expect(text).toBe(
    'false-worst | dark is not the worst for A by its preferences | 1 feasible state outside it is worse for A than some state inside',
  );
});

test('rankings with gaps and overlaps', () => {
  expect(found('situation "r" actor A { option x option y ranks x > (y and not x) }')[0]).toMatch(
    /^ranking-incomplete \| the ranking of A leaves out 1 feasible state/,
  );
  expect(found('situation "r" actor A { option x option y ranks x > y > others }')[0]).toMatch(
    /^ranking-overlap \| the ranking of A places 1 feasible state in more/,
  );
});

test('a ranking places each state once also where a rule in doubt does not hold', () => {
  const text = (rule: string): string[] =>
    found(`situation "r" actor A { option x option y ranks x > y > others } ${rule}`);
  expect(text('never x and y').join()).not.toMatch(/^ranking/);
  expect(text('perhaps never x and y')[0]).toMatch(
    /^ranking-overlap \| the ranking of A places 1 feasible state in more/,
  );
});

test('an empty scenario', () => {
  expect(
    found(
      'situation "e" actor A { option x option y } never A.x and A.y scenario s "S" = A.x and A.y',
    )[0],
  ).toMatch(/^empty-scenario/);
});

test('more options than can be enumerated', () => {
  const options = Array.from({ length: 40 }, (_, k) => `option o${k}`).join(' ');
  expect(found(`situation "b" actor A { ${options} }`)[0]).toMatch(/^model-too-large/);
});

test('today that is left open by too many options is refused by name', () => {
  const many = Array.from({ length: 25 }, (_, k) => `option o${k} unknown`).join(' ');
  const text = `situation "S"\nactor M { ${many} prefers { o1 } }`;
  expect(diagnose(modelOf(text)).map(({ code }) => code)).toContain('today-too-open');
});
