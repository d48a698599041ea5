/** Words beside each other; those that are empty are left out. */
export function together(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}

/** A text of the language, in its quotes; line breaks become spaces, as a text is on one line. */
export function quoted(text: string): string {
  return `"${text.replace(/[\r\n]+/g, ' ').replace(/["\\]/g, '\\$&')}"`;
}

/** What an element is called, where that is not its name. */
export function labelled({ id, label }: { readonly id: string; readonly label: string }): string {
  return label === id ? '' : quoted(label);
}
