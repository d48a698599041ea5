import { describe, expect, it } from 'vitest';
import { byteSize, conceptList, nameList, positiveNumber } from '../src/arguments.js';

describe('byteSize', () => {
  it.each([
    ['2GB', 2 * 1024 ** 3],
    ['1.5g', 1.5 * 1024 ** 3],
    ['500 MB', 500 * 1024 ** 2],
    ['64MiB', 64 * 1024 ** 2],
    ['1048576', 1024 ** 2],
  ])('%s', (text, bytes) => {
    expect(byteSize(text)).toBe(bytes);
  });

  it.each(['', 'much', '-1GB', '0', '2XB', '1B', '1023KB', '9'.repeat(400)])(
    'refuses "%s"',
    (text) => {
      expect(() => byteSize(text)).toThrow();
    },
  );
});

it('reads concepts in any case and order', () => {
  expect(conceptList('seq, NASH')).toEqual(['Nash', 'SEQ']);
  expect(conceptList('l3,seq,STACKELBERG,L3,maximin2')).toEqual([
    'SEQ',
    'L3',
    'Stackelberg',
    'Maximin2',
  ]);
  expect(() => conceptList('')).toThrow();
  expect(() => conceptList('L0')).toThrow();
  expect(() => conceptList('Nash,what')).toThrow();
});

it('reads names and numbers', () => {
  expect(nameList(' NK.suspend, meet')).toEqual(['NK.suspend', 'meet']);
  expect(() => nameList('NK.suspend,, meet')).toThrow('between the commas');
  expect(positiveNumber('12')).toBe(12);
  expect(() => positiveNumber('0')).toThrow();
  expect(() => positiveNumber('1.5')).toThrow();
});
