/** Node and browsers have it; the core's types know neither. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { readonly encoding: string; decode(bytes: Uint8Array): string };

/** The encodings of the Encoding standard, which Node and browsers read. */
export const ENCODINGS = (
  'utf-8 utf-16le utf-16be big5 euc-jp euc-kr gb18030 gbk ibm866 iso-2022-jp iso-8859-2 iso-8859-3 ' +
  'iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-10 iso-8859-13 iso-8859-14 ' +
  'iso-8859-15 koi8-r koi8-u macintosh shift_jis windows-1250 windows-1251 windows-1252 ' +
  'windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 windows-874 ' +
  'x-mac-cyrillic'
).split(' ');

/** Names that detectors and pages give and that the standard has under another one. */
const ALIASES: Readonly<Record<string, string>> = {
  cp874: 'windows-874',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  'latin-1': 'windows-1252',
  'tis-620': 'windows-874',
  maccyrillic: 'x-mac-cyrillic',
  macroman: 'macintosh',
  'utf-16-be': 'utf-16be',
  'utf-16-le': 'utf-16le',
};

/** The standard's name of an encoding; null where it is none that is read here. */
export function encodingNamed(name: string): string | null {
  const label = name.trim().toLowerCase();
  try {
    const { encoding } = new TextDecoder(ALIASES[label] ?? label);
    return ENCODINGS.includes(encoding) ? encoding : null;
  } catch {
    return null;
  }
}

/** Bytes that are none of the encoding stand as U+FFFD. A byte order mark is left out. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  return encoding === 'windows-1252'
    ? fromWindows1252(bytes)
    : new TextDecoder(encoding).decode(bytes);
}

/** UTF-8 alone; null where the bytes are another encoding. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What Windows-1252 has at 0x80 to 0x9F; the rest of it is Latin-1. Node 20 decodes it as Latin-1. */
const WINDOWS_1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'];

function fromWindows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder('iso-8859-1').decode(bytes);
  return latin.replace(/[\u0080-\u009F]/gu, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80]);
}
