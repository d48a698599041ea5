import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseSituation, formatSituation } from '@standoff/language/parse';
import { diagnose, prepare } from '@standoff/situation';
import { describe, expect, test } from 'vitest';
import { TEMPLATES, titleOf } from '../src/templates.js';
import { call } from './in-process.js';

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

test('a text is kept beside the situation that begins with it, and declared', async () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'standoff-new-'));
  try {
    writeFileSync(path.join(cwd, 'The dam.md'), '# A dam\n\nThe upper side built it.\n');
    const made = await call(['new', 'river', '--from', 'The dam.md'], { cwd });
    expect(made).toMatchObject({ status: 0 });
    expect(made.stdout).toContain('Next: standoff read The dam.md --for river');
    const text = readFileSync(path.join(cwd, 'river', 'river.standoff'), 'utf8');
    const { model, diagnostics } = parseSituation(text);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(model!.situation.title).toBe('A dam');
    expect(model!.sources).toMatchObject([{ id: 'The_dam', title: 'A dam' }]);
    const checked = await call(['source', 'check', 'river'], { cwd });
    expect(checked.stdout).toContain('Nothing wrong.');
    const again = await call(['new', 'river', '--from', 'The dam.md'], { cwd });
    expect(again.status).toBe(2);
  } finally {
    rmSync(cwd, { recursive: true });
  }
});
