import { at, ModelFault, shown } from './fault.js';

/** As much of JSON Schema as the schema of the model is written in. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly pattern?: string;
  readonly description?: string;
}

/** As a message calls a type. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'an object',
};

/**
 * Holds a value against a closed schema. Of several forms that it may have, it is held against the one
 * whose name it has, so that a message is about what was meant.
 * @throws ModelFault the first thing that does not fit
 */
export function expectSchema(root: Schema, value: unknown): void {
  check(value, root, '');

  function check(value: unknown, schema: Schema, path: string): void {
    if (schema.$ref !== undefined) {
      check(value, root.$defs![schema.$ref.slice('#/$defs/'.length)], path);
      return;
    }
    if (schema.anyOf !== undefined) {
      checkForms(value, schema.anyOf, path);
      return;
    }
    const { type, enum: choices = 'const' in schema ? [schema.const] : null } = schema;
    const types = typeof type === 'string' ? [type] : (type ?? []);
    if (types.length > 0 && !types.some((one) => isOf(value, one)))
      throw new ModelFault(path, types.map((one) => TYPES[one]).join(' or '), shown(value));
    if (choices !== null && !choices.includes(value))
      throw new ModelFault(
        path,
        choices.map((one) => JSON.stringify(one)).join(', '),
        shown(value),
      );
    if (typeof value === 'number') checkNumber(value, schema, path);
    if (typeof value === 'string' && schema.pattern !== undefined)
      if (!new RegExp(schema.pattern, 'u').test(value))
        throw new ModelFault(path, schema.description ?? schema.pattern, shown(value));
    if (Array.isArray(value))
      for (const [k, item] of value.entries()) check(item, schema.items!, at(path, k));
    else if (typeof value === 'object' && value !== null) checkFields(value, schema, path);
  }

  function checkForms(value: unknown, forms: readonly Schema[], path: string): void {
    if (value === null && forms.some(({ type }) => type === 'null')) return;
    const [only, ...others] = forms.filter(({ type }) => type !== 'null');
    if (others.length === 0) {
      check(value, only, path);
      return;
    }
    if (!isOf(value, 'object')) throw new ModelFault(path, 'an object', shown(value));
    const named = Object.keys(only.properties!).find((key) =>
      others.every(({ properties }) => properties![key] && namesOf(properties![key]).length > 0),
    )!;
    const name = (value as Readonly<Record<string, unknown>>)[named];
    const form = [only, ...others].find(({ properties }) =>
      namesOf(properties![named]).includes(name),
    );
    if (form) {
      check(value, form, path);
      return;
    }
    const names = [only, ...others].flatMap(({ properties }) => namesOf(properties![named]));
    throw new ModelFault(
      at(path, named),
      names.map((one) => JSON.stringify(one)).join(', '),
      shown(name),
    );
  }

  function checkFields(value: object, { properties = {}, required = [] }: Schema, path: string) {
    const missing = required.find((key) => !Object.hasOwn(value, key));
    if (missing !== undefined) throw new ModelFault(path, `a field ${missing}`, 'none');
    for (const [key, field] of Object.entries(value)) {
      if (!Object.hasOwn(properties, key))
        throw new ModelFault(at(path, key), 'no field of this name');
      check(field, properties[key], at(path, key));
    }
  }
}

const namesOf = ({ const: only, enum: several }: Schema): readonly unknown[] =>
  several ?? (only === undefined ? [] : [only]);

function isOf(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

function checkNumber(value: number, schema: Schema, path: string): void {
  const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity } = schema;
  if (value < minimum) throw new ModelFault(path, `at least ${minimum}`, shown(value));
  if (value > maximum) throw new ModelFault(path, `at most ${maximum}`, shown(value));
  if (value <= exclusiveMinimum)
    throw new ModelFault(path, `more than ${exclusiveMinimum}`, shown(value));
}
