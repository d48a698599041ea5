import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { unmark } from '../gold/marked.js';
import type { Finding, Gold } from '../gold/score.js';

const GOLD = fileURLToPath(new URL('../gold', import.meta.url));
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** One annotation a line, in the order of the text: diffs show what changed. */
function print({ annotations, ...head }: Gold): string {
  const line = (annotation: Finding) =>
    `    { ${Object.entries(annotation)
      .map(([name, value]) => `"${name}": ${JSON.stringify(value)}`)
      .join(', ')} }`;
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "annotations": [\n${annotations.map(line).join(',\n')}\n  ]\n}\n`;
}

for (const set of ['building', 'measured', 'apart', 'acts/seen', 'acts/apart']) {
  const folder = path.join(GOLD, set);
  const marked = readdirSync(folder).filter((name) => name.endsWith('.marked.txt'));
  describe(`gold/${set}`, () => {
    it.each(marked)('%s: text and annotations follow from the marks', (name) => {
      const base = path.join(folder, name.slice(0, -'.marked.txt'.length));
      const { text, start, annotations } = unmark(readFileSync(path.join(folder, name), 'utf8'));
      const gold: Gold = {
        schema: 'standoff/gold/1',
        text: `${path.basename(base)}.txt`,
        sha256: sha256(`${text}\n`),
        canonical: { length: text.length, sha256: sha256(text), start, end: text.length },
        annotations,
      };
      if (process.env.STANDOFF_WRITE) {
        writeFileSync(`${base}.txt`, `${text}\n`);
        writeFileSync(`${base}.json`, print(gold));
      }
      expect(readFileSync(`${base}.txt`, 'utf8')).toBe(`${text}\n`);
      expect(readFileSync(`${base}.json`, 'utf8')).toBe(print(gold));
    });
  });
}
