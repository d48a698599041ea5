import { ReadError } from '../source-text.js';
import { decodeAs, decodeUtf8, ENCODINGS, encodingNamed } from './encodings.js';
import { cutLetter, decodeMixed, utf8Share } from './utf8.js';

export interface Decoded {
  readonly text: string;
  /** Where it was named by the caller or found by the letters: what the bytes do not say of themselves. */
  readonly encoding: string | null;
  readonly warnings: readonly string[];
}

export interface Names {
  /** By whoever gives the file: taken before everything else. */
  readonly named?: string | undefined;
  /** By the file (HTML, XML). */
  readonly declared?: string | null;
}

/** Letters that are found by how often they follow each other: with fewer, one encoding is as good as another. */
const FEWEST_BYTES = 12;

/** What of a large file its encoding is found by, in bytes. */
const SAMPLE = 200_000;

/** Letters that do not fit their encoding, one in so many, are damage; more, and it is another encoding. */
const DAMAGE = 50;

/** Stray bytes beside UTF-8. */
const MOST_STRAYS = 16;

const NAME_IT = 'Save it as UTF-8, or name its encoding (euc-kr, shift_jis, windows-1251, …).';

/**
 * The characters of a file. A name given decides, then a byte order mark, then UTF-8 where the bytes are
 * valid, then the character set the file declares, then what its letters speak for.
 *
 * @throws ReadError 'encoding' where nothing tells how the bytes are to be read, 'binary' where they are no text
 */
export async function decodeText(bytes: Uint8Array, names: Names = {}): Promise<Decoded> {
  const decoded = await decode(bytes, names);
  expectText(decoded.text);
  return { ...decoded, text: decoded.text.replace(/^\uFEFF/u, '') };
}

async function decode(bytes: Uint8Array, { named, declared = null }: Names): Promise<Decoded> {
  if (named !== undefined) return decodeNamed(bytes, named);
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) throw unread('UTF-32');
  if (a === 0xff && b === 0xfe) return plain(decodeAs(bytes, 'utf-16le'));
  if (a === 0xfe && b === 0xff) return plain(decodeAs(bytes, 'utf-16be'));
  const marked = a === 0xef && b === 0xbb && c === 0xbf;
  const units = marked ? null : utf16WithoutMark(bytes);
  if (units !== null) {
    const why = `There is no byte order mark; read as ${units.toUpperCase()}.`;
    return { text: decodeAs(bytes, units), encoding: units, warnings: [why] };
  }
  if (units === null && isUtf32(bytes)) throw unread('UTF-32');
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) {
    // Some encodings write everything in seven bits, and so look like ASCII.
    return (
      (utf8.length === bytes.length && (await decodeSevenBits(bytes, utf8, declared))) ||
      plain(utf8)
    );
  }
  return decodeBytes(bytes, marked ? null : declared);
}

const plain = (text: string, ...warnings: string[]): Decoded => ({
  text,
  encoding: null,
  warnings,
});

function decodeNamed(bytes: Uint8Array, named: string): Decoded {
  const encoding = encodingNamed(named);
  if (encoding === null) {
    throw new ReadError(
      'encoding',
      `"${named.slice(0, 40)}" is no encoding that is read here.`,
      `Name one of ${ENCODINGS.join(', ')}.`,
    );
  }
  const text = decodeAs(bytes, encoding);
  const damage = damageOf(text, encoding);
  if (damage === null) {
    throw new ReadError(
      'encoding',
      `The file is not ${shown(encoding)}: too many of its bytes are none of its letters.`,
      'Name another encoding, or leave it out.',
    );
  }
  return { text, encoding, warnings: damage };
}

/** Bytes that are not UTF-8 throughout. */
async function decodeBytes(bytes: Uint8Array, declared: string | null): Promise<Decoded> {
  const { letters, strays, first } = utf8Share(bytes);
  const cut = cutLetter(bytes);
  if (letters > 0 && cut === first && cut !== null) {
    return plain(
      decodeAs(bytes.subarray(0, cut), 'utf-8'),
      'The file ends inside a letter: it may have been cut off.',
    );
  }
  const stray =
    `${strays === 1 ? '1 byte is' : `${strays} bytes are`} not UTF-8 (the first at byte ${first}); ` +
    'read as Windows-1252.';
  // A few pairs of bytes of other encodings are UTF-8 by chance.
  const least = declared === null || encodingNamed(declared) === 'utf-8' ? 1 : 10;
  if (letters >= least * strays) {
    if (strays <= MOST_STRAYS || letters >= 100 * strays) return plain(decodeMixed(bytes), stray);
    throw new ReadError(
      'encoding',
      `Parts of the file are UTF-8, and ${strays} bytes are not (the first at byte ${first}).`,
      NAME_IT,
    );
  }
  const warnings: string[] = [];
  if (declared !== null && encodingNamed(declared) !== 'utf-8') {
    const encoding = encodingNamed(declared);
    const text = encoding && decodeAs(bytes, encoding);
    const damage = text && damageOf(text, encoding);
    if (damage) return plain(text, ...damage);
    warnings.push(
      encoding
        ? `The file says that it is ${shown(encoding)}, which it is not.`
        : `The character set "${declared.slice(0, 40)}" is not known.`,
    );
  }
  const candidates = await detect(bytes.subarray(Math.max(0, first - 1000)).subarray(0, SAMPLE));
  const best = candidates[0];
  const latin = decodeMixed(bytes);
  const encoding = best ? centralEuropean(encodingNamed(best.name), bytes) : null;
  const text = encoding && decodeAs(bytes, encoding);
  if (strays < FEWEST_BYTES) {
    // Old encodings of one system, which nothing here reads, are as likely by chance.
    const known = candidates.filter(({ name }) => encodingNamed(name) !== null);
    const near = known.some(
      ({ name, share }) => share >= 0.95 * known[0].share && encodingNamed(name) === 'windows-1252',
    );
    if ((near || text === latin) && isLatin(latin)) return plain(latin, ...warnings, stray);
    throw unknown(strays, first);
  }
  if (encoding === 'windows-1252' || text === latin) return plain(latin, ...warnings, stray);
  if (text === null) throw best ? unread(best.name) : unknown(strays, first);
  const damage = damageOf(text, encoding!);
  if (damage === null) throw unknown(strays, first);
  return { text, encoding, warnings: [...warnings, ...damage, guessed(encoding!)] };
}

/**
 * Two encodings of Central Europe differ in a few letters: what Polish writes with the one are letters of
 * its neighbours in the other. A text with ł and ż is Polish.
 */
function centralEuropean(encoding: string | null, bytes: Uint8Array): string | null {
  if (encoding !== 'iso-8859-2' && encoding !== 'windows-1250') return encoding;
  const ways = ['iso-8859-2', 'windows-1250'] as const;
  const [iso, windows] = ways.map((way) => decodeAs(bytes, way)) as [string, string];
  if (iso === windows || countOf(iso, /[łżŁŻ]/gu) === 0) return encoding;
  const polish = /[ąśźĄŚŹ]/gu;
  const [first, second] = [countOf(iso, polish), countOf(windows, polish)];
  return first === second ? encoding : ways[first > second ? 0 : 1];
}

/** Whether letters of Windows-1252 stand where a text of Latin letters has them; by chance few would. */
function isLatin(text: string): boolean {
  return !/[\x80-\x9F]|\p{Ll}[À-ÖØ-ÞŠŒŽŸ]|[À-ÿ]{3}|\p{L}[\xA1-\xAC\xAE-\xB6\xB8-\xBF×÷€‚„…†‡ˆ‰‹›“”•˜™ƒ]\p{L}/u.test(
    text,
  );
}

/** ISO-2022-JP, which switches by escapes; the others of its kind are not read. */
async function decodeSevenBits(
  bytes: Uint8Array,
  ascii: string,
  declared: string | null,
): Promise<Decoded | null> {
  const escapes = /\x1B(?:\$[@B]|\([BIJ])/u.test(ascii);
  const name = declared?.toLowerCase() ?? '';
  if (escapes || encodingNamed(name) === 'iso-2022-jp') {
    const text = decodeAs(bytes, 'iso-2022-jp');
    const damage = damageOf(text, 'iso-2022-jp');
    if (damage !== null && encodingNamed(name) === 'iso-2022-jp') return plain(text, ...damage);
    if (damage !== null) {
      return { text, encoding: 'iso-2022-jp', warnings: [...damage, guessed('iso-2022-jp')] };
    }
  }
  const switches = /\x1B\$|~\{[!-}]{2}|\+[A-Za-z\d/+]{3}/u.test(ascii);
  if (!switches) return null;
  const [found] = await detect(bytes.subarray(0, SAMPLE));
  const unreadName = [found?.name.toLowerCase() ?? '', name].find((one) =>
    /^(?:utf-?7|hz|hz-gb-2312|iso-?2022-(?:kr|cn)(?:-ext)?)$/u.test(one),
  );
  if (unreadName !== undefined) throw unread(unreadName.toUpperCase());
  return null;
}

/** What the letters speak for, the likeliest first. The detector is as large as all readers of texts. */
async function detect(
  sample: Uint8Array,
): Promise<readonly { readonly name: string; readonly share: number }[]> {
  const { detectAll } = await import('jschardet');
  return detectAll(sample, { minimumThreshold: 0 }).flatMap(({ encoding, confidence }) =>
    encoding === null ? [] : [{ name: encoding, share: confidence }],
  );
}

/** What to say of letters that do not fit; null where they are so many that the encoding is another. */
function damageOf(text: string, encoding: string): string[] | null {
  const letters = countOf(text, /\uFFFD/gu);
  if (letters === 0) return [];
  if (letters * DAMAGE > text.length) return null;
  const many = letters === 1 ? '1 letter is' : `${letters} letters are`;
  return [`${many} not ${shown(encoding)}; each stands as \uFFFD.`];
}

function guessed(encoding: string): string {
  return `The file does not say how its letters are written; read as ${shown(encoding)}, which they speak for. Name another encoding if the words are wrong.`;
}

function unknown(strays: number, first: number): ReadError {
  const bytes = strays === 1 ? '1 byte is' : `${strays} bytes are`;
  return new ReadError(
    'encoding',
    `How the letters of the file are written cannot be told: ${bytes} not UTF-8 (the first at byte ${first}), and nothing says what else.`,
    NAME_IT,
  );
}

function unread(found: string): ReadError {
  return new ReadError(
    'encoding',
    `The file seems to be ${found}, an encoding that is not read here.`,
    'Save it as UTF-8.',
  );
}

function shown(encoding: string): string {
  return encoding.startsWith('windows') ? encoding.replace('w', 'W') : encoding.toUpperCase();
}

/** Three of four bytes zero, at the same places. */
function isUtf32(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, Math.min(bytes.length, 4096) & ~3);
  if (sample.length < 16) return false;
  return [0, 3].some((place) =>
    sample.every(
      (byte, i) => i % 4 === place || (i % 4 === (place === 0 ? 1 : 2) ? byte < 0x20 : byte === 0),
    ),
  );
}

/**
 * UTF-16 without its mark has zeros where other texts have none, in the upper halves of spaces, line
 * ends, Latin letters, or none of them. The order is right in which the units are letters and some of them common ones.
 */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, 65_536) & ~1);
  if (sample.length < 8 || (!sample.includes(0) && hasSpaces(sample))) return null;
  const utf8 = decodeAs(sample, 'utf-8');
  // A text with a stray zero, not one of zeros.
  if (controlsIn(utf8) <= 1 + utf8.length / 20 && !utf8.slice(0, -1).includes('\uFFFD'))
    return null;
  if (countOf(utf8, /[ -~]{2}/gu) > 0.4 * sample.length) return null;
  const common = (['utf-16le', 'utf-16be'] as const).map((order) => {
    const text = decodeAs(sample, order);
    const strange = countOf(text, /[\p{Cn}\p{Co}\p{Cs}\uFFFD]/gu) + controlsIn(text);
    if (strange > text.length / 100) return 0;
    return countOf(text, /[\t\n\r -~\u3001\u3002\u3041-\u30FF\uFF01-\uFF5E]/gu) / text.length;
  });
  const [little, big] = common as [number, number];
  if (Math.max(little, big) < 0.02) return null;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

function hasSpaces(bytes: Uint8Array): boolean {
  return bytes.includes(0x20) || bytes.includes(0x0a);
}

/** A text may have a few stray control characters; with many it is none. */
function expectText(text: string): void {
  const controls = controlsIn(text);
  if (controls > 16 + text.length / 1000) {
    throw new ReadError(
      'binary',
      `This is no text: it has ${controls} control characters.`,
      'Export the document as plain text, Markdown, HTML, PDF or DOCX.',
    );
  }
}

function controlsIn(text: string): number {
  return countOf(text, /[\0-\x08\x0E-\x1F\x7F]/gu);
}

function countOf(text: string, kind: RegExp): number {
  return text.match(kind)?.length ?? 0;
}
