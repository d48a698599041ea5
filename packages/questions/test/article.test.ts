import { expect, it } from 'vitest';
import { withinSentence } from '../src/told/article.js';

it.each([
  ['United States', 'the United States'],
  ['Soviet Union', 'the Soviet Union'],
  ['United Kingdom', 'the United Kingdom'],
  ['EU', 'the EU'],
  ['Netherlands', 'the Netherlands'],
  ['Ministry of the Environment', 'the Ministry of the Environment'],
  ['International Joint Commission', 'the International Joint Commission'],
  ['Republic of Korea', 'the Republic of Korea'],
  ['British government', 'the British government'],
  ['First hunter', 'the first hunter'],
  ['Communities on both sides of the border', 'the communities on both sides of the border'],
  ['Local government', 'the local government'],
  ['National Bank', 'the National Bank'],
  ['US supporters of the project', 'the US supporters of the project'],
  ['The development fund', 'the development fund'],
  ['North Korea', 'North Korea'],
  ['Trinidad and Tobago', 'Trinidad and Tobago'],
  ['Uniroyal', 'Uniroyal'],
  ['Kim Jong-un', 'Kim Jong-un'],
  ['NATO', 'NATO'],
  ['Party A', 'Party A'],
  ['Our union', 'Our union'],
  ['ann', 'ann'],
  ['Партия', 'Партия'],
])('%s stands within a sentence as %s', (label, within) => {
  expect(withinSentence(label)).toBe(within);
});
