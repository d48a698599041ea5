import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'oxfmt';
import { describe, expect, it } from 'vitest';
import { unmark } from '../gold/marked.js';
import type { Finding, Gold } from '../gold/score.js';

const GOLD = fileURLToPath(new URL('../gold', import.meta.url));
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** One annotation a line where it is short, in the order of the text: diffs show what changed. */
async function print(file: string, { annotations, ...head }: Gold): Promise<string> {
  const line = (annotation: Finding) =>
    `    { ${Object.entries(annotation)
      .map(([name, value]) => `"${name}": ${JSON.stringify(value)}`)
      .join(', ')} }`;
  const lines = annotations.map(line).join(',\n');
  const { code } = await format(
    file,
    `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "annotations": [\n${lines}\n  ]\n}\n`,
  );
  return code;
}

for (const set of ['building', 'measured', 'apart', 'acts/seen', 'acts/apart']) {
  const folder = path.join(GOLD, set);
  const marked = readdirSync(folder).filter((name) => name.endsWith('.marked.txt'));
  describe(`gold/${set}`, () => {
    it.each(marked)('%s: text and annotations follow from the marks', async (name) => {
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
        writeFileSync(`${base}.json`, await print(`${base}.json`, gold));
      }
      expect(readFileSync(`${base}.txt`, 'utf8')).toBe(`${text}\n`);
      expect(readFileSync(`${base}.json`, 'utf8')).toBe(await print(`${base}.json`, gold));
    });
  });
}
