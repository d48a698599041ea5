import type { EvidenceResult } from '@standoff/analysis';
import type { ConflictModel, Source } from '@standoff/model';
import { capitalised, counted, dateInWords, figure, listed } from '../english.js';
import { elementList, passageEffect } from '../questions/evidence-text.js';
import { countsText } from '../questions/source-use-text.js';
import {
  cited,
  column,
  heading,
  item,
  list,
  note,
  paragraph,
  quiet,
  strong,
  toSection,
  type BibliographyEntry,
  type Block,
  type Content,
  type Inline,
  type Section,
} from '@standoff/document';

/** Places without which something would be different that are told. */
const TOLD = 12;

/** What the elements of the model rest on, and what would be different without a passage. */
export function evidenceSection(model: ConflictModel, result: EvidenceResult): Section {
  const { coverage, bare, whatIfs, doubtful, sources, without, tried, concept } = result;
  const labels = new Map(model.scenarios.map(({ id, label }) => [id, label]));
  const unused = sources.filter(({ elements }) => elements === 0);
  return {
    id: 'evidence',
    title: 'What it rests on',
    blocks: [
      {
        block: 'table',
        caption: 'The elements of the model, by what they rest on',
        columns: [
          column('Kind'),
          column('In all', 'end'),
          column('A passage', 'end'),
          column('A reason or claim only', 'end'),
          column('Nothing', 'end'),
        ],
        groups: [
          {
            title: '',
            rows: coverage.map(({ kind, count, passage, reason, nothing }): Content[] => [
              [capitalised(kind)],
              [figure(count)],
              [figure(passage)],
              [figure(reason)],
              [nothing > 0 ? strong(figure(nothing)) : '0'],
            ]),
          },
        ],
      },
      ...(bare.length > 0 ? [paragraph(`On nothing: ${elementList(bare)}.`)] : []),
      ...(whatIfs.length > 0
        ? [
            paragraph(
              `What-ifs of the analyst, for which nothing is cited: ${elementList(whatIfs)}.`,
            ),
          ]
        : []),
      ...(doubtful.length > 0 ? [heading('What rests on a doubtful claim')] : []),
      ...list(
        doubtful.map(({ label, strength, disputed, elements }) =>
          item([
            `“${label}” (${listed([strength, ...(disputed ? ['disputed'] : [])])}): ${elements.length === 0 ? 'nothing rests on it' : elementList(elements)}.`,
          ]),
        ),
      ),
      ...(tried > 0
        ? [
            heading('Without a source or a passage'),
            paragraph(
              without.length === 0
                ? `${counted(tried, 'source and passage', 'sources and passages')} were left out one by one: no conclusion changes.`
                : `${counted(tried, 'source and passage', 'sources and passages')} were left out one by one, with the preferences and constraints that rest on them alone and on no reason of the analyst’s. What would be different (${concept}):`,
            ),
            ...list(
              without.slice(0, TOLD).map((one) =>
                item([
                  ...cited([
                    {
                      source: one.source,
                      paragraphs:
                        one.paragraph === null ? null : { from: one.paragraph, to: one.paragraph },
                      annotation: null,
                    },
                  ]),
                  `: ${passageEffect(one, labels)}`,
                ]),
              ),
            ),
            ...(without.length > TOLD
              ? [paragraph(`and ${figure(without.length - TOLD)} more.`)]
              : []),
          ]
        : []),
      ...usedParagraphs(sources),
      ...(unused.length > 0
        ? [paragraph(`No element uses ${listed(unused.map(({ id }) => id))}.`)]
        : []),
      note(
        'A passage shows where something stands, not that it is so. The sources are listed under ',
        toSection('references', 'References'),
        '.',
      ),
    ],
  };
}

/** How many elements rest on each paragraph, source by source, where any rests on one. */
function usedParagraphs(sources: EvidenceResult['sources']): Block[] {
  const used = sources.filter(({ elements, whole }) => elements > whole.length);
  if (used.length === 0) return [];
  return [
    {
      block: 'table',
      caption: 'Paragraphs that elements rest on, and how many on each',
      columns: [
        column('Source'),
        column('Elements', 'end'),
        column('On the whole', 'end'),
        column('By paragraph'),
      ],
      groups: [
        {
          title: '',
          rows: used.map(({ id, title, elements, whole, uses }): Content[] => [
            [title, quiet(` ${id}`)],
            [figure(elements)],
            [figure(whole.length)],
            [countsText(uses.filter((use) => use.elements.length > 0))],
          ]),
        },
      ],
    },
    paragraph(
      'A paragraph that is not named has no element on it. How many there are the model does not say: “standoff evidence” tells it where the text is at hand.',
    ),
  ];
}

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
