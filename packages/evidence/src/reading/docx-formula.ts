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
    case 'm:d': {
      const given = childOf(node, 'm:dPr');
      const inside = partsOf(node, 'm:e').join(charOf(given, 'm:sepChr') ?? ', ');
      return `${charOf(given, 'm:begChr') ?? '('}${inside}${charOf(given, 'm:endChr') ?? ')'}`;
    }
    case 'm:nary': {
      const sign = charOf(childOf(node, 'm:naryPr'), 'm:chr') ?? '∫';
      return `${sign}${lowered(part('m:sub'))}${raised(part('m:sup'))} ${part('m:e')}`;
    }
    case 'm:func':
      return `${part('m:fName')} ${part('m:e')}`;
    case 'm:limLow':
      return part('m:e') + lowered(part('m:lim'));
    case 'm:limUpp':
      return part('m:e') + raised(part('m:lim'));
    case 'm:acc':
      return part('m:e') + (charOf(childOf(node, 'm:accPr'), 'm:chr') ?? '\u0302');
    case 'm:m':
    case 'm:eqArr':
      return partsOf(node, node.name === 'm:m' ? 'm:mr' : 'm:e').join('; ');
    case 'm:mr':
      return partsOf(node, 'm:e').join(' ');
    default:
      return (node.children ?? [])
        .filter(({ type, name }) => type === 'tag' && !/Pr$/u.test(name))
        .map(formulaText)
        .join('');
  }
}

function partsOf({ children }: Xml, name: string): string[] {
  return children.filter((child) => child.name === name).map(formulaText);
}

/** A sign that is given, which may be none. */
function charOf(properties: Xml | undefined, name: string): string | undefined {
  return childOf(properties, name)?.attribs['m:val'];
}

function lowered(text: string): string {
  return text === '' ? '' : `_${grouped(text)}`;
}

function raised(text: string): string {
  const digits = raisedText(text, '0');
  return digits === text && text !== '' ? `^${grouped(text)}` : digits;
}

function grouped(text: string): string {
  return /^[\p{L}\p{N}.]*$/u.test(text) ? text : `(${text})`;
}
