import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  currentVersion,
  fingerprint,
  KeptFileError,
  NO_SOURCES,
  printSourceRecords,
  readSourceRecords,
  sourceVersion,
  textVersion,
  withVersion,
} from '../../src/records.js';
import { written } from '../written-text.js';

const text = written('The ferry line', 'It may close.', 'It may not.');
const hashes = { bytes: `sha256:${'a'.repeat(64)}`, text: `sha256:${'b'.repeat(64)}` };
const first = sourceVersion(text, hashes, '2024-05-01T10:00:00Z');

it('hashes as everybody does', () => {
  const bytes = Buffer.from('Hafengebühr 😀');
  const hex = createHash('sha256').update(bytes).digest('hex');
  expect(fingerprint(bytes)).toBe(`sha256:${hex}`);
  expect(textVersion(bytes.toString())).toBe(`sha256:${hex}`);
});

it('records hashes and what the text says of itself, and none of its words', () => {
  expect(first).toEqual({
    ...hashes,
    format: 'text',
    lastParagraph: 2,
    added: '2024-05-01T10:00:00Z',
    metadata: { title: 'The ferry line' },
  });
});

it('adds versions, keeps the old ones, and changes nothing for the same text', () => {
  const one = withVersion(NO_SOURCES, 'gazette', 'sources/gazette.txt', first);
  expect(withVersion(one, 'gazette', 'sources/gazette.txt', { ...first, added: 'later' })).toBe(
    one,
  );
  const second = { ...first, bytes: `sha256:${'c'.repeat(64)}` };
  const two = withVersion(one, 'gazette', 'sources/gazette.txt', second);
  expect(two.records[0].versions).toEqual([first, second]);
  expect(currentVersion(two.records[0])).toEqual(second);
  const moved = withVersion(two, 'gazette', '../gazette.txt', second);
  expect(moved.records).toMatchObject([{ file: '../gazette.txt', versions: [first, second] }]);
  const again = readSourceRecords(printSourceRecords(moved));
  expect(again).toEqual(moved);
  expect(printSourceRecords(again)).toBe(printSourceRecords(moved));
});

it('keeps what is not ours', () => {
  const before = readSourceRecords(
    '{"note":"mine","sources":[5,{"id":"gazette","file":"x","shelf":"B","versions":[]}]}',
  );
  expect(before.problems.map(({ item, field }) => [item, field])).toEqual([
    ['item 1', ''],
    ['item 2 ("gazette")', 'versions'],
  ]);
  const after = printSourceRecords(withVersion(before, 'gazette', 'y', first));
  expect(JSON.parse(after)).toMatchObject({
    note: 'mine',
    sources: [5, { shelf: 'B', file: 'y', versions: [first] }],
  });
});

it('says which field of which record is wrong', () => {
  const record = { id: 'a', file: 'f', versions: [first, { ...first, bytes: 'abc' }] };
  const read = readSourceRecords(
    JSON.stringify({
      sources: [record, { ...record, versions: [first] }, { ...record, versions: [first] }],
    }),
  );
  expect(read.records).toHaveLength(1);
  expect(read.problems).toMatchObject([
    { item: 'item 1 ("a")', field: 'versions[1].bytes' },
    { item: 'item 3 ("a")', field: 'id', message: 'item 2 has this id already' },
  ]);
});

it('refuses a file of another kind', () => {
  expect(() => readSourceRecords('{"sources": {}}')).toThrow(KeptFileError);
  expect(() => readSourceRecords('{"schema":"standoff/sources/2","sources":[]}')).toThrow(
    KeptFileError,
  );
});
