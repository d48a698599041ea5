/**
 * Characters that steer what shows a text, or hide in it, in place of standing in it: controls (but for
 * tab and line feed), marks that turn the direction of writing, blanks without width, line ends of other
 * alphabets, halves of characters. A label that holds one can move a cursor, ring a bell, or read
 * otherwise than it is stored.
 */
const STEERING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|[\ud800-\udfff]/gu;

/** Where such characters stand, by UTF-16 offset. */
export function steeringCharacters(text: string): readonly { at: number; name: string }[] {
  return [...text.matchAll(STEERING)].map(({ 0: char, index }) => ({
    at: index,
    name: nameOf(char),
  }));
}

/** The text with each of them as a sign that can be seen: "␛[2J", "a‹U+202E›b". */
export function withSteeringShown(text: string): string {
  return text.replace(STEERING, (char) => {
    const code = char.codePointAt(0)!;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '␡' : `‹${nameOf(char)}›`;
  });
}

/** JSON in which they stand as escapes; what is read from it is the same. */
export function jsonWithoutSteering(json: string): string {
  return json.replace(STEERING, (char) =>
    char
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

const nameOf = (char: string): string =>
  `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Letters of other scripts that look like those of the Latin one. */
const LOOKS: ReadonlyMap<string, string> = new Map([
  ...[...'АВЕЅІЈКМНОРСТУХ'].map((letter, k) => [letter, 'ABESIJKMHOPCTYX'[k]] as const),
  ...[...'асеіјорѕухԁһ'].map((letter, k) => [letter, 'aceijopsyxdh'[k]] as const),
  ...[...'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'].map((letter, k) => [letter, 'ABEZHIKMNOPTYXo'[k]] as const),
]);

/** A word with the letters that it looks to be written with: those of other scripts, and wide ones, as Latin ones. */
export function asItLooks(word: string): string {
  return [...word.normalize('NFKC')].map((letter) => LOOKS.get(letter) ?? letter).join('');
}
