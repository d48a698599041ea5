import { perceive, prepare } from '@standoff/analysis';
import { parseSituation } from '@standoff/language/parse';
import { expect, test } from 'vitest';
import { misperceptionExample } from '../src/views/perceive/example.js';

const text = `situation "The ferry"

actor Town "Town" { prefers { Line.sail } }

actor Line "Ferry line" {
  option sail "Sail"
  option wait "Wait"
  prefers { sail }
}
`;

test('the example, put behind the text, is a misperception without errors', () => {
  const example = misperceptionExample(parseSituation(text).model!)!;
  const { model, diagnostics } = parseSituation(`${text}\n${example}\n`);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(perceive(prepare(model!)).misperceivers).toEqual(['Town']);
});

test('with one actor there is nobody to be wrong about', () => {
  const { model } = parseSituation(text.replace(/actor Town.*\n/, ''));
  expect(misperceptionExample(model!)).toBeNull();
});
