// What the briefing says of who is mistaken, against the verdicts of `perceive`.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepare, STANDARDS, USUAL_STANDARD } from '@standoff/situation';
import { modelOf } from '../../situation/test/situations.js';
import { misreadingsOf } from '../src/briefing/misread.js';
import { tellMisread } from '../src/briefing/misread-words.js';
import { briefing } from '../src/briefing/solve.js';
import { perceive } from '../src/perceive/solve.js';
import { Words } from '../src/told/words.js';
import { chance } from '../../../test/chance.js';

const BLIND = `situation "Blind"
actor Ann { option attack "Attack"  prefers {
  attack and not Bob.punish
  not attack
} }
actor Bob { option punish "Punish"  prefers { punish iff Ann.attack } }
Ann perceives Bob { unaware of punish }`;

const OPTIONS = ['A.x', 'A.y', 'B.x', 'B.y', 'C.x'];

function situation(seed: number): string {
  const below = chance(seed * 7919 + 1);
  const wish = (): string =>
    `${below(2) === 0 ? 'not ' : ''}${OPTIONS[below(5)]}${below(2) === 0 ? '' : ` only if ${below(2) === 0 ? 'not ' : ''}${OPTIONS[below(5)]}`}`;
  const wishes = (): string => Array.from({ length: 3 }, wish).join('\n');
  const options = (...names: string[]): string =>
    names.map((name) => `option ${name} ${below(3) === 0 ? 'taken' : ''}`).join(' ');
  const pictures = [
    `A perceives B { prefers {
${wishes()}
} ${below(2) === 0 ? '' : ' unaware of y'} }`,
    `B perceives C { unaware of x }`,
    `C perceives A { never ${OPTIONS[below(5)]} }`,
  ].filter(() => below(3) > 0);
  return `situation "Random"
actor A { ${options('x', 'y')} prefers {
${wishes()}
} }
actor B { ${options('x', 'y')} prefers {
${wishes()}
} }
actor C { ${options('x')} prefers {
${wishes()}
} }
${pictures.join('\n')}`;
}

const told = (text: string): string => {
  const model = modelOf(text);
  const content = tellMisread(new Words(model), briefing(prepare(model)));
  return content.map((one) => (typeof one === 'string' ? one : '')).join('');
};

describe('who is mistaken, in the briefing', () => {
  it('moves in its own eyes and in truth just where perceive says that it does not stay', () => {
    const { concept } = STANDARDS[USUAL_STANDARD];
    let changed = 0;
    for (let seed = 0; seed < 150; seed++) {
      const prepared = prepare(modelOf(situation(seed)));
      const found = misreadingsOf(prepared, USUAL_STANDARD);
      const { actors, misperceivers } = perceive(prepared);
      expect(found.map(({ actor }) => actor)).toEqual(misperceivers);
      for (const { actor, recognises, asSeen, asIs } of found) {
        const game = actors.find((one) => one.actor === actor)!;
        const [{ before, after }] = game.revelation!.now;
        expect(recognises).toBe(game.now[0].taken !== null);
        if (recognises) expect(asSeen === null).toBe(before.includes(concept));
        expect(asIs === null).toBe(after.includes(concept));
        if (recognises && (asSeen === null) !== (asIs === null)) changed++;
      }
    }
    expect(changed).toBeGreaterThan(5);
  });

  it('says what it would do as it sees things, by hand', () => {
    expect(told(BLIND)).toBe(
      'Ann sees Bob otherwise than it is: as it sees things it would attack today, which otherwise it would not. All else here is told as if everybody saw things as they are.',
    );
  });

  it('says what it does not expect, of the Korean case', () => {
    const file = new URL('../../../cases/korea-2018/korea.standoff', import.meta.url);
    expect(told(readFileSync(file, 'utf8'))).toMatch(
      /^Japan does not expect the United States to assure Pyongyang that its regime stays\.$/,
    );
  });

  it('is silent where nobody is mistaken', () => {
    expect(told(BLIND.split('\nAnn perceives')[0])).toBe('');
  });
});
