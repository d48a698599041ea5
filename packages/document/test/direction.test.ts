import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHtml } from '../src/index.js';
import { partsByDirection } from '../src/direction.js';

const isolated = (text: string): string[] =>
  partsByDirection(text).flatMap((one) => (one.rightToLeft ? [one.text] : []));

describe('names that are read from right to left', () => {
  it('stand each by itself in a sentence that is not', () => {
    expect(isolated('“مجلس الجزيرة” stays; “المشغّل” moves')).toEqual(['مجلس الجزيرة', 'المشغّل']);
    expect(isolated('עיר, מפעיל and נמל')).toEqual(['עיר', 'מפעיל', 'נמל']);
  });

  it('keep the figures and brackets within them', () => {
    expect(isolated('because “الخط مهم (جدا) 1.2 مليون”')).toEqual(['الخط مهم (جدا) 1.2 مليون']);
    expect(isolated('לצאת (עיר) and 1 more (עיר)')).toEqual(['לצאת (עיר)', 'עיר']);
  });

  it('are isolated in HTML, in whatever they stand', () => {
    expect(contentHtml(['to ', { inline: 'strong', text: 'עיר <a>' }], new Set())).toBe(
      'to <strong><bdi>עיר</bdi> &lt;a&gt;</strong>',
    );
    expect(contentHtml(['Northbank stays'], new Set())).toBe('Northbank stays');
  });

  it('are cut out of any text without a loss', () => {
    const text = fc.string({
      unit: fc.constantFrom('ע', 'ר', 'ب', 'a', 'я', ' ', ',', '“', '”', '(', ')', '1', '\n'),
    });
    fc.assert(
      fc.property(text, (words) => {
        const parts = partsByDirection(words);
        expect(parts.map((one) => one.text).join('')).toBe(words);
        for (const one of parts) {
          expect(one.text).not.toBe('');
          if (one.rightToLeft) expect(one.text).not.toMatch(/[aя“”]/u);
          else expect(one.text).not.toMatch(/[ערب]/u);
        }
      }),
    );
  });
});
