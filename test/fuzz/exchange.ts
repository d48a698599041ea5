import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { formatNamed, FORMATS } from '@standoff/exchange';
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
  ...'"options" "preferenceRanking" "useManualPreferenceRanking":true, "misperceptions" NFG rank payoff'.split(
    ' ',
  ),
  '=A1',
  '"misperceptions":[[[0,"Y"]]],',
  '\u202e',
  '\u0000',
].map(utf8);

/** Files that are in order, small ones. */
async function samples(name: string): Promise<Uint8Array[]> {
  const writer = await formatNamed(name)!.writer();
  const files: Uint8Array[] = [];
  for (let seed = 0; files.length < 12; seed++) {
    try {
      const model = modelOf(randomText(seed, { forms: ['prefers', 'ranks', 'weighs'] }));
      files.push(utf8(writer(model, {}).text));
    } catch (error) {
      // Rankings that place a state twice.
      if (!(error instanceof AnalysisError)) throw error;
    }
  }
  return files;
}

/** For each form that is read: a model that the language can say, or a fault that names its place. */
export const importers: readonly Target[] = await Promise.all(
  FORMATS.filter(({ reader }) => reader !== null).map(async ({ name, reader }) => {
    const read = await reader!();
    return target(`import-${name}`, {
      runs: 60,
      input: fc
        .oneof(
          { weight: 8, arbitrary: mutated(await samples(name), PIECES) },
          {
            weight: 1,
            arbitrary: fc.array(fc.constantFrom(...PIECES)).map((pieces) => Buffer.concat(pieces)),
          },
        )
        .map((bytes) => new TextDecoder().decode(bytes)),
      check(text) {
        const readIt = () => read(text, { title: 'A file', modelSchema });
        let result: ReturnType<typeof readIt>;
        try {
          result = readIt();
        } catch (error) {
          const told = error instanceof ModelFault || error instanceof AnalysisError;
          if (!told) throw error;
          expectThat(error.message.trim() !== '', 'the fault says nothing');
          return;
        }
        try {
          expectThat(printSituation(result.model) !== '', 'no text');
        } catch (error) {
          // A model in JSON can say what no text can, such as a conjunction of one.
          if (name !== 'json' || !(error instanceof ModelFault)) throw error;
        }
        deepEqual(readIt(), result);
      },
    });
  }),
);
