import { FORMS } from '../forms.js';
import { isElementStart, type Token } from './tokens.js';

/** A brace without its other half. */
export interface Unmatched {
  readonly brace: Token;
  /** Where it was noticed that it is never closed; null: at the end of the text, or it closes nothing. */
  readonly noticed: Token | null;
}

/** The first brace without its other half: where braces do not match, everything after is an echo. */
export function unmatchedIn(tokens: readonly Token[]): Unmatched | null {
  const open: Token[] = [];
  for (const [i, token] of tokens.entries()) {
    const { image } = token;
    if (image === '(' || image === '{') open.push(token);
    if (open.length > 0 && beginsElement(token, tokens[i - 1], tokens[i + 1]))
      return { brace: open.at(-1)!, noticed: token };
    if (image !== ')' && image !== '}') continue;
    const opening = open.pop();
    if (opening === undefined) return { brace: token, noticed: null };
    if ((opening.image === '(') === (image === ')')) continue;
    // A block that stays open is closed by its own brace further down: the parenthesis is one too many.
    const block =
      image === ')' && !open.some((one) => one.image === '(') && !isList(opening, tokens);
    return block ? { brace: token, noticed: null } : { brace: opening, noticed: token };
  }
  const unclosed = open.at(-1);
  return unclosed === undefined ? null : { brace: unclosed, noticed: null };
}

/** Whether it opens a list: `none of {`. */
function isList(opening: Token, tokens: readonly Token[]): boolean {
  return tokens[tokens.indexOf(opening) - 1]?.image === 'of';
}

/** Whether it begins an element at the top of a text, as far as a line can show it. */
function beginsElement(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (token.startColumn !== 1 || !isElementStart(token, before)) return false;
  if (!FORMS.get(token.image)!.where.startsWith('at the top of the text, outside')) return false;
  return after?.tokenType.name === 'TEXT' || /^[\w]/.test(after?.image ?? '');
}
