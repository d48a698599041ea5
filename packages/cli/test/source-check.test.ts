import { rmSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { FERRY, ownFerry, SITUATION } from './ferry.js';

const { annotate, at, get, json, put, run } = ownFerry();

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
    rmSync(at('case/sources/ferry.txt'));
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
