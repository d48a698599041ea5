import { ReferencesError, type Entry } from './bibliography-entry.js';

export function readRis(text: string): Entry[] {
  const entries: Entry[] = [];
  let entry: Map<string, string[]> | null = null;
  let last: string[] | null = null;
  for (const line of text.split('\n')) {
    const match = /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/.exec(line.trimEnd());
    if (!match) {
      // A long value goes on in the next line.
      if (last !== null && line.trim() !== '') last[last.length - 1] += ` ${line.trim()}`;
      continue;
    }
    const [, tag, value] = match;
    if (tag === 'TY') entry = new Map([['type of entry', [value.trim().toLowerCase()]]]);
    else if (tag === 'ER') {
      if (entry !== null) entries.push(entry);
      entry = null;
      last = null;
    } else if (entry !== null) {
      const name = tag.toLowerCase();
      last = entry.get(name) ?? [];
      last.push(name === 'au' || name === 'a1' ? value.replace(/^([^,]*),\s*$/, '{$1}') : value);
      entry.set(name, last);
    }
  }
  if (entry !== null)
    throw new ReferencesError('The last entry has no end: a line "ER  - " is missing.');
  return entries;
}
