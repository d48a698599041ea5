import type { CslItem } from './csl.js';

/** Styles that come with the library. */
export const CITATION_STYLES = ['apa', 'harvard1', 'vancouver'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

export interface BibliographyEntry {
  /** The item's id. */
  readonly id: string;
  readonly text: string;
}

/**
 * A formatted bibliography, in the order that the style asks for. The library that formats is loaded
 * with the first call. Nothing is fetched: the items are all it reads.
 */
export async function bibliography(
  items: readonly CslItem[],
  style: CitationStyle,
): Promise<BibliographyEntry[]> {
  if (items.length === 0) return [];
  const { Cite } = await import('@citation-js/core');
  await import('@citation-js/plugin-csl');
  const entries = new Cite(style === 'vancouver' ? items.map(withWholeInitials) : items).format(
    'bibliography',
    {
      template: style,
      format: 'text',
      lang: 'en-US',
      asEntryArray: true,
    },
  );
  // An article without a volume leaves a semicolon at the end.
  return entries.map(([id, text]) => ({
    id,
    text: text.replace(/\s+/g, ' ').trim().replace(/;$/, '.'),
  }));
}

/** Vancouver's initials: "Jae-in" would come out as "J in", not "JI". */
function withWholeInitials(item: CslItem): CslItem {
  return item.author === undefined
    ? item
    : {
        ...item,
        author: item.author.map((name) =>
          'given' in name
            ? { ...name, given: name.given.replace(/-\p{Ll}/gu, (part) => part.toUpperCase()) }
            : name,
        ),
      };
}
