import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { call } from './in-process.js';

const validators = new Map<string, Promise<ValidateFunction>>();

async function compiled(name: string): Promise<ValidateFunction> {
  const { stdout } = await call(['schema', name]);
  // Asked a few times each: what would make them quicker takes longer than they do.
  const ajv = new Ajv2020({ strict: true, code: { optimize: false } });
  return ajv.compile(JSON.parse(stdout) as object);
}

/** What is wrong with a document that a command printed, by the schema that it names; none: nothing. */
export async function schemaFaults(document: unknown): Promise<string[]> {
  const { schema } = document as { readonly schema?: unknown };
  const name = typeof schema === 'string' ? /^standoff\/(.+)\/\d+$/.exec(schema)?.[1] : undefined;
  if (name === undefined) return ['JSON that does not say its schema'];
  const known = validators.get(name) ?? compiled(name);
  validators.set(name, known);
  const validate = await known;
  validate(document);
  return (validate.errors ?? []).map(
    ({ instancePath, message = '', params }) =>
      `${name}: ${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
