// What a bundle contains of others, with their licences: packages by the files that really went into
// it, each with the licence text it ships.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What may ship: each lets the program be used, changed and passed on, if its text goes along. */
export const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Bitstream-Vera',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT-0',
  // Shipped as it was published, in files of its own.
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
];

/** What packages are under whose description names no licence by its short name. */
const LICENCES = { 'dejavu-fonts-ttf': 'Bitstream-Vera' };

/** Where copies lie that are made of a package's files. */
const COPIES = { 'pdfjs-dist': path.join('packages', 'evidence', 'generated') + path.sep };

/** The path of a file, or of its package where it is a copy. */
function origin(file) {
  const copied = Object.entries(COPIES).find(([, folder]) => file.includes(folder));
  return copied
    ? path.join(import.meta.dirname, '..', 'node_modules', copied[0], 'package.json')
    : file;
}

/**
 * The packages that files come from: name, version, licence and its text.
 * @param {Iterable<string>} files paths of what is in a bundle, own sources among them
 */
export function packagesOf(files) {
  const found = new Map();
  for (const one of files) {
    const file = origin(one);
    const at = file.lastIndexOf(`node_modules${path.sep}`);
    if (at < 0) continue;
    const root = file.slice(0, at + 'node_modules'.length);
    const parts = file.slice(root.length + 1).split(/[\\/]/);
    const folder = path.join(root, ...parts.slice(0, parts[0].startsWith('@') ? 2 : 1));
    if (!found.has(folder)) found.set(folder, packageIn(folder));
  }
  return [...found.values()].sort(
    (a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'),
  );
}

function packageIn(folder) {
  const { name, version, license, licenses, author, repository } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const said = license ?? licenses?.[0];
  const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile());
  const read = ({ name: file }) => readFileSync(path.join(folder, file), 'utf8').trim();
  const texts = files
    .filter((one) => /^(?:licen[cs]e|copying|notice|copyright)/i.test(one.name))
    .map(read);
  // Some say it in their README alone.
  const section = /^#+ *licen[cs]e\b[^\n]*\n(.*?)(?=^#|(?![\s\S]))/ims;
  if (texts.length === 0)
    for (const readme of files.filter((one) => /^readme/i.test(one.name)))
      texts.push(section.exec(read(readme))?.[1].trim() ?? '');
  const licence = LICENCES[name] ?? said?.type ?? said ?? null;
  const text = texts.filter((one) => one.length > 200).join('\n\n');
  const whose = author?.name ?? author;
  if (text !== '') return { name, version, licence, text };
  if (licence === 'MIT' && whose) return { name, version, licence, text: mit(whose) };
  const source = repository?.url ?? repository;
  return { name, version, licence, text: licence === 'MPL-2.0' && source ? mpl(source) : '' };
}

/** That licence wants the place of the source told, and is found by its address. */
const mpl = (
  source,
) => `This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the
MPL was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.
The source is at ${source}`;

/** For the few that name the licence and its holder but leave its text to be known. */
const mit = (whose) => `MIT License

Copyright (c) ${whose}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN
NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY,
WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** What stands against shipping a package; none where all is well. */
export function objections(packages) {
  return packages.flatMap(({ name, version, licence, text }) => {
    const ways = (licence ?? '').replace(/[()]/g, '').split(/ OR /i);
    return [
      ...(ways.some((way) => way.split(/ AND /i).every((one) => ALLOWED.includes(one)))
        ? []
        : [`${name} ${version}: licence ${licence ?? 'not said'}`]),
      ...(text === '' ? [`${name} ${version}: ships no licence text`] : []),
    ];
  });
}

/** The file that goes with a bundle. Texts that are the same to the letter stand once. */
export function notices(packages) {
  const byText = new Map();
  for (const one of packages) byText.set(one.text, [...(byText.get(one.text) ?? []), one]);
  const head =
    'Standoff is licensed under the Apache License 2.0. What follows is in it too, by the grace of others,\neach under the licence that stands below it.\n';
  const parts = [...byText].map(
    ([text, those]) =>
      `${those.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join('\n')}\n\n${text}\n`,
  );
  const line = `\n${'-'.repeat(80)}\n\n`;
  return [head, ...parts].join(line);
}

/** @throws where a package may not ship, so that no bundle is made with it */
export function noticesFor(files) {
  const packages = packagesOf(files);
  const wrong = objections(packages);
  if (wrong.length > 0) throw new Error(`these may not ship:\n  ${wrong.join('\n  ')}`);
  return notices(packages);
}
