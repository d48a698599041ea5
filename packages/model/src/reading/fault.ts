/** What a model in JSON is not, at a place in it. */
export class ModelFault extends Error {
  override readonly name = 'ModelFault';
  constructor(
    /** "actors[2].options[0].id"; empty: the model as a whole. */
    readonly path: string,
    /** "a text" */
    readonly expected: string,
    /** What is there instead: "the number 3"; null: it is not worth saying. */
    readonly found: string | null = null,
  ) {
    super(
      `${path === '' ? '' : `${path}: `}expected ${expected}${found === null ? '' : `, found ${found}`}`,
    );
  }
}

/** The place of a field or an item in what has a place itself. */
export function at(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  const name = key.length > 40 ? `${key.slice(0, 40)}…` : key;
  if (!/^[\w$-]+…?$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}

/** A value as a message tells it. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  // JSON has no word for what is too large to be a number.
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' && value.length > 40 ? `${value.slice(0, 40)}…` : value;
  return JSON.stringify(text);
}
