// What the sources of the command take for given and whoever bundles or runs them puts in.
import { readFileSync } from 'node:fs';
import { makeSchemas, schemaNames } from '../../scripts/schemas.js';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

// The schemas are never older than the sources that go with them.
await makeSchemas();

export const defined = {
  STANDOFF_VERSION: JSON.stringify(version),
  STANDOFF_SCHEMAS: JSON.stringify(schemaNames()),
};
