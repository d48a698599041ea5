import { MODEL_SCHEMA, type ConflictModel } from '../model.js';
import { expectSchema, type Schema } from './by-schema.js';
import { ModelFault, shown } from './fault.js';
import { expectWhole } from './whole.js';

/** Expressions of a text are at most a hundred braces deep; what they are in a model is less than this. */
const MOST_LEVELS = 1_000;

/**
 * The model that a JSON text is. Where its elements stood in a text is not kept: that text is not at hand.
 * @param schema the JSON Schema of the model
 * @throws ModelFault where it is none, or one that no text could come to
 */
export function readModel(json: string, schema: Schema): ConflictModel {
  const value = parsed(json);
  expectLevels(value);
  const { schema: version } = (value ?? {}) as { readonly schema?: unknown };
  if (version !== MODEL_SCHEMA)
    throw new ModelFault('schema', JSON.stringify(MODEL_SCHEMA), shown(version));
  expectSchema(schema, value);
  expectWhole(value as ConflictModel);
  return withoutPlaces(value);
}

function withoutPlaces(value: unknown): ConflictModel {
  const json = JSON.stringify(value, (key, part: unknown) => (key === 'at' ? null : part));
  return JSON.parse(json) as ConflictModel;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    throw new ModelFault('', 'JSON', (error as Error).message);
  }
}

const tooDeep = (): ModelFault =>
  new ModelFault('', `at most ${MOST_LEVELS} objects and lists in one another`, 'more');

/** What follows goes down into the model, one call a level. */
function expectLevels(value: unknown): void {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS) throw tooDeep();
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : [],
    );
  }
}
