import { perceive } from '../../src/perceive/solve.js';
import { prepare } from '@standoff/situation';
import { parseSituation } from '@standoff/language/parse';
import { expect, test } from 'vitest';
import { exampleMisperception } from '../../src/told/examples.js';

const text = `situation "The ferry"

actor Town "Town" { prefers { Line.sail } }

actor Line "Ferry line" {
  option sail "Sail"
  option wait "Wait"
  prefers { sail }
}
`;

test('the example, put behind the text, is a misperception without errors', () => {
  const example = exampleMisperception(parseSituation(text).model!)!;
  const { model, diagnostics } = parseSituation(`${text}\n${example.text}\n`);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(perceive(prepare(model!)).misperceivers).toEqual(['Town']);
  for (const [said] of example.parts) expect(example.text).toContain(said);
});

test('with one actor there is nobody to be wrong about', () => {
  const { model } = parseSituation(text.replace(/actor Town.*\n/, ''));
  expect(exampleMisperception(model!)).toBeNull();
});
