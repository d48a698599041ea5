import { parseSituation, formatSituation } from '@standoff/language/parse';
import { diagnose, prepare } from '@standoff/situation';
import { describe, expect, test } from 'vitest';
import { TEMPLATES, titleOf } from '../src/templates.js';

describe('what a situation can begin with', () => {
  test.each(Object.entries(TEMPLATES))(
    '%s is in order, laid out, and can be asked',
    (kind, template) => {
      const text = template('A river');
      const { model, diagnostics } = parseSituation(text);
      expect(diagnostics).toEqual([]);
      expect(model!.situation.title).toBe('A river');
      expect(formatSituation(text).text).toBe(text);
      if (kind === 'empty') return;
      expect(diagnose(model!)).toEqual([]);
      expect(prepare(model!).statusQuo).toHaveLength(1);
    },
  );
});

test.each([
  ['river-dispute', 'River dispute'],
  ['two_farms', 'Two farms'],
  ['-', 'A situation'],
])('%s is called %s', (name, title) => expect(titleOf(name)).toBe(title));
