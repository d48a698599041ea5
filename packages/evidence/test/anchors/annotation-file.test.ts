import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createAnchor, resolveAnchor, type Anchor } from '../../src/anchor.js';
import { STATEMENT_KINDS, STATEMENT_STRENGTHS } from '../../src/index.js';
import {
  KeptFileError,
  nextStatement,
  NO_ANNOTATIONS,
  printAnnotations,
  readAnnotations,
  withAnchor,
  withoutAnchor,
} from '../../src/records.js';
import { anchored, V1 } from '../written-text.js';

const text = anchored(V1, 'The ferry', 'Without a subsidy the line closes.', 'So it is said.');

function made(id: string, over: Partial<Parameters<typeof createAnchor>[1]> = {}): Anchor {
  return createAnchor(text, { id, source: 'gazette', start: 11, end: 28, ...over });
}

/** A file with one item, as somebody might have changed it. */
function file(...items: readonly unknown[]): string {
  return JSON.stringify({ type: 'AnnotationCollection', first: { items } });
}
const item = (selector: unknown, over: object = {}): object => ({
  id: 'a',
  type: 'Annotation',
  target: { source: 's', selector },
  ...over,
});
const QUOTE = { type: 'TextQuoteSelector', exact: 'words' };

it('writes a Web Annotation', () => {
  const printed = printAnnotations(
    withAnchor(NO_ANNOTATIONS, made('sub', { comment: 'a threat?', created: '2024-05-01' })),
  );
  expect(JSON.parse(printed)).toEqual({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'annotations.json',
    type: 'AnnotationCollection',
    first: {
      id: 'annotations.json#page',
      type: 'AnnotationPage',
      items: [
        {
          id: 'sub',
          type: 'Annotation',
          created: '2024-05-01',
          body: { type: 'TextualBody', value: 'a threat?' },
          target: {
            source: 'gazette',
            state: V1,
            selector: [
              { type: 'FragmentSelector', value: 'P1' },
              {
                type: 'TextQuoteSelector',
                exact: 'Without a subsidy',
                prefix: 'The ferry\n\n',
                suffix: ' the line closes.\n\nSo it is said.'.slice(0, 32),
              },
              { type: 'TextPositionSelector', start: 11, end: 28 },
            ],
          },
        },
      ],
    },
  });
});

it('keeps the words out where that is asked', () => {
  const printed = printAnnotations(withAnchor(NO_ANNOTATIONS, made('sub', { keep: 'digest' })));
  expect(printed).not.toMatch(/subsidy|ferry|closes/);
  expect(readAnnotations(printed).anchors).toEqual([made('sub', { keep: 'digest' })]);
});

const anyAnchor = fc
  .record({
    id: fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/),
    start: fc.nat(text.text.length - 1),
    size: fc.integer({ min: 1, max: 80 }),
    keep: fc.constantFrom('quote' as const, 'digest' as const),
    statement: fc.option(
      fc.record({
        kind: fc.constantFrom(...STATEMENT_KINDS),
        by: fc.option(fc.string({ minLength: 1 }), { nil: null }),
        strength: fc.option(fc.constantFrom(...STATEMENT_STRENGTHS), { nil: null }),
      }),
      { nil: null },
    ),
    comment: fc.option(fc.string(), { nil: null }),
    created: fc.option(fc.constant('2024-05-01T10:00:00Z'), { nil: null }),
  })
  .map(({ start, size, ...rest }) =>
    createAnchor(text, {
      ...rest,
      source: 'gazette',
      start,
      end: Math.min(text.text.length, start + size),
    }),
  );

test('what is written is read again, and written again the same', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyAnchor, { selector: ({ id }) => id }), (anchors) => {
      const printed = printAnnotations(anchors.reduce(withAnchor, NO_ANNOTATIONS));
      const again = readAnnotations(printed);
      expect(again.problems).toEqual([]);
      expect(again.anchors).toEqual(anchors);
      expect(printAnnotations(again)).toBe(printed);
      // Putting in what is there already changes nothing either.
      expect(printAnnotations(anchors.reduce(withAnchor, again))).toBe(printed);
    }),
  );
});

test('a statement is a body beside the others, and one that is not understood is told', () => {
  const said = { kind: 'threatens', by: 'the operator', strength: 'claimed' } as const;
  const both = withAnchor(NO_ANNOTATIONS, made('s1', { statement: said, comment: 'why?' }));
  expect(both.anchors[0]).toMatchObject({ statement: said, comment: 'why?' });
  expect(nextStatement(both)).toBe('s2');
  const none = withAnchor(both, made('s1', { comment: 'why?' }));
  expect(none.anchors[0]).toMatchObject({ statement: null, comment: 'why?' });
  const wrong = printAnnotations(both).replace('"threatens"', '"menaces"');
  expect(readAnnotations(wrong).problems).toMatchObject([
    {
      item: 'item 1 ("s1")',
      field: 'body.kind',
      message: expect.stringContaining('threatens') as string,
    },
  ]);
});

test('what is not ours survives the change of an anchor', () => {
  const key = fc
    .string()
    .filter((name) => !['id', 'type', 'target', 'body', 'created'].includes(name));
  fc.assert(
    fc.property(fc.dictionary(key, fc.jsonValue()), fc.jsonValue(), (fields, stray) => {
      const before = file(
        stray,
        item([QUOTE, { type: 'XPathSelector', value: '/p[1]' }], { ...fields, id: 'sub' }),
      );
      const changed = withAnchor(readAnnotations(before), made('sub'));
      const after = JSON.parse(printAnnotations(changed)) as {
        first: { items: [unknown, Record<string, unknown>] };
      };
      const was = JSON.parse(before) as typeof after;
      expect(after.first.items[0]).toEqual(was.first.items[0]);
      expect(after.first.items[1]).toMatchObject(
        JSON.parse(JSON.stringify(fields)) as Record<string, unknown>,
      );
      expect(JSON.stringify(after)).toContain('/p[1]');
    }),
  );
});

it('keeps numbers as they were written', () => {
  const before = '{"first":{"items":[]},"big":12345678901234567890,"precise":1.0,"far":1e999}';
  const after = printAnnotations(withAnchor(readAnnotations(before), made('sub')));
  for (const number of ['12345678901234567890', '1.0', '1e999']) expect(after).toContain(number);
});

it('keeps further bodies beside the comment, and takes the comment away alone', () => {
  const tag = { type: 'SpecificResource', source: 'urn:x' };
  const before = file(
    item(QUOTE, { body: [tag, { type: 'TextualBody', value: 'a', language: 'en' }] }),
  );
  const [anchor] = readAnnotations(before).anchors;
  const b = printAnnotations(withAnchor(readAnnotations(before), { ...anchor, comment: 'b' }));
  expect(JSON.parse(b)).toMatchObject({
    first: { items: [{ body: [tag, { type: 'TextualBody', value: 'b', language: 'en' }] }] },
  });
  const none = printAnnotations(withAnchor(readAnnotations(b), { ...anchor, comment: null }));
  expect(JSON.parse(none)).toMatchObject({ first: { items: [{ body: tag }] } });
});

it('takes an anchor out', () => {
  const two = [made('a'), made('b')].reduce(withAnchor, NO_ANNOTATIONS);
  expect(withoutAnchor(two, 'a').anchors.map(({ id }) => id)).toEqual(['b']);
});

describe('an item edited into nonsense', () => {
  const good = item(QUOTE, { id: 'good' });
  it.each([
    [7, 'item 1', '', 'expected object, received number'],
    [item(QUOTE, { id: 'a b' }), 'item 1 ("a b")', 'id', /letters, digits/],
    [item(QUOTE, { id: 5 }), 'item 1', 'id', /expected string/],
    [{ id: 'a' }, 'item 1 ("a")', 'target', /expected object/],
    [item('P7'), 'item 1 ("a")', 'target.selector', /list of selectors/],
    [item([{ exact: 'x' }]), 'item 1 ("a")', 'target.selector', /list of selectors/],
    [item([]), 'item 1 ("a")', 'target.selector', /./],
    [
      item([QUOTE, { type: 'TextPositionSelector', start: -1, end: 4 }]),
      'item 1 ("a")',
      'target.selector[1].start',
      /from 0/,
    ],
    [
      item([QUOTE, { type: 'TextPositionSelector', start: 9, end: 4 }]),
      'item 1 ("a")',
      'target.selector[1].end',
      /ends where it begins/,
    ],
    [
      item([QUOTE, { type: 'TextPositionSelector', start: 0, end: 1e300 }]),
      'item 1 ("a")',
      'target.selector[1].end',
      /./,
    ],
    [
      item([QUOTE, { type: 'FragmentSelector', value: 'page 7' }]),
      'item 1 ("a")',
      'target.selector[1].value',
      /P7-P9/,
    ],
    [item({ type: 'FragmentSelector', value: 'P7' }), 'item 1 ("a")', 'target.selector', /words/],
    [
      item({ type: 'TextQuoteSelector', exact: '' }),
      'item 1 ("a")',
      'target.selector.exact',
      /words/,
    ],
    [
      item({ type: 'urn:standoff:TextDigestSelector', exact: 'abc' }),
      'item 1 ("a")',
      'target.selector.exact',
      /digest/,
    ],
  ])('%j', (bad, name, field, message) => {
    const before = file(bad, good);
    const read = readAnnotations(before);
    expect(read.anchors.map(({ id }) => id)).toEqual(['good']);
    expect(read.problems[0]).toMatchObject({
      item: name,
      field,
      message: expect.stringMatching(message) as string,
    });
    const after = JSON.parse(printAnnotations(withAnchor(read, made('new')))) as {
      first: { items: unknown[] };
    };
    expect(after.first.items.slice(0, 2)).toEqual(JSON.parse(JSON.stringify([bad, good])));
  });

  it('twice the same id: the first one counts', () => {
    const read = readAnnotations(file(good, item({ ...QUOTE, exact: 'others' }, { id: 'good' })));
    expect(read.anchors).toHaveLength(1);
    expect(read.problems).toEqual([
      { item: 'item 2 ("good")', field: 'id', message: 'item 1 has this id already' },
    ]);
  });
});

it.each([
  ['{"first": {"items": [}}', /not JSON: .* in line 1, column 22/],
  ['{\n  "a": 1,\n  "a": 2\n}', /Duplicate key 'a' in line 3/],
  ['[1, 2]', /no JSON object/],
  ['{"items": 4}', /no list first.items/],
  ['', /not JSON/],
  ['['.repeat(200_000), /nested too deeply/],
])('refuses a file that it cannot keep: %.30s', (content, message) => {
  expect(() => readAnnotations(content)).toThrow(message);
  expect(() => readAnnotations(content)).toThrow(KeptFileError);
});

describe('an annotation as other programs export it', () => {
  const quoted = (target: unknown): string =>
    JSON.stringify({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      first: { type: 'AnnotationPage', items: [{ id: 'a', type: 'Annotation', target }] },
    });
  const target = {
    source: 'gazette',
    selector: [
      { type: 'RangeSelector', startContainer: '/p[1]' },
      {
        type: 'TextQuoteSelector',
        exact: ' closes\n   the lock.\n\n The\u00A0county ',
        prefix: 'It\n',
      },
    ],
  };

  it('may have a list of targets, and white space as its page has it', () => {
    const file = readAnnotations(quoted([target, { source: 'other' }]));
    expect(file.problems).toEqual([]);
    const read = anchored(V1, 'Nobody is asked. It closes the lock.', 'The county is against it.');
    const found = resolveAnchor(file.anchors[0], read);
    expect(found.found && read.text.slice(found.start, found.end)).toBe(
      'closes the lock.\n\nThe county',
    );
  });

  it('keeps its other targets and selectors when it is written', () => {
    const file = readAnnotations(quoted([target, { source: 'other' }]));
    const again = withAnchor(file, { ...file.anchors[0], comment: 'So it is.' });
    const text = printAnnotations(again);
    expect(text).toContain('RangeSelector');
    expect(text).toContain('"other"');
    expect(readAnnotations(text).anchors).toEqual(again.anchors);
  });
});
