import { deepEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { CODES } from '@standoff/language';
import { formatSituation, parseSituation, readableModel } from '@standoff/language/parse';
import { checkFormat } from '../../packages/language/test/check-format.js';
import { expectThat, target, type Target } from './target.js';
import { anyText, readableText } from './texts.js';

const SCHEMA = new URL(
  '../../packages/model/generated/conflict-model-1.schema.json',
  import.meta.url,
);

/** Any text: a model, or diagnostics that say in words and by places of the text why not. */
export function parser(scale: number): Target {
  const validate = new Ajv2020().compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
  return target('parser', {
    runs: 150,
    input: anyText(scale),
    check(text) {
      const { model, diagnostics } = parseSituation(text);
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      expectThat((model === null) === errors.length > 0, 'a model, or an error');
      const lines = text.split(/\r\n|\r|\n/);
      for (const { code, message, range } of diagnostics) {
        expectThat(code in CODES, `the code ${code} is not documented`);
        expectThat(message.trim() !== '', `${code} says nothing`);
        for (const { line, column } of [range.start, range.end])
          expectThat(
            column >= 0 && column <= (lines[line]?.length ?? -1) + 1,
            `${code} is not in the text: ${line}:${column}`,
          );
      }
      if (model !== null) expectThat(validate(model), JSON.stringify(validate.errors));
      readableModel(text);
      deepEqual(parseSituation(text), { model, diagnostics });
    },
  });
}

/** What can be read, laid out: the same words and comments, the same meaning, and nothing left to do. */
export const formatter: Target = target('formatter', {
  runs: 100,
  input: readableText,
  check(text) {
    const { model } = parseSituation(text);
    if (model !== null) checkFormat(text);
    else {
      const { text: after, diagnostics } = formatSituation(text);
      if (diagnostics.some(({ severity }) => severity === 'error'))
        expectThat(after === text, 'a text with errors of syntax is changed');
    }
  },
});
