import { describe, expect, it } from 'vitest';
import { ReadError } from '../../src/index.js';
import { readText, type ReadOptions } from '../../src/read.js';
import { decodeText } from '../../src/reading/encoding.js';
import { ENCODINGS, encodingNamed } from '../../src/reading/encodings.js';
import { encode, iso2022jp, utf16 } from './encode.js';
import { writePdf } from './pdf-writer.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const failure = async (bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadError> =>
  readText(bytes, options).then(
    () => expect.fail('it was read'),
    (error: unknown) => error as ReadError,
  );

const JA = '両首脳は来月の会談で共同声明に署名する。野党は反対している。\n\n第二段落である。\n';
const KO = '한국 정부는 회담을 연기했다. 야당은 이 결정을 비판했다.\n\n미국은 지지를 표명했다.\n';
const ZH = '两国领导人将于下月举行会谈。反对党批评了这一决定。\n\n第二段在这里。\n';
const TW = '兩國領導人將於下月舉行會談。反對黨批評了這一決定。\n\n第二段在這裡。\n';
const RU =
  'Москва и Киев начали переговоры. Оппозиция раскритиковала это решение.\n\nВторой абзац.\n';
const PL =
  'Rozmowy w Łodzi zostały przełożone, gdyż żadna ze stron nie była gotowa, powiedział rzecznik. Prezydent uważa, że spotkanie się odbędzie później.\n';
const EL = 'Οι συνομιλίες στην Αθήνα αναβλήθηκαν, δήλωσε ο πρόεδρος της χώρας.\n';

describe('an encoding that the file does not name', () => {
  it.each<[string, string]>([
    ['shift_jis', JA],
    ['euc-jp', JA],
    ['euc-kr', KO],
    ['gb18030', ZH],
    ['big5', TW],
    ['windows-1251', RU],
    ['koi8-r', RU],
    ['iso-8859-5', RU],
    ['ibm866', RU],
    ['iso-8859-2', PL],
    ['windows-1250', PL],
    ['iso-8859-7', EL],
  ])('%s is found by its letters, and said', async (encoding, words) => {
    const text = await decodeText(encode(words, encoding));
    expect(text.text).toBe(words);
    expect(text.warnings).toHaveLength(1);
    expect(text.warnings[0]).toMatch(
      /^The file does not say how its letters are written; read as /u,
    );
    // With the name that was found it is read again, and nothing is guessed.
    const again = await decodeText(encode(words, encoding), { named: text.encoding! });
    expect(again).toEqual({ text: words, encoding: text.encoding, warnings: [] });
  });

  it.each(['le', 'be'] as const)('UTF-16%s of any script without its mark', async (order) => {
    for (const words of [JA, KO, ZH, RU, EL, '两国领导人将于下月举行会谈。', 'The talks began.']) {
      const text = await decodeText(utf16(words, order));
      expect(text).toEqual({
        text: words,
        encoding: `utf-16${order}`,
        warnings: [`There is no byte order mark; read as UTF-16${order.toUpperCase()}.`],
      });
    }
  });

  it('ISO-2022-JP, which is ASCII to the eye', async () => {
    const text = await decodeText(iso2022jp(JA));
    expect([text.text, text.encoding]).toEqual([JA, 'iso-2022-jp']);
  });

  it('quotation marks and letters of Windows-1252 in a Latin text', async () => {
    const text = await decodeText(
      encode('She said “no” – the café owners of Zürich won’t pay.', 'windows-1252'),
    );
    expect(text.text).toBe('She said “no” – the café owners of Zürich won’t pay.');
    expect(text.warnings).toEqual([
      '6 bytes are not UTF-8 (the first at byte 9); read as Windows-1252.',
    ]);
  });

  it.each<[string, Uint8Array]>([
    [
      'a word of Russian in an English text',
      joined(utf8('The word is '), encode('Киев', 'koi8-r'), utf8(' in it.')),
    ],
    ['a short name of a Polish town', encode('Łódź mówi', 'iso-8859-2')],
    ['noise', Uint8Array.from({ length: 300 }, (_, i) => 0x80 + ((i * 89) % 128))],
    ['half UTF-8, half another', joined(utf8(RU.repeat(3)), encode(RU, 'koi8-r'))],
    ['UTF-7', utf8('The +TxqKxw- talks +TxqKxw- began +TxqKxw- today.')],
    ['HZ', utf8('The ~{VPND~} and ~{VPNDVPND~} talks.')],
    ['Korean in seven bits', latin('\x1B$)CThe \x0EGQ19\x0F talks \x0EGQ19\x0F began.')],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0)],
  ])('is refused where nothing tells it: %s', async (_, bytes) => {
    const error = await failure(bytes, { name: 'a.txt' });
    expect(error.code).toBe('encoding');
    expect(error.hint).toMatch(/UTF-8/u);
  });

  it.each(['1 + 1 = 2, ++i and C++, +49 170 1234567.', 'Use ~{ and ~} here; ~/.bashrc stays.'])(
    'is not seen in plain ASCII: %s',
    async (words) => {
      expect(await decodeText(utf8(words))).toEqual({ text: words, encoding: null, warnings: [] });
    },
  );

  it('UTF-8 that is cut inside a letter loses the letter, and it is said', async () => {
    const bytes = utf8('Zürich und Genève und Łódź 会談');
    const text = await decodeText(bytes.subarray(0, -1));
    expect(text.text).toBe('Zürich und Genève und Łódź 会');
    expect(text.warnings).toEqual(['The file ends inside a letter: it may have been cut off.']);
  });

  it('stray bytes among many letters of UTF-8 are few letters of Windows-1252', async () => {
    const text = await decodeText(joined(utf8(RU), Uint8Array.of(0x93, 0x94)));
    expect(text.text).toBe(`${RU}“”`);
    expect(text.warnings).toHaveLength(1);
  });
});

describe('an encoding that a page declares', () => {
  const page = (head: string, words: string, encoding: string): Uint8Array =>
    joined(
      utf8(`${head}<title>`),
      encoding === 'iso-2022-jp' ? iso2022jp(words) : encode(words, encoding),
      utf8('</title><p>'),
      encoding === 'iso-2022-jp' ? iso2022jp(words) : encode(words, encoding),
    );
  const words = '首脳会談';

  it.each<[string, string, string]>([
    ['<!doctype html><meta charset="iso-2022-jp">', words, 'iso-2022-jp'],
    ['<!doctype html><meta charset=shift_jis>', words, 'shift_jis'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=euc-jp">', words, 'euc-jp'],
    ['<?xml version="1.0" encoding="EUC-KR"?><html>', '한국', 'euc-kr'],
    ['<html><meta charset=ks_c_5601-1987>', '한국', 'euc-kr'],
    ['<html><meta charset="cp949">', '한국', 'euc-kr'],
    ['<html><!-- <meta charset=koi8-r> --><meta charset=windows-1251>', 'Киев', 'windows-1251'],
    ['<html><meta name=x content="y"><META CHARSET = \'KOI8-R\'>', 'Киев', 'koi8-r'],
  ])('%s', async (head, title, encoding) => {
    const text = await readText(page(head, title, encoding), { name: 'a.html' });
    expect(text.metadata.title).toBe(title);
    expect(text.warnings).toEqual([]);
    expect(text.encoding).toBeUndefined();
  });

  it('is not believed against bytes that are UTF-8, nor where they do not fit it', async () => {
    const saved = await readText(utf8('<meta charset=euc-kr><p>한국 정부는 회담을 연기했다.'));
    expect(saved.text).toBe('한국 정부는 회담을 연기했다.');
    const wrong = await readText(joined(utf8('<meta charset=euc-kr><p>'), encode(JA, 'shift_jis')));
    expect(wrong.text).toContain('両首脳は');
    expect(wrong.warnings[0]).toBe('The file says that it is EUC-KR, which it is not.');
  });

  it('that nobody knows is said', async () => {
    const text = await readText(
      joined(utf8('<meta charset=klingon><p>'), encode(RU, 'windows-1251')),
    );
    expect(text.text).toContain('Москва');
    expect(text.warnings[0]).toBe('The character set "klingon" is not known.');
  });
});

describe('an encoding that is named', () => {
  it('decides, whatever the bytes seem to be', async () => {
    const text = await readText(encode('Киев', 'koi8-r'), { encoding: 'KOI8-R' });
    expect([text.text, text.encoding, text.warnings]).toEqual(['Киев', 'koi8-r', []]);
  });

  it('a few bytes that are none of its letters are counted', async () => {
    const text = await decodeText(joined(encode(KO.repeat(3), 'euc-kr'), Uint8Array.of(0xff)), {
      named: 'euc-kr',
    });
    expect(text.text.endsWith('\uFFFD')).toBe(true);
    expect(text.warnings).toEqual(['1 letter is not EUC-KR; each stands as \uFFFD.']);
  });

  it.each<[string, Uint8Array, string, RegExp]>([
    ['unknown', utf8('Text.'), 'klingon', /^"klingon" is no encoding/u],
    ['another', encode(RU, 'koi8-r'), 'utf-8', /^The file is not UTF-8/u],
    ['of a PDF', writePdf([[{ text: 'Text.', x: 60, y: 700 }]]), 'utf-8', /^A PDF says itself/u],
  ])('is refused where it is %s', async (_, bytes, encoding, message) => {
    const error = await failure(bytes, { encoding });
    expect(error.code).toBe('encoding');
    expect(error.message).toMatch(message);
  });

  it('every name on the list is one that is read', () => {
    expect(ENCODINGS.map(encodingNamed)).toEqual(ENCODINGS);
    expect(encodingNamed('latin1')).toBe('windows-1252');
    expect(encodingNamed('utf-7')).toBeNull();
  });
});
