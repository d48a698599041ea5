import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { FERRY, ownFerry, SITUATION } from './ferry.js';
import { call } from './in-process.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const article = ['../shared', '../../shared']
  .map((place) => path.join(root, place, 'seed/article.txt'))
  .find((file) => existsSync(file));

const place = ownFerry();
const { annotate, at, get, json, put, run } = place;

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
    rmSync(at('case/sources'), { recursive: true });
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
    const piped = await call(['evidence', '-'], { cwd: place.folder, input: SITUATION });
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
    const copy = at('korea-2018');
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
      const copy = at('korea-2018');
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
