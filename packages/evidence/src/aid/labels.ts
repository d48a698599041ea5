const LONGEST = 140;

/** What a line is called: the words of the text, with a capital, cut where they are too long. */
export function labelOf(words: string): string {
  const whole = balanced(words.trim().replace(/[.,;:]+$/u, ''));
  const label =
    whole.length <= LONGEST
      ? whole
      : `${balanced(whole.slice(0, LONGEST).replace(/[\s,;:]+\S*$/u, ''))} …`;
  return text(label.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()));
}

/** Without a quotation mark that nothing closes or opens. */
function balanced(words: string): string {
  const odd = (words.match(/"/gu)?.length ?? 0) % 2 === 1;
  const even = odd ? words.replace(/"(?=[^"]*$)/u, '') : words;
  const [opened, closed] = [even.match(/“/gu)?.length ?? 0, even.match(/”/gu)?.length ?? 0];
  if (opened > closed) return even.replace(/“(?=[^“]*$)/u, '');
  return closed > opened ? even.replace('”', '') : even;
}

/** For a reader. */
export function quoted(words: string): string {
  return `“${words}”`;
}

/** A text of the language: quotation marks inside are turned, so that none ends it. */
export function text(words: string): string {
  return `"${words.replaceAll('\\', '').replaceAll('"', "'")}"`;
}
