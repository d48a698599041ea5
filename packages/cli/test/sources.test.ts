import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAnchor } from '@standoff/evidence/anchor';
import { readText } from '@standoff/evidence/read';
import {
  NO_ANNOTATIONS,
  printAnnotations,
  textVersion,
  withAnchor,
} from '@standoff/evidence/records';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Run } from './built.js';
import { call } from './in-process.js';
import { schemaFaults } from './schema-faults.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const article = ['../shared', '../../shared']
  .map((place) => path.join(root, place, 'seed/article.txt'))
  .find((file) => existsSync(file));

const FERRY = `Ferry talks stall

By Ann Example

3 May 2024

The island council will vote on the ferry in May.

The operator says that without a subsidy the line closes.

The mayor is against it. The fishermen have not been asked.
`;
const SITUATION = `situation "The ferry"
source ferry "Ferry talks stall" { author "Ann Example" published 2024-05-03 }
actor Operator "The operator" {
  option close "Close the line" @ferry:P2#subsidy
  prefers { close @ferry:P2 because "it says so" }
}
actor Mayor "The mayor" { option pay "Pay" prefers { not pay @ferry:P3 rests on empty } }
claim empty "The coffers are empty" stated by Mayor @ferry:P3
`;

let place: string;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'standoff-sources-'));
  mkdirSync(path.join(place, 'case'));
  put('case/ferry.standoff', SITUATION);
  put('ferry.txt', FERRY);
});
afterEach(() => {
  rmSync(place, { recursive: true, force: true });
});

function put(name: string, content: string): void {
  writeFileSync(path.join(place, name), content);
}
function get(name: string): string {
  return readFileSync(path.join(place, name), 'utf8');
}
function run(...args: string[]): Promise<Run> {
  return call(args, { cwd: place });
}
async function json(...args: string[]): Promise<Record<string, unknown>> {
  const { stdout } = await run(...args, '--json');
  const answer = JSON.parse(stdout) as Record<string, unknown>;
  expect(await schemaFaults(answer)).toEqual([]);
  return answer;
}
/** An annotation on the operator's words, made in the text as it is. */
async function annotate(): Promise<void> {
  const { text, paragraphs } = await readText(Buffer.from(FERRY), { name: 'ferry.txt' });
  const start = text.indexOf('without a subsidy');
  const anchor = createAnchor(
    { text, paragraphs, version: textVersion(text) },
    { id: 'subsidy', source: 'ferry', start, end: start + 17, comment: 'a threat?' },
  );
  put('case/annotations.json', printAnnotations(withAnchor(NO_ANNOTATIONS, anchor)));
}

describe('source mark and text', () => {
  beforeEach(async () => {
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    put('case/ferry.standoff', SITUATION.replaceAll('@ferry:P2#subsidy', '@ferry#s1'));
  });

  it('marks exact words, with a digest or as they are, and says where they stand', async () => {
    expect(
      await json(
        ...['source', 'mark', 'case', 'ferry', 'without  a subsidy the line closes'],
        ...['--kind', 'threatens', '--by', 'the operator', '--strength', 'claimed', '--digest'],
      ),
    ).toMatchObject({ reference: '@ferry:P2#s1', known: false, paragraph: 2, sentence: 1 });
    expect(get('case/annotations.json')).not.toContain('subsidy');
    expect(await json('source', 'mark', 'case', 'ferry', 'The mayor is against it.')).toMatchObject(
      { reference: '@ferry:P3#s2' },
    );
    expect(await json('source', 'mark', 'case', 'ferry', 'The mayor is against it.')).toMatchObject(
      { reference: '@ferry:P3#s2', known: true },
    );
    const answer = await json('text', 'case', 'ferry', 'P2-3');
    expect(answer['sentences']).toMatchObject([
      {
        name: 'P2.1',
        use: 'words',
        elements: ['Operator.close'],
        annotations: [{ name: 's1', kind: 'threatens', by: 'the operator', strength: 'claimed' }],
      },
      { name: 'P3.1', use: 'paragraph', annotations: [{ name: 's2', kind: null }] },
      { name: 'P3.2', words: 'The fishermen have not been asked.', use: 'paragraph' },
    ]);
    const { stdout } = await run('text', 'case', 'ferry', '--open');
    expect(stdout).toContain('P1.1');
    expect(stdout).not.toContain('P2.1');
    expect(await json('source', 'check', 'case')).toMatchObject({
      ok: true,
      annotations: { found: 2, moved: 0, orphans: 0 },
    });
  });

  it.each([
    ['without a grant the line closes', [], 'not-in-text'],
    ['May. The operator', [], 'across-paragraphs'],
    ['the', [], 'several-places'],
    ['The mayor', ['--paragraph', '1'], 'other-place'],
    ['The mayor', ['--by', 'her'], 'usage'],
  ])('refuses “%s” %j: %s', async (words, flags, code) => {
    expect(await json('source', 'mark', 'case', 'ferry', words, ...flags)).toMatchObject({ code });
    expect(existsSync(path.join(place, 'case/annotations.json'))).toBe(false);
  });

  it('an accepted speech act is put in with its line, resting on its words', async () => {
    put(
      'talks.txt',
      FERRY.replace(
        'The operator says that without a subsidy the line closes.',
        'Norway demands that Chile open the strait, and has threatened to close its harbours.',
      ),
    );
    put(
      'case/ferry.standoff',
      `situation "S"
source talks "Talks"
actor NO "Norway" { option close "Close its harbours" }
actor CL "Chile" { option open "Open the strait" }
`,
    );
    await run('source', 'add', 'case', 'talks', 'talks.txt');
    const found = await json('read', 'talks.txt', '--for', 'case', '--kind', 'demand,threat');
    const ids = (found['suggestions'] as { id: string }[]).map(({ id }) => id);
    expect(
      await json(
        ...['read', 'talks.txt', '--for', 'case', '--kind', 'demand,threat'],
        ...['--accept', ids.join(','), '--write'],
      ),
    ).toMatchObject({
      inserted: [
        'demand "Norway demands that Chile open the strait": CL.open by NO  @talks:P2#s1',
        'threat "has threatened to close its harbours": NO.close to CL  @talks:P2#s2',
      ],
    });
    expect((await json('text', 'case', 'talks', 'P2'))['sentences']).toMatchObject([
      {
        use: 'words',
        annotations: [
          { name: 's1', kind: 'demands', by: 'Norway' },
          { name: 's2', kind: 'threatens', by: 'Norway' },
        ],
      },
    ]);
  });

  it('check holds the situation against the texts at hand', async () => {
    put(
      'case/ferry.standoff',
      SITUATION.replace('@ferry:P2#subsidy', '@ferry:P1').replace('stall" {', 'stop" {'),
    );
    const { files } = (await json('check', 'case')) as unknown as {
      files: { diagnostics: { code: string; range: { start: { line: number } } }[] }[];
    };
    expect(
      files[0].diagnostics
        .filter(({ code }) => ['weak-citation', 'source-differs'].includes(code))
        .map(({ code, range }) => [code, range.start.line]),
    ).toEqual([
      ['source-differs', 1],
      ['weak-citation', 3],
    ]);
    put('case/ferry.standoff', SITUATION.replace('#subsidy', '#gone'));
    expect(JSON.stringify(await json('check', 'case'))).toContain('reference-not-found');
  });

  it('says what is wrong with the source or the paragraph asked for', async () => {
    expect(await json('text', 'case', 'ferry', 'P9')).toMatchObject({ code: 'no-paragraph' });
    expect(await json('text', 'case', 'port')).toMatchObject({ code: 'unknown-source' });
    rmSync(path.join(place, 'case/sources'), { recursive: true });
    expect(await json('text', 'case', 'ferry')).toMatchObject({ code: 'no-text' });
  });
});

describe('source annotations', () => {
  const row = (exact: string, prefix = '', suffix = ''): object => ({
    id: 'x',
    uri: 'https://paper.example/ferry',
    text: 'a note',
    target: [
      {
        source: 'https://paper.example/ferry',
        selector: [
          { type: 'RangeSelector', startContainer: '/p[1]' },
          { type: 'TextQuoteSelector', exact, prefix, suffix },
        ],
      },
    ],
  });

  it('takes an export of Hypothesis in, and gives it back', async () => {
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    const rows = [
      row('without a\u00a0subsidy\n the line closes', 'menu of a page ', ' share this'),
      row('words that stand nowhere'),
      { id: 'page', text: 'a note on the page', target: [{ source: 'https://paper.example' }] },
    ];
    put('export.json', JSON.stringify({ total: 3, rows }));
    expect(await json('source', 'annotations', 'case', 'ferry', 'export.json')).toMatchObject({
      marked: ['@ferry:P2#s1'],
      known: 0,
      withoutWords: 1,
      notFound: [{ words: 'words that stand nowhere', reason: 'nowhere' }],
      total: 1,
    });
    const out = (await run('source', 'annotations', 'case', 'ferry')).stdout;
    put('again.json', out);
    expect(out).toContain('"exact": "without a subsidy the line closes"');
    expect(out).toContain('"text": "a note"');
    // What the client saves, and a bare list, are the same.
    for (const form of [out, JSON.stringify({ annotations: rows }), JSON.stringify(rows)]) {
      put('again.json', form);
      expect(await json('source', 'annotations', 'case', 'ferry', 'again.json')).toMatchObject({
        marked: [],
        known: 1,
      });
    }
    expect((await run('text', 'case', 'ferry', 'P2')).stdout).toContain('#s1');
  });

  it('takes Web Annotations of other programs in', async () => {
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    const quote = { type: 'TextQuoteSelector', exact: 'a subsidy the\u00a0line' };
    const items = [
      {
        id: 'urn:1',
        type: ['Annotation'],
        body: [
          { type: 'TextualBody', value: 'a tag', purpose: 'tagging' },
          { type: 'TextualBody', value: 'a note' },
        ],
        target: {
          source: 'https://p.example',
          selector: { type: 'RangeSelector', refinedBy: quote },
        },
      },
      { id: 'urn:2', type: 'Annotation', target: 'https://p.example' },
    ];
    const forms = [
      { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items },
      { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items } },
      { '@graph': items },
      items[0],
    ];
    for (const [i, form] of forms.entries()) {
      put('w3c.json', JSON.stringify(form));
      expect(await json('source', 'annotations', 'case', 'ferry', 'w3c.json')).toMatchObject({
        marked: i === 0 ? ['@ferry:P2#s1'] : [],
        known: i === 0 ? 0 : 1,
        withoutWords: i === 3 ? 0 : 1,
        rows: [{ text: 'a note' }],
      });
    }
  });

  it('refuses what is no export', async () => {
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    for (const content of ['{', '{"rows": 3}', '"x"', '{}']) {
      put('export.json', content);
      const { status, stderr } = await run('source', 'annotations', 'case', 'ferry', 'export.json');
      expect([content, status, stderr]).toEqual([
        content,
        2,
        expect.stringContaining('export.json: it'),
      ]);
    }
    expect((await run('source', 'annotations', 'case', 'ferry', 'none.json')).status).toBe(2);
  });
});

describe('source add', () => {
  it('copies the text, records its hash, keeps it out of git, and stores none of its words', async () => {
    expect(await json('source', 'add', 'case', 'ferry', 'ferry.txt')).toMatchObject({
      change: 'new',
      version: 1,
      copied: true,
      lastParagraph: 3,
      metadata: { title: 'Ferry talks stall', author: 'Ann Example', published: '2024-05-03' },
    });
    expect(get('case/sources/ferry.txt')).toBe(FERRY);
    expect(get('case/.gitignore')).toContain('sources/\n');
    expect(get('case/sources.json')).not.toMatch(/subsidy|council|mayor/);
  });

  it('changes nothing for the same file again', async () => {
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    const before = get('case/sources.json');
    expect(await json('source', 'add', 'case', 'ferry', 'ferry.txt')).toMatchObject({
      change: 'same',
    });
    expect(get('case/sources.json')).toBe(before);
    expect((await run('source', 'add', 'case', 'ferry', 'case/sources/ferry.txt')).status).toBe(0);
    expect(get('case/sources.json')).toBe(before);
  });

  it('makes another text a new version, keeps the old file, and tells the orphans', async () => {
    await annotate();
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    put('new.txt', FERRY.replace('without a subsidy', 'without public money'));
    const answer = await json('source', 'add', 'case', 'ferry', 'new.txt');
    expect(answer).toMatchObject({ change: 'changed', version: 2, annotations: 1 });
    expect(answer['problems']).toMatchObject([
      {
        reference: '@ferry:P2#subsidy',
        message: 'other words stand in its place',
        elements: [{ id: 'Operator.close', line: 4 }],
        near: [{ place: 'P2', words: 'without public money' }],
      },
    ]);
    expect(get(String(answer['kept']))).toBe(FERRY);
    expect(get('case/annotations.json')).toContain('without a subsidy');
  });

  it('says that a file with other bytes has the same words', async () => {
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    put('crlf.txt', FERRY.replaceAll('\n', '\r\n'));
    expect(await json('source', 'add', 'case', 'ferry', 'crlf.txt')).toMatchObject({
      change: 'other bytes',
    });
  });

  it('refuses letters it cannot tell, takes a name for them, and reads them so again', async () => {
    // "Киев." in KOI8-R, and nothing that says so.
    writeFileSync(path.join(place, 'kiev.txt'), Uint8Array.of(0xeb, 0xc9, 0xc5, 0xd7, 0x2e));
    const refused = await run('source', 'add', 'case', 'ferry', 'kiev.txt');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--encoding NAME');
    expect(existsSync(path.join(place, 'case/sources.json'))).toBe(false);
    expect(
      await json('source', 'add', 'case', 'ferry', 'kiev.txt', '--encoding', 'KOI8-R'),
    ).toMatchObject({ encoding: 'koi8-r', change: 'new', warnings: [] });
    const { stdout } = await run('source', 'list', 'case');
    expect(stdout).toContain('as recorded');
    expect(
      await run('source', 'add', 'case', 'ferry', 'kiev.txt', '--encoding', 'klingon'),
    ).toMatchObject({ status: 2 });
    // Another file in its place is not read with the name that was given for the first.
    writeFileSync(path.join(place, 'case/sources/ferry.txt'), FERRY);
    expect((await run('source', 'list', 'case')).stdout).not.toContain('unreadable');
  });

  it('reads a text recorded with the name of its encoding so in every command', async () => {
    // "Киев." in KOI8-R.
    const letters = Buffer.from('ebc9c5d72e', 'hex');
    writeFileSync(path.join(place, 'kiev.txt'), letters);
    put('case/ferry.standoff', SITUATION.replaceAll(/P[23](?:#subsidy)?/g, 'P1'));
    await run('source', 'add', 'case', 'ferry', 'kiev.txt', '--encoding', 'koi8-r');

    expect((await run('source', 'check', 'case')).stdout).toContain('as recorded');
    expect((await run('cite', 'case', 'Operator.close')).stdout).toContain('Киев.');
    expect((await run('report', 'case', '--out', 'r.html')).status).toBe(0);
    expect((await run('read', 'kiev.txt')).status).toBe(2);
    const told = { source: 'ferry', text: { paragraphs: 1, warnings: [] } };
    expect(await json('read', 'kiev.txt', '--for', 'case')).toMatchObject(told);
    expect(await json('source', 'add', 'case', 'ferry', 'kiev.txt')).toMatchObject({
      change: 'same',
    });
    // Standard input has no name and no record: it is told.
    const given = { cwd: place, input: letters };
    expect((await call(['read', '-'], given)).stderr).toContain('--encoding NAME');
    const read = await call(['read', '-', '--encoding', 'koi8-r', '--json'], given);
    expect(JSON.parse(read.stdout)).toMatchObject({ text: { paragraphs: 1, warnings: [] } });
  });

  it('leaves a file where it is with --in-place', async () => {
    expect(await json('source', 'add', 'case', 'ferry', 'ferry.txt', '--in-place')).toMatchObject({
      copied: false,
    });
    expect(existsSync(path.join(place, 'case/sources'))).toBe(false);
    expect(get('case/sources.json')).toContain('"../ferry.txt"');
    expect((await run('source', 'check', 'case')).stdout).toContain('../ferry.txt, plain text');
  });

  it.each([
    ['situation "A" # first\nactor B\n', 'situation "A" # first\n\nsource ferry'],
    ['situation "A"\r\n', 'situation "A"\r\n\r\nsource ferry'],
    ['situation "A" actor B {\n option c }\n', 'situation "A"\n\nsource ferry'],
  ])('declares the source with --declare in %j', async (before, after) => {
    put('case/ferry.standoff', before);
    expect((await run('source', 'add', 'case', 'ferry', 'ferry.txt')).stdout).toContain(
      'source ferry "Ferry talks stall" {\n  author "Ann Example"\n  published 2024-05-03\n}\n',
    );
    expect(get('case/ferry.standoff')).toBe(before);
    expect(await json('source', 'add', 'case', 'ferry', 'ferry.txt', '--declare')).toMatchObject({
      declared: true,
    });
    expect(get('case/ferry.standoff')).toContain(after);
    expect((await run('check', 'case')).status).toBe(0);
  });

  it('adds its line to a .gitignore that is there', async () => {
    put('case/.gitignore', 'notes');
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    expect(get('case/.gitignore')).toMatch(/^notes\n# .*\nsources\/\n$/);
  });

  it.each([
    [['-', 'ferry', 'ferry.txt'], /standard input has no texts/],
    [['case', 'ferry', 'none.txt'], /there is no file none\.txt/],
    [['case', 'ferry', 'case'], /is not a file/],
    [['case', 'fery', 'ferry.txt'], /did you mean ferry/],
    [['case', 'Mayor', 'ferry.txt'], /it is the actor/],
    [['case', '../x', 'ferry.txt'], /cannot be the name/],
    [['case', 'ferry'], /missing required argument/],
    [['case', 'case', 'ferry', 'ferry.txt'], /too many arguments/],
  ])('refuses %j', async (args, message) => {
    const { status, stderr } = await run('source', 'add', ...args);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
    expect(existsSync(path.join(place, 'case/sources.json'))).toBe(false);
  });

  it('refuses a file that is no text, or empty', async () => {
    put('empty.txt', '');
    expect(await run('source', 'add', 'case', 'ferry', 'empty.txt')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/empty/) as string,
    });
  });

  it('leaves a broken file of records as it is', async () => {
    put('case/sources.json', '{"sources": [');
    const { status, stderr } = await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    expect(status).toBe(1);
    expect(stderr).toMatch(/sources\.json is not JSON: .* in line 1/);
    expect(get('case/sources.json')).toBe('{"sources": [');
    expect(existsSync(path.join(place, 'case/sources'))).toBe(false);
  });

  it('refuses a record that it does not understand', async () => {
    const broken = '{"sources": [{"id": "ferry", "file": 3}]}';
    put('case/sources.json', broken);
    const { status, stderr } = await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    expect(status).toBe(1);
    expect(stderr).toContain('item 1 ("ferry"), file');
    expect(get('case/sources.json')).toBe(broken);
  });

  it.skipIf(process.getuid?.() === 0)('says that a folder cannot be written', async () => {
    chmodSync(path.join(place, 'case'), 0o500);
    expect((await run('source', 'add', 'case', 'ferry', 'ferry.txt')).status).toBe(2);
    chmodSync(path.join(place, 'case'), 0o700);
  });
});

describe('source check', () => {
  beforeEach(async () => {
    await annotate();
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
  });

  it('finds everything in the text recorded', async () => {
    expect((await run('source', 'check', 'case')).status).toBe(0);
    expect(await json('source', 'check', 'case')).toMatchObject({
      ok: true,
      references: { resolved: 3, unresolved: 0, unchecked: 0 },
      annotations: { found: 1, moved: 0, orphans: 0 },
    });
    expect((await json('source', 'list', 'case'))['sources']).toMatchObject([
      { id: 'ferry', state: 'as recorded', references: 4, annotations: 1, version: 1 },
    ]);
  });

  it('names what is not there', async () => {
    put(
      'case/ferry.standoff',
      SITUATION.replace('@ferry:P2 ', '@ferry:P9 @ferry:P1#subsidy @ferry#none '),
    );
    expect((await run('source', 'check', 'case')).status).toBe(1);
    expect((await json('source', 'check', 'case'))['problems']).toMatchObject([
      { reference: '@ferry:P9', message: 'the text ends with P3' },
      { reference: '@ferry:P1#subsidy', message: 'the annotation stands in another paragraph' },
      { reference: '@ferry#none', message: 'there is no annotation of that name' },
    ]);
  });

  it('notices a text that is changed on the disk, or gone', async () => {
    put('case/sources/ferry.txt', FERRY.replace('By Ann', 'By Anna'));
    expect(await run('source', 'check', 'case')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('sources/ferry.txt is not the text recorded') as string,
    });
    rmSync(path.join(place, 'case/sources/ferry.txt'));
    expect(await run('source', 'check', 'case')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('there is no sources/ferry.txt') as string,
    });
    expect(await json('source', 'check', 'case')).toMatchObject({
      ok: false,
      references: { unchecked: 3 },
    });
  });

  it('says which annotation is not understood', async () => {
    const edited = get('case/annotations.json').replace('"start": ', '"start": -');
    put('case/annotations.json', edited);
    expect((await run('source', 'check', 'case')).stdout).toMatch(
      /annotations\.json, item 1 \("subsidy"\), target\.selector\[2\]\.start: expected a whole number/,
    );
    expect(get('case/annotations.json')).toBe(edited);
  });
});

describe('cite', () => {
  beforeEach(async () => {
    await annotate();
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
  });

  it('shows the passages, the reason, the claims behind, and the bibliography', async () => {
    const { stdout } = await run('cite', 'case', 'Operator');
    expect(stdout).toContain('@ferry:P2#subsidy  note: a threat?\n      without a subsidy\n');
    expect(stdout).toContain('because “it says so”');
    expect(stdout).toContain('Example, A. (2024). Ferry talks stall.');
    expect((await run('cite', 'case', 'Mayor.1')).stdout).toContain(
      'rests on the claim empty: The coffers are empty (stated by Mayor)',
    );
  });

  it('keeps the words out of the JSON', async () => {
    const answer = await json('cite', 'case', 'close');
    expect(answer).toMatchObject({
      element: { kind: 'option', id: 'Operator.close' },
      grounds: [{ references: [{ reference: '@ferry:P2#subsidy', status: 'resolved' }] }],
      bibliography: [{ id: 'ferry' }],
    });
    expect(JSON.stringify(answer)).not.toContain('subsidy the line');
  });

  it('gives the bibliography alone, for reference managers', async () => {
    const { stdout } = await run('cite', 'case', 'ferry', '--csl');
    expect(JSON.parse(stdout)).toMatchObject([
      { id: 'ferry', issued: { 'date-parts': [[2024, 5, 3]] } },
    ]);
  });

  it('gives references alone where there is no text', async () => {
    rmSync(path.join(place, 'case/sources'), { recursive: true });
    const { stdout, status } = await run('cite', 'case', 'Mayor.1');
    expect(status).toBe(0);
    expect(stdout).toContain('@ferry:P3\n');
    expect(stdout).not.toContain('fishermen');
  });

  it.each([
    ['Maior', /did you mean Mayor/],
    ['Mayor.2', /did you mean Mayor\.1/],
    ['#', /nothing in the situation is called/],
  ])('suggests what "%s" may be', async (name, message) => {
    const { status, stderr } = await run('cite', 'case', name);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });
});

describe('evidence', () => {
  const ferry = async (): Promise<Record<string, unknown>> =>
    ((await json('evidence', 'case'))['sources'] as Record<string, unknown>[])[0];

  it('covers the paragraphs both ways where the text is at hand', async () => {
    await annotate();
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    put('case/ferry.standoff', SITUATION.replace('"Pay"', '"Pay" @ferry:P9 @ferry#none'));
    expect(await ferry()).toMatchObject({
      elements: 5,
      paragraphs: [2, 3, 9],
      uses: [
        { paragraph: 1, place: 'body', elements: [] },
        { paragraph: 2, place: 'body', elements: [{ of: 'Operator.close' }, { of: 'Operator.1' }] },
        { paragraph: 3, place: 'body', elements: [{ of: 'Mayor.1' }, { of: 'empty' }] },
        { paragraph: 9, place: 'not in the text', elements: [{ of: 'Mayor.pay' }] },
      ],
      text: {
        unused: [1],
        missing: [9],
        annotations: [
          {
            name: 'subsidy',
            state: 'found',
            paragraphs: [2],
            elements: [{ of: 'Operator.close' }],
          },
          { name: 'none', state: 'unknown' },
        ],
      },
    });
    expect(JSON.stringify(await ferry())).not.toMatch(/fishermen|without a subsidy/);
  });

  it('says what to do where no text is at hand, from standard input too', async () => {
    const { stdout, status } = await run('evidence', 'case');
    expect(status).toBe(0);
    expect(stdout).toContain('Elements by paragraph: P2 ×2, P3 ×2.');
    expect(stdout.replace(/\s+/g, ' ')).toContain('standoff source add case ferry FILE');
    expect(await ferry()).toMatchObject({ text: null });
    const piped = await call(['evidence', '-'], { cwd: place, input: SITUATION });
    expect(piped).toMatchObject({ status: 0, stdout: expect.stringContaining('P2 ×2') as string });
  });

  it('tells orphans, and a text that is not the one recorded', async () => {
    await annotate();
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    put('case/sources/ferry.txt', FERRY.replace('without a subsidy', 'without public money'));
    const { stdout, stderr, status } = await run('evidence', 'case');
    expect(status).toBe(0);
    expect(stdout).toContain('#subsidy is an orphan, other words stand in its place');
    expect(stderr).toContain('sources/ferry.txt is not the text recorded');
  });

  it('answers without the files beside the situation where these cannot be read', async () => {
    put('case/sources.json', '{ "sources": [');
    put('case/annotations.json', '[]');
    const { stdout, stderr, status } = await run('evidence', 'case');
    expect(status).toBe(0);
    expect(stdout).toContain('No text is at hand for ferry');
    expect(stderr).toMatch(/the texts are left out: .*sources\.json/);
  });
});

describe.skipIf(article === undefined)('the Korean case, with its article', () => {
  it('uses every paragraph of the body, and the title and the related links', async () => {
    const copy = path.join(place, 'korea-2018');
    cpSync(path.join(root, 'cases/korea-2018'), copy, { recursive: true });
    await run('source', 'add', copy, 'cogan', article!);
    const [cogan] = (await json('evidence', copy))['sources'] as {
      uses: { paragraph: number; place: string; elements: unknown[] }[];
      text: unknown;
    }[];
    expect(cogan?.uses.map(({ paragraph, place: where }) => [paragraph, where])).toEqual([
      [0, 'outside the body'],
      ...Array.from({ length: 19 }, (_, k) => [k + 1, 'body']),
      [20, 'outside the body'],
    ]);
    expect(cogan?.uses.every(({ elements }) => elements.length > 0)).toBe(true);
    expect(cogan?.text).toMatchObject({ unused: [], missing: [] });
    const { annotations } = cogan.text as { annotations: { state: string; elements: [] }[] };
    expect(annotations).toHaveLength(26);
    expect(
      annotations.every(({ state, elements }) => state === 'found' && elements.length > 0),
    ).toBe(true);
    expect(cogan?.text).toMatchObject({ sentences: { open: [] } });
  });

  it.each(['korea.standoff', 'later/2018-06-13.standoff', 'later/2019-03-01.standoff'])(
    'every paragraph reference of %s resolves, in the text recorded',
    async (name) => {
      const copy = path.join(place, 'korea-2018');
      cpSync(path.join(root, 'cases/korea-2018'), copy, { recursive: true });
      rmSync(path.join(copy, 'sources'), { recursive: true, force: true });
      const recorded = get('korea-2018/sources.json');
      expect(
        await json('source', 'add', path.join(copy, 'korea.standoff'), 'cogan', article!),
      ).toMatchObject({ change: 'same', lastParagraph: 20, problems: [] });
      expect(get('korea-2018/sources.json')).toBe(recorded);
      const checked = await json('source', 'check', path.join(copy, name));
      expect(checked).toMatchObject({ ok: true, references: { unresolved: 0 }, problems: [] });
      expect((checked['references'] as { resolved: number }).resolved).toBeGreaterThan(10);
    },
  );
});
