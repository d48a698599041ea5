import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const packages = path.join(import.meta.dirname, '../packages');

/** The packages that are published: their names and folders. */
export function published() {
  return readdirSync(packages)
    .map((one) => path.join(packages, one))
    .map((folder) => ({
      folder,
      ...JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')),
    }))
    .filter((one) => !one.private)
    .map(({ name, folder }) => ({ name, folder }));
}
