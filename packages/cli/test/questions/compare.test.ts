import { describe, expect, it } from 'vitest';
import type { CompareResult } from '@standoff/questions';
import { casePath } from '../../../../test/cases.js';
import { call } from '../in-process.js';
import { schemaFaults } from '../schema-faults.js';

const korea = casePath('korea-2018');
const later = `${korea}/later`;
const border = casePath('border');

describe('standoff compare', () => {
  it('shows the Korean series by date, whatever the order asked for', async () => {
    const { stdout, stderr, status } = await call(['compare', later, korea]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const lines = stdout.split('\n');
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    expect(
      lines.find((line) => /27 April 2018 +13 June 2018 +1 March 2019/.test(line)),
    ).toBeTruthy();
    expect(stdout).toMatch(/Hold summits with Kim +no +yes +no\s+Jong-un \(taken today/);
    expect(stdout).toMatch(
      /Who prevails in the United States · changes a conclusion\s+“War and regime change” instead of/,
    );
    expect(stdout).not.toMatch(/undefined|NaN|\[object/);
  });

  it('answers by its schema', async () => {
    const { stdout, status } = await call([
      'compare',
      korea,
      later,
      '--json',
      '--standard',
      'at-once',
    ]);
    expect(status).toBe(0);
    const result = JSON.parse(stdout) as CompareResult;
    expect(await schemaFaults(result)).toEqual([]);
    expect(result.models.map(({ situation }) => situation.asOf)).toEqual([
      '2018-04-27',
      '2018-06-13',
      '2019-03-01',
    ]);
    expect(result.standard).toBe('at-once');
  });

  it('breaks more models than the width has room for', async () => {
    const { stdout, status } = await call(['compare', ...Array.from({ length: 5 }, () => border)]);
    expect(status).toBe(0);
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(stdout.match(/^What becomes of the scenarios$/gm)).toHaveLength(2);
  });

  it('refuses one case, a case that is not there, and a text that is none', async () => {
    expect(await call(['compare', korea])).toMatchObject({ status: 2, stdout: '' });
    expect(await call(['compare', korea, '/nowhere'])).toMatchObject({ status: 2, stdout: '' });
    const broken = await call(['compare', korea, '-'], { input: 'situation {' });
    expect(broken.status).toBe(1);
    expect(broken.stderr).not.toMatch(/ {4}at /);
  });
});
