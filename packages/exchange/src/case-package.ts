import { zipSync } from 'fflate';
import { fingerprint } from '@standoff/evidence/records';
import { ModelFault } from '@standoff/model';
import { unpacked } from './archive.js';
import { JsonValue } from './json-value.js';

/** What a package says of itself stands in this file of it. */
export const PACKAGE_FILE = 'standoff-package.json';
const SCHEMA = 'standoff/package/1';
/** What a package may unfold to: texts of sources are up to 50 MB each. */
const MOST_BYTES = 250_000_000;
/** Texts of sources; no name that a system keeps to itself. */
const SOURCE = /^sources\/(?!\.)[^/\\\p{Cc}<>:"|?*]{1,200}(?<![. ])$/u;
const SITUATION = /^(?!\.)[^/\\\p{Cc}<>:"|?*]{1,200}\.standoff$/u;

/** The files of a case, by their names from its folder. */
export interface CaseFiles {
  /** The name of the situation among them. */
  readonly situation: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A case as one file. What it holds and its fingerprints stand in it, so that damage is seen. */
export function packCase({ situation, files }: CaseFiles): Uint8Array {
  const listed = [...files].map(([name, bytes]) => ({ name, fingerprint: fingerprint(bytes) }));
  const about = `${JSON.stringify({ schema: SCHEMA, situation, files: listed }, null, 2)}\n`;
  const contents = {
    [PACKAGE_FILE]: new TextEncoder().encode(about),
    ...Object.fromEntries(files),
  };
  // The same case gives the same package: archives know no time before 1980.
  return zipSync(contents, { mtime: new Date(1980, 0, 1), level: 9 });
}

/**
 * The files of a package.
 * @param beside names of files that a case may have beside its situation and the texts of its sources
 * @throws ModelFault that names the file where one is missing, damaged, or has no place in a case
 */
export function unpackCase(bytes: Uint8Array, beside: readonly string[]): CaseFiles {
  const all = unpacked(bytes, MOST_BYTES);
  const about = all.get(PACKAGE_FILE);
  if (about === undefined)
    throw new ModelFault('', `a package of a case, with ${PACKAGE_FILE}`, 'an archive without it');
  const said = JsonValue.parse(new TextDecoder().decode(about));
  said.field('schema').oneOf(SCHEMA);
  const situation = said.field('situation').text();
  const files = new Map<string, Uint8Array>();
  for (const entry of said.field('files').items()) {
    const name = entry.field('name').text();
    const stated = entry.field('fingerprint').text();
    if (name !== situation && !beside.includes(name) && !SOURCE.test(name))
      throw entry.field('name').fault('a file that a case has');
    const content = all.get(name);
    if (content === undefined) throw new ModelFault(JSON.stringify(name), 'the file', 'none');
    if (fingerprint(content) !== stated)
      throw new ModelFault(JSON.stringify(name), `a file as it was packed`, 'another one');
    files.set(name, content);
  }
  if (!SITUATION.test(situation) || !files.has(situation))
    throw said.field('situation').fault('the name of a .standoff file of the package');
  const further = [...all.keys()].find((name) => name !== PACKAGE_FILE && !files.has(name));
  if (further !== undefined)
    throw new ModelFault(JSON.stringify(further.slice(0, 80)), 'no file that is not listed', 'one');
  return { situation, files };
}
