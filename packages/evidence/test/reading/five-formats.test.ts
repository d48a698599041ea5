import { describe, expect, it } from 'vitest';
import { paragraphText, type SourceText } from '../../src/index.js';
import { readText } from '../../src/read.js';
import { AUTHOR, bytes, EXPECTED, FILES, WHOLE } from './five-files.js';

function shown(text: SourceText): string[] {
  return text.paragraphs.map((p) => `${p.number} ${p.kind} ${paragraphText(text, p)}`);
}

describe('one text in every format', () => {
  it.each(WHOLE)('%s gives the same paragraphs', async (format) => {
    const text = await readText(FILES[format], format === 'markdown' ? { name: 'dam.md' } : {});
    expect(text.format).toBe(format);
    expect(shown(text)).toEqual(EXPECTED);
    expect(text.metadata.author).toBe(AUTHOR);
    expect(text.metadata.published).toBe('2021-03-04');
    expect(text.warnings).toEqual([]);
  });

  it('and the canonical text, read again, stays as it is', async () => {
    const first = await readText(FILES.pdf);
    const again = await readText(bytes(first.text));
    expect(again.text).toBe(first.text);
    expect(again.paragraphs).toEqual(first.paragraphs);
  });
});
