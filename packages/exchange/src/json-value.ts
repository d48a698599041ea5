import { at, ModelFault, shown } from '@standoff/model';

/** A value of a file in JSON, with its place in the file. */
export class JsonValue {
  private constructor(
    readonly value: unknown,
    /** "options[2].name" */
    readonly path: string,
  ) {}

  /** @throws ModelFault where the text is no JSON */
  static parse(text: string): JsonValue {
    try {
      return new JsonValue(JSON.parse(text) as unknown, '');
    } catch (error) {
      throw new ModelFault('', 'JSON', (error as Error).message);
    }
  }

  /** A field that has to be there. */
  field(name: string): JsonValue {
    const found = this.optional(name);
    if (found === null) throw new ModelFault(this.path, `a field ${name}`, 'none');
    return found;
  }

  /** A field that may be missing. */
  optional(name: string): JsonValue | null {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw this.fault('an object');
    return Object.hasOwn(value, name)
      ? new JsonValue((value as Readonly<Record<string, unknown>>)[name], at(this.path, name))
      : null;
  }

  /** The names of all fields. */
  names(): string[] {
    this.optional('');
    return Object.keys(this.value as object);
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  items(): JsonValue[] {
    if (!Array.isArray(this.value)) throw this.fault('a list');
    return (this.value as unknown[]).map((item, k) => new JsonValue(item, at(this.path, k)));
  }

  text(): string {
    if (typeof this.value !== 'string') throw this.fault('a text');
    return this.value;
  }

  flag(): boolean {
    if (typeof this.value !== 'boolean') throw this.fault('true or false');
    return this.value;
  }

  /** A whole number of that range. */
  whole(from: number, to: number, what: string): number {
    const { value } = this;
    if (!Number.isInteger(value) || (value as number) < from || (value as number) > to)
      throw this.fault(
        to < from ? `${what}, of which there are none` : `${what}, from ${from} to ${to}`,
      );
    return value as number;
  }

  oneOf<T extends string>(...words: readonly T[]): T {
    const found = words.find((word) => word === this.value);
    if (found === undefined)
      throw this.fault(words.map((word) => JSON.stringify(word)).join(' or '));
    return found;
  }

  /** What to say of a value that is not what it has to be. */
  fault(expected: string): ModelFault {
    return new ModelFault(this.path, expected, shown(this.value));
  }
}
