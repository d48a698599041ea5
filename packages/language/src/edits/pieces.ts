import { isName, RESERVED } from '@standoff/model';
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.js';
import { parseText, tokenize } from '../parser.js';
import { refuse } from './edit.js';

/** Refuses what is no name. */
export function checkName(name: string): void {
  if (!isName(name)) {
    refuse(
      'bad-name',
      `${name === '' ? 'an empty text' : name} is not a name`,
      'a name begins with a letter and goes on with letters, digits or _',
    );
  }
  if (RESERVED.has(name)) {
    refuse('bad-name', `\`${name}\` is a word of the language`, 'choose another name');
  }
}

/** Refuses what is no reference to a source, and gives it with its @, and with `inferred from`. */
export function evidenceOf(written: string): string {
  const [inferred = ''] = /^inferred\s+from\s+/.exec(written) ?? [];
  const place = written.slice(inferred.length);
  const evidence = place.startsWith('@') ? place : `@${place}`;
  if (
    !/^@[^\s{}(),"#:]+(:P[0-9]+(-P[0-9]+)?)?(#[\w\-\u00C0-\u1FFF\u2C00-\u2FEF\u3040-\uD7FF]+)?$/.test(
      evidence,
    )
  ) {
    refuse(
      'ill-written',
      `${evidence} is not a reference to a source`,
      'write @source, @source:P7, @source:P7-P9 or @source#annotation',
    );
  }
  return inferred === '' ? evidence : `inferred from ${evidence}`;
}

/** Refuses words that cannot be read by this rule of the grammar, all of them and nothing more. */
export function readAs(rule: string, words: string, called: string): AstNode {
  const lexed = tokenize(words);
  const { value, parserErrors } = parseText(words, rule);
  const wrong = lexed.errors.length > 0 || parserErrors.length > 0 || lexed.tokens.length === 0;
  if (wrong || /#[^\r\n]*$/.test(lastLine(words, lexed.hidden))) {
    refuse('ill-written', `\`${words.trim()}\` is not ${called}`);
  }
  return value;
}

/** The last line where a comment ends the words: what is put behind them would be lost in it. */
function lastLine(words: string, hidden: ReturnType<typeof tokenize>['hidden']): string {
  const trimmed = words.trimEnd();
  const comment = hidden.find(
    (t) => t.image.startsWith('#') && t.startOffset + t.image.trimEnd().length === trimmed.length,
  );
  return comment ? comment.image : '';
}

/** The one element that the words are. */
export function elementOf(words: string): ast.Element {
  const document = readAs('Document', words, 'an element of the language') as ast.Document;
  const [element, second] = document.elements;
  if (!element || second)
    refuse('ill-written', 'this is more than one element', 'add them one by one');
  return element;
}
