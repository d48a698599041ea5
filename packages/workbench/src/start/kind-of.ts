/** A file is a situation by its name, a text by its name, or one by its name and the other by what it says. */
export async function kindOf(file: File): Promise<'situation' | 'text' | 'unclear'> {
  const called = file.name.toLowerCase().endsWith('.standoff');
  const begins = /^\s*situation\s+(?:[\p{L}_][\p{L}\p{N}_]*\s+)?"/mu;
  const reads = begins.test(await file.slice(0, 100_000).text());
  return called === reads ? (called ? 'situation' : 'text') : 'unclear';
}

/** The name of a file without its ending. */
export function stemOf(file: string): string {
  return file.replace(/(?<=.)\.[^.]*$/, '');
}

/** What a text is called as a file that was pasted. */
export const PASTED = 'text.txt';
