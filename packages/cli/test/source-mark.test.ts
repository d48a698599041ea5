import { existsSync, rmSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { FERRY, ownFerry, SITUATION } from './ferry.js';

const { at, get, json, put, run } = ownFerry();

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
    expect(existsSync(at('case/annotations.json'))).toBe(false);
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
    rmSync(at('case/sources'), { recursive: true });
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
