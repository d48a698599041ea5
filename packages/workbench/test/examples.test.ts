import { readdirSync, readFileSync } from 'node:fs';
import { addStatement, insertElement } from '@standoff/language/edit';
import { parseSituation, readExpression } from '@standoff/language/parse';
import type { ConflictModel } from '@standoff/model';
import { expect, test } from 'vitest';
import { exampleAgreement, exampleCommitment, exampleOptions } from '@standoff/questions';

const cases = new URL('../../../cases/', import.meta.url);
const texts = readdirSync(cases, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.standoff'))
  .map((name) => [name, readFileSync(new URL(name, cases), 'utf8')] as const);

test.each(texts)('in %s examples are of the case and can be read there', (_, text) => {
  const model = parseSituation(text).model!;
  const [one, other] = exampleOptions(model);
  const options = new Map(model.options.map((option) => [option.id, option]));
  expect(options.get(one)!.owner).not.toBe(options.get(other)!.owner);
  for (const written of [`${one} and not ${other}`, `at most one of {${one}, ${other}}`])
    expect(readExpression(text, written, null).proposition).not.toBeNull();
  for (const { id, preference } of model.actors) {
    const [own] = exampleOptions(model, id);
    if (options.size > 0 && model.options.some((o) => o.owner === id && o.agreement === null))
      expect(options.get(own)!.owner).toBe(id);
    if (preference.form === 'statements')
      expect(addStatement(text, `perhaps ${own} if ${other}`, { lastOf: { actor: id } }).ok).toBe(
        true,
      );
  }
  expect(insertElement(text, exampleAgreement(model)).ok).toBe(true);
  expect(insertElement(text, exampleCommitment(model)).ok).toBe(true);
});

test('where the case has too little to make an example of, the names are neutral', () => {
  const of = (text: string): ConflictModel => parseSituation(`situation "x"\n${text}`).model!;
  expect(exampleOptions(of(''))).toEqual(['Actor.option', 'Other.option']);
  const one = of('actor Town { option toll }');
  expect(exampleOptions(one)).toEqual(['Town.toll', 'Other.option']);
  expect(exampleAgreement(one)).toBe('agreement accord "An accord" between Town, Other');
  expect(exampleOptions(of('actor Town { option toll option close }'))).toEqual([
    'Town.toll',
    'Town.close',
  ]);
});
