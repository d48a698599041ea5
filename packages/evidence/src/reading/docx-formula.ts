import { childOf, xmlText, type Xml } from './docx-tree.js';
import { raisedText } from './shifted.js';

/** The words of an equation in one line: (a+b)/2, x², √(y). */
export function formulaText(node: Xml): string {
  const part = (name: string): string => {
    const child = childOf(node, name);
    return child ? formulaText(child) : '';
  };
  switch (node.name) {
    case 'm:t':
      return xmlText(node);
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`;
    case 'm:sSup':
      return part('m:e') + raised(part('m:sup'));
    case 'm:sSub':
      return `${part('m:e')}${part('m:sub')}`;
    case 'm:sSubSup':
      return `${part('m:e')}${part('m:sub')}${raised(part('m:sup'))}`;
    case 'm:rad':
      return `√${grouped(part('m:e'))}`;
    case 'm:d':
      return `(${node.children
        .filter(({ name }) => name === 'm:e')
        .map(formulaText)
        .join(', ')})`;
    default:
      return (node.children ?? [])
        .filter(({ type, name }) => type === 'tag' && !/Pr$/u.test(name))
        .map(formulaText)
        .join('');
  }
}

function raised(text: string): string {
  const digits = raisedText(text, '0');
  return digits === text && text !== '' ? `^${grouped(text)}` : digits;
}

function grouped(text: string): string {
  return /^[\p{L}\p{N}.]*$/u.test(text) ? text : `(${text})`;
}
