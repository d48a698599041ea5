import type { TextDocument } from 'langium';
import { tokensOf, type TokenKind } from '../tokens.js';
import type { Served } from './server.js';

/** What an editor calls a word of each kind, by the names that colour themes know. */
const TYPES: Readonly<Record<TokenKind, string>> = {
  keyword: 'keyword',
  name: 'variable',
  option: 'property',
  text: 'string',
  evidence: 'decorator',
  comment: 'comment',
  number: 'number',
  operator: 'operator',
  date: 'number',
};

const LEGEND = [...new Set(Object.values(TYPES))];

/** The words of a text by their kinds, for colours that know what a word is. */
export const semanticTokens: Served = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: LEGEND, tokenModifiers: [] },
      full: true,
    },
  },
  register(connection, open) {
    connection.languages.semanticTokens.on(({ textDocument: { uri } }) => {
      const document = open(uri);
      return { data: document === undefined ? [] : encoded(document) };
    });
  },
};

/**
 * Five numbers a token, as the protocol has them: lines and characters from the one before, the length,
 * the type, no modifiers. A token stands on one line; a text may go over several.
 */
function encoded(document: TextDocument): number[] {
  const text = document.getText();
  const data: number[] = [];
  let [lastLine, lastCharacter] = [0, 0];
  for (const { from, to, kind } of tokensOf(text)) {
    const start = document.positionAt(from);
    for (const [k, part] of text
      .slice(from, to)
      .split(/\r\n|\n|\r/)
      .entries()) {
      if (part === '') continue;
      const line = start.line + k;
      const character = k === 0 ? start.character : 0;
      const along = line === lastLine ? character - lastCharacter : character;
      data.push(line - lastLine, along, part.length, LEGEND.indexOf(TYPES[kind]), 0);
      [lastLine, lastCharacter] = [line, character];
    }
  }
  return data;
}
