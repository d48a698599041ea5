import type { CstNode } from 'langium';
import { AstUtils, GrammarAST } from 'langium';

/** What stands between two words on one line: the layout, and names made from an expression, have it alike. */
export function spaceBetween(previous: CstNode, next: CstNode): '' | ' ' {
  if ([',', ')', '.', ':'].includes(next.text) || ['(', '.'].includes(previous.text)) return '';
  if (previous.text === '{' && isListBrace(previous)) return '';
  if (next.text === '}' && isListBrace(next)) return '';
  return ' ';
}

/** Whether a brace belongs to a list of an expression, as in `at most 2 of {a, b, c}`. */
export function isListBrace(brace: CstNode): boolean {
  return ['Count', 'Choice'].includes(ruleOf(brace) ?? '');
}

/** The rule of the grammar that a word was read by. */
export function ruleOf(leaf: CstNode): string | undefined {
  return AstUtils.getContainerOfType(leaf.grammarSource, GrammarAST.isParserRule)?.name;
}
