import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completionsAt } from '../../src/serve.js';
import { anyPlace, CHICKEN, KOREA, marked } from './marked.js';

const words = (text: string): string[] =>
  completionsAt(...marked(text)).items.map(({ word }) => word);

const TWO = `situation "S"
source mill "The mill"
actor A "North" { option a "Pump"  option c
  faction doves { prefers { a } }
}
actor B "South" { option b }
agreement pact "Pact" between A, B
scenario calm "Calm" = not A.a
claim wet "It rains" stated
`;

describe('names', () => {
  test('behind an actor and a dot, its options and its consents', () => {
    expect(words(`${TWO}never A.|`)).toEqual(['a', 'c', 'pact']);
    expect(words(`${TWO}never A.| and b`)).toEqual(['a', 'c', 'pact']);
    expect(words(`${TWO}never A.a and B.b|`)).toEqual(['b', 'pact']);
  });
  test('with their labels', () => {
    expect(completionsAt(...marked(`${TWO}never A.|`)).items[0]).toEqual({
      word: 'a',
      kind: 'option',
      detail: 'Pump',
    });
  });
  test('behind @, the sources; none behind what follows', () => {
    expect(words(`${TWO}worst for A is calm @|`)).toEqual(['mill']);
    expect(words(`${TWO}worst for A is calm @mi|`)).toEqual(['mill']);
    expect(words(`${TWO}worst for A is calm @mill:P|`)).toEqual([]);
  });
  test('where an expression stands, options of the actor first', () => {
    expect(words(`${TWO}actor D { option d prefers { not | } }`).slice(0, 6)).toEqual([
      'd',
      'pact',
      'calm',
      'A.a',
      'A.c',
      'B.b',
    ]);
    expect(words(`${TWO}B perceives A { prefers { not | } }`).slice(0, 2)).toEqual(['a', 'c']);
    expect(words(`${TWO}state s = { | }`)).toContain('A.a');
    expect(words(`${TWO}scenario s = |`)).toContain('A.a');
    expect(words(`${TWO}cannot move from A.a to |`)).toContain('A.a');
    expect(words(`${TWO}B can move from | to b`)).toContain('A.a');
    expect(words(`${TWO}B can move from A.a to |`)).toContain('A.a');
    expect(words(`${TWO}graph g of {here, there}\nB can move from |`)).toContain('graph.here');
  });
  test.each([
    ['worst for |', ['A', 'B']],
    ['worst for A is |', ['calm']],
    ['agreement t between A, |', ['A', 'B']],
    ['promise A.a to |', ['A', 'B']],
    ['never A.a rests on |', ['wet']],
    ['B perceives A { unaware of | }', ['a', 'c', 'pact']],
    ['promise p: A.a to B\nactor D { prefers { keeps | } }', ['p']],
    ['offer o by A to B: { A.a }\nevent 2018-03 "E" { B refuses | }', ['o']],
    ['agreement t between A, B kept from |', ['A', 'B']],
    ['agreement t between at least 2 of |', ['A', 'B']],
    ['chance rain "It rains"\nnever chance.|', ['rain']],
    ['actor K acts with |', ['A', 'B', 'K']],
    ['actor K acts with at least 2 of A, |', ['A', 'B', 'K']],
    ['actor K acts with at least 2 of A, B among them |', ['A', 'B', 'K']],
    ['actor K acts with A, B { option vote }\nnever A.|', ['a', 'c', 'pact', 'vote']],
    ['actor K acts with A, B { option vote }\nnever K.|', ['vote']],
    ['graph g of {here taken, there}\nnever graph.|', ['here', 'there']],
    ['graph g of {|', []],
    ['graph g of {here "Here" |', ['taken', 'unknown', 'because', 'rests on', 'inferred from']],
    ['A can |', ['move from']],
    ['scenario s = A.a as |', ['one state']],
  ])('%s', (text, expected) => expect(words(TWO + text)).toEqual(expected));
  test('what is left to chance, as an option by itself', () => {
    expect(words(`${TWO}chance rain "It rains" 30 %\nnever A.a and |`)).toContain('rain');
    expect(words(`${TWO}by 2019-01-01 unless | then { A.a }`)).toContain('A.a');
    expect(words(`${TWO}|`)).toContain('chance');
  });
  test('factions of the actor behind prevails', () => {
    expect(words(TWO.replace('{ a } }\n}', '{ a } }\n  prevails |\n}'))).toEqual(['doves']);
  });
});

describe('words of the language', () => {
  test('at the start of an element and of what stands in its braces', () => {
    expect(words('|')).toContain('situation');
    expect(words(`${TWO}ag|`)).toContain('agreement');
    expect(words('situation "S"\nactor A {\n  |\n}')).toEqual(
      expect.arrayContaining(['option', 'prefers', 'faction']),
    );
    expect(words('situation "S"\nsource s "S" {\n  |\n}')).toContain('published');
  });
  test('behind an option', () => {
    expect(words('situation "S"\nactor A { option a "A" | }')).toEqual(
      expect.arrayContaining(['taken', 'irreversible', 'because']),
    );
    expect(words('situation "S"\nactor A { option a "A" | }')).not.toContain('and');
  });
  test('between expressions', () => {
    expect(words(`${TWO}never A.a |`)).toEqual(expect.arrayContaining(['and', 'or', 'because']));
  });
});

test.each(['never a # no|', 'situation "S|', 'actor |', 'actor A { option | }', 'scenario |'])(
  'nothing in texts and comments and where a name is given: %s',
  (text) => expect(words(text)).toEqual([]),
);

test('what each name of a case is at its place is among what is offered there', () => {
  for (const text of [CHICKEN, KOREA]) {
    for (const { index, 0: dotted } of text.matchAll(/(?<=[ {(])[A-Z]\w*\.(\w+)/g)) {
      const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
      if (/["#]/.test(line)) continue;
      const dot = index + dotted.indexOf('.') + 1;
      const cut = text.slice(0, dot) + text.slice(index + dotted.length);
      const { items, from } = completionsAt(cut, dot);
      expect(from).toBe(dot);
      expect(items.map(({ word }) => word)).toContain(text.slice(dot, index + dotted.length));
    }
  }
});

test('of any text and place something that can stand in the text', () => {
  fc.assert(
    fc.property(anyPlace, ([text, offset]) => {
      const { from, to, items } = completionsAt(text, offset);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBe(Math.min(offset, text.length));
      expect(from).toBeLessThanOrEqual(to);
      expect(new Set(items.map(({ word }) => word)).size).toBe(items.length);
    }),
    { numRuns: 60 },
  );
});
