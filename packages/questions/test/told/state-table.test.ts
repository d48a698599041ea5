import { Page, printBlocks } from '@standoff/document';
import { prepare } from '@standoff/situation';
import { expect, it } from 'vitest';
import { modelOf, PRISONERS } from '../../../situation/test/situations.js';
import { states } from '../../src/states/solve.js';
import { tellStates } from '../../src/states/tell.js';
import { Words } from '../../src/told/words.js';

const UNION = `
situation "Harbour"
actor Union "Dockers’ union" { option strike "Strike" taken  prefers { strike } }
actor Port "Port company" { option raise "Raise wages"  option hire "Hire strike-breakers" }
scenario peace "Peace" = not Union.strike and Port.raise and not Port.hire
`;

function told(text: string, width: number): string[] {
  const model = modelOf(text);
  const page = new Page({ width });
  printBlocks(page, tellStates(new Words(model), states(prepare(model)), model));
  return page.toString().split('\n');
}

it('has options as rows and states as columns', () => {
  expect(told(UNION, 100)).toMatchInlineSnapshot(`
    [
      "                        #0   #1  #2  #3  #4  #5  #6  #7",
      "Dockers’ union",
      "  Strike                 N    Y   N   Y   N   Y   N   Y",
      "Port company",
      "  Raise wages            N    N   Y   Y   N   N   Y   Y",
      "  Hire strike-breakers   N    N   N   N   Y   Y   Y   Y",
      "Status quo                  now",
      "Equilibrium under",
      "  Nash                        E       E       E       E",
      "  GMR                         E       E       E       E",
      "  SMR                         E       E       E       E",
      "  SEQ                         E       E       E       E",
      "  SSEQ                        E       E       E       E",
      "  SIM                         E       E       E       E",
      "",
      "Peace: #2",
      "8 states.",
      "",
    ]
  `);
});

it('goes on below where the width has no room', () => {
  const lines = told(UNION, 48);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(48);
  expect(lines.filter((line) => line.includes('Raise wages')).length).toBeGreaterThan(1);
  const heads = lines.filter((line) => /^ +#/.test(line)).join(' ');
  expect(heads.match(/#\d/g)).toEqual(Array.from({ length: 8 }, (_, k) => `#${k}`));
});

it('says that no state is like that', () => {
  const model = modelOf(PRISONERS);
  const none = states(prepare(model), {
    where: { text: 'false', condition: { op: 'constant', value: false } },
  });
  expect(none).toMatchObject({ matching: 0, states: [] });
  const page = new Page();
  printBlocks(page, tellStates(new Words(model), none, model));
  expect(page.toString()).toBe('No state is like that.\n');
});
