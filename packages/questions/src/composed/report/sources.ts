import type { ConflictModel, Source } from '@standoff/model';
import { capitalised, dateInWords } from '../../told/english.js';
import {
  paragraph,
  quiet,
  type BibliographyEntry,
  type Inline,
  type Section,
} from '@standoff/document';

/** The sources, as they are to be cited; `entries` where somebody has formatted them, by source. */
export function referencesSection(
  { sources }: ConflictModel,
  entries: ReadonlyMap<string, string>,
): Section {
  return {
    id: 'references',
    title: 'References',
    blocks: [
      ...(sources.length === 0
        ? [paragraph('The situation names no source.')]
        : [
            {
              block: 'bibliography',
              entries: sources.map((source) => bibliographyEntry(source, entries.get(source.id))),
            } as const,
          ]),
    ],
  };
}

function bibliographyEntry(source: Source, formatted: string | undefined): BibliographyEntry {
  const { id, url, doi, note: remark } = source;
  const address: Inline[] =
    url !== null ? [' ', { inline: 'link', address: url }] : doi !== null ? [` doi:${doi}`] : [];
  return {
    source: id,
    content: [
      formatted ?? plainEntry(source),
      ...(formatted === undefined ? address : []),
      ...(remark === null ? [] : [' ', quiet(remark)]),
    ],
  };
}

function plainEntry({ title, author, published, accessed, publisher, kind }: Source): string {
  const stop = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
  return [
    author === null ? '' : stop(author),
    `“${title}”${/[.!?]$/.test(title) ? '' : '.'}`,
    kind === null ? '' : stop(capitalised(kind)),
    publisher === null ? '' : stop(publisher),
    published === null ? '' : stop(dateInWords(published)),
    accessed === null ? '' : `Read ${dateInWords(accessed)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
