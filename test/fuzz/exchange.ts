import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import {
  FORMATS,
  isReadable,
  packCase,
  readAs,
  unpackCase,
  type ReadableFormat,
} from '@standoff/exchange';
import { printSituation } from '@standoff/language/print';
import { ModelFault } from '@standoff/model';
import { AnalysisError } from '@standoff/situation';
import { modelSchema } from '../../packages/exchange/test/formats.js';
import { modelOf } from '../../packages/situation/test/situations.js';
import { randomText } from '../../packages/situation/test/random-situation.js';
import { mutated, utf8 } from './mutations.js';
import { expectThat, target, type Target } from './target.js';

/** What files of these forms are made of. */
const PIECES = [
  ...'{}[]",:;\n\t'.split(''),
  ...'0 1 -1 31 1e9 1/2 null true "Y" "N" [0,"Y"] [[0,"N"]] {"members":[]} '.split(' '),
  ...'EFG p t "options" "preferenceRanking" "useManualPreferenceRanking":true, "misperceptions" NFG rank payoff'.split(
    ' ',
  ),
  '=A1',
  '"misperceptions":[[[0,"Y"]]],',
  '\u202e',
  '\u0000',
].map(utf8);

/** Of a form that is not written. */
const GAMES = [
  'EFG 2 R "Entry" { "A" "B" } p "" 1 1 "" { "in" "out" } 0 p "" 2 1 "" { "x" "y" } 0 t "" 1 "" { -1, 0 } t "" 2 "" { 1, 1 } t "" 3 "" { 0, 1/2 }',
  'EFG 2 D "" { "A" } p "" 1 1 { "go" "stop" } 1 "" { 1 } p "" 1 2 { "go" "stop" } 0 t "" 2 { .2 } t "" 0 t "" 3 { 5e-1 }',
].map(utf8);

/** Files that are in order, small ones. */
async function samples(format: ReadableFormat): Promise<Uint8Array[]> {
  if (format.writer === null) return GAMES;
  const writer = await format.writer();
  const files: Uint8Array[] = [];
  for (let seed = 0; files.length < 12; seed++) {
    try {
      const model = modelOf(randomText(seed, { forms: ['prefers', 'ranks', 'weighs'] }));
      const { content } = writer(model, {});
      files.push(typeof content === 'string' ? utf8(content) : content);
    } catch (error) {
      // Rankings that place a state twice.
      if (!(error instanceof AnalysisError)) throw error;
    }
  }
  return files;
}

/** Files with changes; of archives, changes in what is packed too, since others come no further than that. */
function changed(
  holds: ReadableFormat['holds'],
  files: readonly Uint8Array[],
): fc.Arbitrary<Uint8Array> {
  const outside = mutated(files, PIECES);
  if (holds === 'text') return outside;
  const inside = fc
    .constantFrom(...files.map((file) => unzipSync(file)))
    .chain((parts) =>
      fc
        .constantFrom(...Object.keys(parts))
        .chain((name) =>
          mutated([parts[name]], PIECES).map((part) => zipSync({ ...parts, [name]: part })),
        ),
    );
  return fc.oneof({ weight: 1, arbitrary: outside }, { weight: 4, arbitrary: inside });
}

/** For each form that is read: a model that the language can say, or a fault that names its place. */
export const importers: readonly Target[] = await Promise.all(
  FORMATS.filter(isReadable).map(async (format) => {
    const { name, holds } = format;
    return target<Uint8Array>(`import-${name}`, {
      // An archive is unfolded and read by a library: more work for each.
      runs: holds === 'bytes' ? 20 : 60,
      input: fc.oneof(
        { weight: 8, arbitrary: changed(holds, await samples(format)) },
        {
          weight: 1,
          arbitrary: fc.array(fc.constantFrom(...PIECES)).map((pieces) => Buffer.concat(pieces)),
        },
      ),
      shown: (bytes) =>
        holds === 'bytes'
          ? `base64 ${Buffer.from(bytes).toString('base64')}`
          : JSON.stringify(new TextDecoder().decode(bytes)),
      async check(bytes) {
        const readIt = () =>
          readAs(
            format,
            { bytes, decoded: () => new TextDecoder().decode(bytes) },
            { title: 'A file', modelSchema },
          );
        let result: Awaited<ReturnType<typeof readIt>>;
        try {
          result = await readIt();
        } catch (error) {
          const told = error instanceof ModelFault || error instanceof AnalysisError;
          if (!told) throw error;
          expectThat(error.message.trim() !== '', 'the fault says nothing');
          return;
        }
        try {
          expectThat(printSituation(result.read.model) !== '', 'no text');
        } catch (error) {
          // A model in JSON can say what no text can, such as a conjunction of one.
          if (name !== 'json' || !(error instanceof ModelFault)) throw error;
        }
        deepEqual(await readIt(), result);
      },
    });
  }),
);

const BESIDE = ['annotations.json', 'sources.json', 'suggestions.json', 'variants.json'];

/** A case as a package: its files, none of which leads elsewhere, or a fault. */
export const packages = target<Uint8Array>('import-package', {
  runs: 40,
  input: changed('bytes', [
    packCase({
      situation: 'a.standoff',
      files: new Map([
        ['a.standoff', utf8('situation "A"')],
        ['variants.json', utf8('{}')],
        ['sources/b.txt', utf8('One two three.')],
      ]),
    }),
  ]),
  shown: (bytes) => `base64 ${Buffer.from(bytes).toString('base64')}`,
  check(bytes) {
    try {
      const { situation, files } = unpackCase(bytes, BESIDE);
      expectThat(files.has(situation), 'no situation');
      for (const name of files.keys())
        expectThat(/^(sources\/)?[^/.][^/]*$/.test(name), `${name} is no place in a case`);
    } catch (error) {
      if (!(error instanceof ModelFault)) throw error;
      expectThat(error.message.trim() !== '', 'the fault says nothing');
    }
  },
});
