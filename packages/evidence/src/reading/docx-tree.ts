import { parseDocument } from 'htmlparser2';

/** As much of a parsed part as is read and changed here. */
export interface Xml {
  readonly type: string;
  name: string;
  attribs: Record<string, string>;
  children: Xml[];
  parent: Xml | null;
  data?: string;
}

export function parseXml(text: string): Xml {
  const root = parseDocument(text, { xmlMode: true }) as unknown as Xml;
  const top = root.children.find(({ type }) => type === 'tag');
  if (top) withUsualPrefixes(top);
  return root;
}

/** What names of elements and attributes begin with, by their vocabulary: a file may choose others. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/u, 'w'],
  [/\/officeDocument\/(?:2006\/)?math$/u, 'm'],
  [/\/officeDocument\/(?:2006\/)?relationships$/u, 'r'],
  [/\/markup-compatibility\/2006$/u, 'mc'],
  [/\/drawingml\/(?:2006\/)?main$/u, 'a'],
  [/^urn:schemas-microsoft-com:vml$/u, 'v'],
  [/\/package\/2006\/relationships$/u, ''],
];

/** Names as this program looks for them, where the outermost element says that they begin otherwise. */
function withUsualPrefixes(top: Xml): void {
  const usual = new Map<string, string>();
  for (const [name, value] of Object.entries(top.attribs)) {
    if (!/^xmlns(?::|$)/u.test(name)) continue;
    const prefix = PREFIXES.find(([uri]) => uri.test(value))?.[1];
    if (prefix !== undefined && prefix !== name.slice(6)) usual.set(name.slice(6), prefix);
  }
  if (usual.size === 0) return;
  const renamed = (name: string, isAttribute: boolean): string => {
    const at = name.indexOf(':');
    const prefix = at < 0 ? '' : name.slice(0, at);
    if (prefix === 'xmlns' && usual.has(name.slice(6))) return `xmlns:${usual.get(name.slice(6))}`;
    const to = isAttribute && at < 0 ? undefined : usual.get(prefix);
    return to === undefined ? name : `${to}${to && ':'}${name.slice(at + 1)}`;
  };
  const walk = (node: Xml): void => {
    node.name = renamed(node.name, false);
    node.attribs = Object.fromEntries(
      Object.entries(node.attribs).map(([name, value]) => [renamed(name, true), value]),
    );
    for (const child of node.children) if (child.type === 'tag') walk(child);
  };
  walk(top);
}

export function printXml(node: Xml): string {
  if (node.type === 'text') return escaped(node.data ?? '');
  if (node.type === 'comment') return '';
  if (node.type === 'directive') return `<${node.data ?? ''}>`;
  const inside = (node.children ?? []).map(printXml).join('');
  if (!node.name) return inside;
  const attributes = Object.entries(node.attribs)
    .map(([name, value]) => ` ${name}="${escaped(value).replace(/"/gu, '&quot;')}"`)
    .join('');
  return inside === ''
    ? `<${node.name}${attributes}/>`
    : `<${node.name}${attributes}>${inside}</${node.name}>`;
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

export function xmlElement(name: string, attribs: Record<string, string>, ...children: Xml[]): Xml {
  const element: Xml = { type: 'tag', name, attribs, children, parent: null };
  for (const child of children) child.parent = element;
  return element;
}

/** A run of words. */
export function runOf(text: string): Xml {
  const words: Xml = {
    type: 'text',
    name: '',
    attribs: {},
    children: [],
    parent: null,
    data: text,
  };
  return xmlElement('w:r', {}, xmlElement('w:t', { 'xml:space': 'preserve' }, words));
}

export function childOf(node: Xml | undefined, name: string): Xml | undefined {
  return node?.children.find((child) => child.name === name);
}

/** The value of an element inside another: `<w:pStyle w:val="Title"/>`. */
export function valueOf(node: Xml | undefined, name: string): string | undefined {
  return childOf(node, name)?.attribs['w:val'];
}

/** Whether a property is set: present and not switched off. */
export function isOn(properties: Xml | undefined, name: string): boolean {
  const property = childOf(properties, name);
  return property !== undefined && !/^(?:0|false|off|none)$/u.test(property.attribs['w:val'] ?? '');
}

export function replaceChild(node: Xml, by: readonly Xml[]): void {
  const { parent } = node;
  if (parent === null) return;
  for (const child of by) child.parent = parent;
  parent.children.splice(parent.children.indexOf(node), 1, ...by);
}

/** All elements of these names, outer ones first. */
export function elementsOf(root: Xml, names: ReadonlySet<string>): Xml[] {
  const found: Xml[] = [];
  const walk = (node: Xml): void => {
    if (names.has(node.name)) found.push(node);
    for (const child of node.children ?? []) walk(child);
  };
  walk(root);
  return found;
}

/** The words of an element as they stand in the file. */
export function xmlText(node: Xml): string {
  if (node.type === 'text') return node.data ?? '';
  return (node.children ?? []).map(xmlText).join('');
}
