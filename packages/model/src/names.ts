const NAME =
  /^[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\u2FEF\u3040-\uD7FF][A-Za-z0-9_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\u2FEF\u3040-\uD7FF]*$/;

/** Words that the language needs to read an expression, so that nothing may be named after them. */
export const RESERVED: ReadonlySet<string> = new Set(
  'not and or xor implies only if unless iff requires never always exactly at all none when keeps'.split(
    ' ',
  ),
);

/** Whether it is made as names of the language are: of letters, digits and _, a letter first. */
export function isName(word: string): boolean {
  return NAME.test(word);
}
