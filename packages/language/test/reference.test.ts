import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseSituation } from '../src/parse.js';

const PAGE = readFileSync(new URL('../../../docs/language.md', import.meta.url), 'utf8');

/** What the parts on the page speak of. */
const AROUND = `situation "Around the parts" as of 2018-04-27
source cogan "An article"
actor NK { option suspend option dismantle option realign prefers { not US.attack } }
actor US { option meet option relax option assure option attack option deploy prefers { NK.dismantle } }
actor SK { option invest prefers { treaty } }
actor CN { option enforce prefers { not garrison } }
actor JP { option arm prefers { arm } }
agreement treaty "Peace treaty" between NK, SK, US
scenario garrison "The North changes sides" = NK.realign
`;

const parts = [...PAGE.matchAll(/^```standoff part\n(.*?)^```$/gms)].map(([, part]) => part);

describe('every part shown on the reference page is read without an error', () => {
  test('there are parts', () => {
    expect(parts.length).toBeGreaterThan(10);
  });
  test.each(parts)('%s', (part) => {
    // A part may define what the surroundings do.
    const names = [...part.matchAll(/^(?:agreement|scenario|claim) (\w+)/gm)].map(
      ([, name]) => name,
    );
    const around = AROUND.split('\n').filter(
      (line) => !names.some((n) => line.includes(` ${n} "`)),
    );
    const { diagnostics } = parseSituation(around.join('\n') + part);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
