import { APA } from './apa.js';
import type { CslItem } from './csl.js';
import { HARVARD } from './harvard.js';
import type { Style } from './style.js';
import { VANCOUVER } from './vancouver.js';

/** How a bibliography is written. */
export type CitationStyle = 'apa' | 'harvard1' | 'vancouver';
const STYLES: Readonly<Record<CitationStyle, Style>> = {
  apa: APA,
  harvard1: HARVARD,
  vancouver: VANCOUVER,
};
export const CITATION_STYLES = Object.keys(STYLES) as readonly CitationStyle[];

export interface BibliographyEntry {
  /** The item's id. */
  readonly id: string;
  /** The entry as plain text on one line; in a numbered style it begins with its number. */
  readonly text: string;
}

/** A formatted bibliography, in the order that the style asks for. */
export function bibliography(items: readonly CslItem[], style: CitationStyle): BibliographyEntry[] {
  const { sorted, numbered, entry } = STYLES[style];
  const order = sorted === 'as given' ? [...items] : inOrder(items, sorted);
  const suffixes = numbered ? new Map<CslItem, string>() : suffixesOf(order);
  return order.map((item, i) => {
    const text = entry(item, suffixes.get(item) ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    return { id: item.id, text: numbered ? `${i + 1}. ${text}` : text };
  });
}

const { compare } = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true });

function inOrder(items: readonly CslItem[], undated: 'undated first' | 'undated last'): CslItem[] {
  const without = undated === 'undated first' ? -1 : 1;
  const date = ({ issued }: CslItem) => issued?.['date-parts'][0];
  return [...items].sort((a, b) => {
    const names = compare(whose(a), whose(b));
    if (names !== 0) return names;
    const [one, other] = [date(a), date(b)];
    if (!one !== !other) return one ? -without : without;
    const when = one && other ? yearOf(one) - yearOf(other) : 0;
    return when || compare(a.title, b.title);
  });
}

const yearOf = (parts: readonly number[]) => parts[0] ?? 0;

/** What an entry begins with, to be sorted by: its authors, or its title. */
function whose({ author, title }: CslItem): string {
  if (!author?.length) return title;
  return author
    .map((name) => ('literal' in name ? name.literal : `${name.family}, ${name.given}`))
    .join('; ');
}

/** "a", "b", … "z", "aa" for those that would be cited alike. */
function suffixesOf(items: readonly CslItem[]): Map<CslItem, string> {
  const alike = new Map<string, CslItem[]>();
  for (const item of items) alike.set(citedAs(item), [...(alike.get(citedAs(item)) ?? []), item]);
  const found = new Map<CslItem, string>();
  for (const group of alike.values())
    if (group.length > 1) for (const [i, item] of group.entries()) found.set(item, letters(i));
  return found;
}

const citedAs = (item: CslItem) =>
  JSON.stringify([whose(item), item.issued?.['date-parts'][0][0] ?? null]);

function letters(i: number): string {
  const last = String.fromCharCode(97 + (i % 26));
  return i < 26 ? last : letters(Math.floor(i / 26) - 1) + last;
}
