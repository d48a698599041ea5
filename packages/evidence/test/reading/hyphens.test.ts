import { describe, expect, it } from 'vitest';
import { mendHyphens } from '../../src/reading/hyphens.js';

/** A word that a line end cuts, and what it is in a typeset text. */
const CUT: readonly (readonly [cut: string, whole: string])[] = [
  ['on Thurs-\nday', 'on Thursday'],
  ['a 40-\nday week', 'a 40-day week'],
  ['a three-\nyear plan', 'a three-year plan'],
  ['the un-\nknown', 'the unknown'],
  ['a stub-\nborn man', 'a stubborn man'],
  ['well-\nknown', 'well-known'],
  ['a face-\nto-face talk', 'a face-to-face talk'],
  ['state-of-the-\nart arms', 'state-of-the-art arms'],
  ['the vice-presi-\ndent', 'the vice-president'],
  ['the U.S.-\nled talks', 'the U.S.-led talks'],
  ['Kim Yong-\nnam', 'Kim Yong-nam'],
  ['President Lee Jae-\nmyung', 'President Lee Jae-myung'],
  ['Tsai Ing-\nwen', 'Tsai Ing-wen'],
  ['Lee Mar-\ntin', 'Lee Martin'],
  ['Foreign Min-\nister', 'Foreign Minister'],
];

describe('words that a line end cuts', () => {
  it.each(CUT)('%j', (cut, whole) => {
    expect(mendHyphens([`Of the lock ${cut}, they say.`], true)).toEqual([
      `Of the lock ${whole}, they say.`,
    ]);
  });
});
