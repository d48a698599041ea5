import type { SourceText } from '../source-text.js';
import type { Suggestion } from '../suggestion.js';
import { text as quoted } from './labels.js';

/**
 * A situation to begin with: the source, actors, events and claims as elements, the rest as comments at
 * the end. Only what is given is in it, so pass what was accepted, or all to strike out by hand. It reads
 * without errors; it says nothing yet of what anybody can do or wants.
 */
export function draftSituation(
  text: SourceText,
  suggestions: readonly Suggestion[],
  source: string,
): string {
  const { title, author, published, publisher, url } = text.metadata;
  const field = (key: string, value: string | null): string[] =>
    value === null ? [] : [`  ${key} ${key === 'published' ? value : quoted(value)}`];
  const lines = (kinds: readonly Suggestion['kind'][], comments: boolean): string[] =>
    suggestions
      .filter(
        ({ kind, proposal }) =>
          kinds.includes(kind) && proposal !== null && proposal.startsWith('#') === comments,
      )
      .map(({ proposal }) => proposal!);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      'actors: strike out who only speaks; give the others options and wishes, such as\n#   option stop "Stop the works"\n#   prefers { not Other.attack }',
      lines(['actor'], false),
    ],
    ['events', lines(['event'], false)],
    ['claims: who says what, how strongly', lines(['attribution', 'quantity'], false)],
    [
      'what else the text says, for wishes, commitments and constraints',
      lines(
        ['condition', 'demand', 'threat', 'promise', 'assurance', 'option', 'extreme', 'modality'],
        true,
      ),
    ],
  ];
  return [
    `situation ${quoted(title ?? 'Untitled')}${published === null ? '' : ` as of ${published}`}`,
    '',
    `source ${source} ${quoted(title ?? 'Untitled')} {`,
    ...field('author', author),
    ...field('published', published),
    ...field('publisher', publisher),
    ...field('url', url),
    '}',
    ...sections
      .filter(([, all]) => all.length > 0)
      .flatMap(([name, all]) => ['', `# ---- ${name}`, '', ...all]),
    '',
  ].join('\n');
}
