// No circles of imports, of types neither: what stands in a circle cannot be understood, loaded or moved
// by itself. Which package may import which stands in oxlint.config.js.
import path from 'node:path';
import { circlesIn } from './circles.js';
import { importsOf, sourceFiles } from './imports.js';

const root = path.join(import.meta.dirname, '..');
/** What is generated has the circles of what it is made of. The list of what the commands print: they print by it. */
const LEFT_OUT = /(?:^|\/)(?:dist|generated)\/|^packages\/cli\/src\/answer[.]ts$/;

const graph = new Map(
  [...importsOf(sourceFiles(root))].map(([file, { imports }]) => [named(file), imports.map(named)]),
);
for (const file of [...graph.keys()].filter((file) => LEFT_OUT.test(file))) graph.delete(file);

const circles = circlesIn(graph);
for (const circle of circles)
  console.error(
    `Imports in a circle: move what both need to where its name says.\n  ${circle.join('\n  → ')}`,
  );
process.exitCode = circles.length > 0 ? 1 : 0;

function named(file) {
  return path.relative(root, file);
}
