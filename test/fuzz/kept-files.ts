import { deepEqual } from 'node:assert/strict';
import {
  KeptFileError,
  printAnnotations,
  printDecisions,
  printSourceRecords,
  readAnnotations,
  readDecisions,
  readSourceRecords,
  withDecision,
  withoutAnchor,
  withoutDecision,
} from '@standoff/evidence/records';
import { readReport } from '@standoff/questions';
import fc from 'fast-check';
import { readDraft } from '../../packages/workbench/src/document/draft.js';
import {
  printVariants,
  readVariants,
  withoutVariant,
} from '../../packages/workbench/src/variants/variants.js';
import { mutated, STRANGE, utf8 } from './mutations.js';
import { expectThat, target, type Target } from './target.js';

const HASH = `sha256:${'0123456789abcdef'.repeat(4)}`;

interface Kept {
  readonly good: unknown;
  /** Reads a text, does with it what is done with such a file, and reads again what is written. */
  readonly use: (text: string) => void;
}

const KEPT: Readonly<Record<string, Kept>> = {
  'sources.json': {
    good: {
      schema: 'standoff/sources/1',
      sources: [
        {
          id: 'a',
          file: 'sources/a.txt',
          versions: [
            {
              bytes: HASH,
              text: HASH,
              format: 'text',
              lastParagraph: 3,
              added: '2018-04-27T10:00:00Z',
              metadata: { title: 'T' },
            },
          ],
        },
      ],
    },
    use(text) {
      const read = readSourceRecords(text);
      deepEqual(readSourceRecords(printSourceRecords(read)), read);
    },
  },
  'suggestions.json': {
    good: {
      schema: 'standoff/suggestion-decisions/1',
      decisions: [
        { source: 'a', suggestion: '1x0c4', decision: 'accepted' },
        { source: 'a', suggestion: '2x', decision: 'rejected' },
      ],
    },
    use(text) {
      const read = readDecisions(text);
      deepEqual(readDecisions(printDecisions(read)), read);
      const about = { source: 'a', suggestion: '1x0c4' };
      withoutDecision(withDecision(read, { ...about, decision: 'rejected' }), about);
    },
  },
  'annotations.json': {
    good: {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      first: {
        items: [
          {
            id: 'bank',
            type: 'Annotation',
            body: { type: 'TextualBody', value: 'note' },
            target: {
              source: 'a',
              state: HASH,
              selector: [
                { type: 'FragmentSelector', value: 'P1' },
                { type: 'TextQuoteSelector', exact: 'words', prefix: 'some ', suffix: ' more' },
                { type: 'TextPositionSelector', start: 5, end: 10 },
              ],
            },
          },
        ],
      },
    },
    use(text) {
      const read = readAnnotations(text);
      deepEqual(readAnnotations(printAnnotations(read)), read);
      withoutAnchor(read, 'bank');
    },
  },
  'variants.json': {
    good: {
      schema: 'standoff/variants/1',
      variants: [
        {
          id: '0123abcd',
          name: 'One',
          note: '',
          kept: '2018-04-27T10:00:00Z',
          madeFrom: HASH.slice(7),
          text: 'situation "S"\n',
        },
      ],
    },
    use(text) {
      const read = readVariants(text);
      deepEqual(readVariants(printVariants(read)), read);
      withoutVariant(read, '0123abcd');
    },
  },
  draft: {
    good: { text: 'situation "S"\n', basedOn: HASH.slice(7), at: 1_524_787_200_000 },
    use(text) {
      const draft = readDraft(text);
      if (draft !== null) deepEqual(readDraft(JSON.stringify(draft)), draft);
    },
  },
  'data of a report': {
    good: { schema: 'standoff/report-data/1' },
    use(text) {
      for (const report of [text, `# R\n<!-- standoff-report ${text} -->`]) {
        const read = readReport(report);
        expectThat(
          'problem' in read || typeof read.text === 'string',
          'neither data nor a problem',
        );
      }
    },
  },
};

const decoder = new TextDecoder();

const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e21,
  1.5,
  '',
  'x',
  [],
  {},
  [[]],
  '__proto__',
  '../../etc/passwd',
  '2018-13-45',
];

/** A document in which some values are others, gone, or said twice. */
function otherValues(document: unknown, by: readonly number[]): string {
  let k = 0;
  return JSON.stringify(document, (key, value: unknown) => {
    const n = by[k++ % by.length];
    if (key === '' || n >= 2 * ODD.length) return value;
    if (n < ODD.length) return ODD[n];
    return n % 3 === 0
      ? undefined
      : n % 3 === 1 && Array.isArray(value)
        ? [value, value].flat()
        : value;
  });
}

const PIECES = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\u0000',
  '\\ud800',
  '1e999',
  '-0',
  '12345678901234567890',
  '{"a":1,"a":2}',
  '"__proto__":{},',
  'null',
  'NaN',
  '// c\n',
];

/** Files that a program, an editor or a hand has changed: an answer, or the typed refusal. */
export const keptFiles: Target = target('kept-files', {
  runs: 1500,
  input: fc.constantFrom(...Object.keys(KEPT)).chain((name) => {
    const good = JSON.stringify(KEPT[name].good, null, 2);
    const text = fc.oneof(
      mutated([utf8(good)], [...PIECES, ...STRANGE].map(utf8)).map((bytes) =>
        decoder.decode(bytes),
      ),
      fc
        .array(fc.nat({ max: 200 }), { minLength: 5, maxLength: 40 })
        .map((by) => otherValues(KEPT[name].good, by)),
      fc.json(),
      fc.nat({ max: 5000 }).map((depth) => '['.repeat(depth)),
    );
    return text.map((written) => ({ name, text: written }));
  }),
  check({ name, text }) {
    try {
      KEPT[name].use(text);
    } catch (error) {
      if (!(error instanceof KeptFileError)) throw error;
      expectThat(error.message !== '' && error.hint !== '', 'a refusal without words');
    }
  },
  shown: ({ name, text }) => `${name}: ${JSON.stringify(text)}`,
});
