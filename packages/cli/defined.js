// What the sources of the command take for given and whoever bundles or runs them puts in.
import { readFileSync } from 'node:fs';

function readJson(file) {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

export const defined = {
  STANDOFF_VERSION: JSON.stringify(readJson('package.json').version),
  MODEL_SCHEMA: JSON.stringify(readJson('../model/schema/conflict-model-1.schema.json')),
};
