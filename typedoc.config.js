// npm run docs:api: a page for each word of each door of each package that is published.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OptionDefaults } from 'typedoc';
import { published } from './scripts/published.js';

export default {
  name: 'Standoff',
  entryPoints: published().flatMap(({ folder }) => {
    const { exports } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return Object.values(exports).map((door) =>
      // The command is bundled and has no door to its sources; index.ts is what it shows.
      path.join(folder, door['standoff-source'] ?? 'src/index.ts'),
    );
  }),
  tsconfig: 'tsconfig.json',
  // Types are checked by tsc.
  skipErrorChecking: true,
  readme: 'docs/library.md',
  out: 'docs/api',
  disableGit: true,
  disableSources: true,
  // What the JSON Schemas are told of numbers and texts.
  blockTags: [
    ...OptionDefaults.blockTags,
    '@asType',
    '@minimum',
    '@maximum',
    '@exclusiveMinimum',
    '@pattern',
  ],
  treatWarningsAsErrors: true,
};
