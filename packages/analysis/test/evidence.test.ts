import { describe, expect, it } from 'vitest';
import { evidence, prepare, type EvidenceResult } from '../src/index.js';
import { modelOf } from './situations.js';

const TEXT = `
situation "Two prisoners"
source file "The file"
source talk "Talk of the yard"
source unread "Nobody read this"
actor A "Anna" { option c "Anna keeps silent" @file:P1
  prefers { B.c @talk:P2  not c @file:P1 @talk:P3 } }
actor B "Ben" { option c "Ben keeps silent"
  prefers { A.c @talk:P2-P3  not c @talk because "who would not" rests on rumour } }
scenario silence "Both keep silent" = A.c and B.c  because "what they agreed on"
claim rumour "Ben has talked before" inferred by "the yard"
`;

const of = (text: string): EvidenceResult => evidence(prepare(modelOf(text)));

describe('evidence', () => {
  const result = of(TEXT);

  it('counts what rests on passages, on reasons only, and on nothing', () => {
    expect(result.coverage).toEqual([
      { kind: 'option', count: 2, passage: 1, reason: 0, nothing: 1 },
      { kind: 'preference', count: 4, passage: 4, reason: 0, nothing: 0 },
      { kind: 'scenario', count: 1, passage: 0, reason: 1, nothing: 0 },
      { kind: 'claim', count: 1, passage: 0, reason: 0, nothing: 1 },
    ]);
    expect(result.bare.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'option Ben keeps silent',
      'claim Ben has talked before',
    ]);
  });

  it('names doubtful claims with what rests on them, and sources that nothing uses', () => {
    expect(result.doubtful).toMatchObject([
      { claim: 'rumour', strength: 'inferred', disputed: false, elements: [{ text: 'not c' }] },
    ]);
    expect(
      result.sources.map(({ id, elements, paragraphs }) => [id, elements, paragraphs]),
    ).toEqual([
      ['file', 2, [1]],
      ['talk', 4, [2, 3]],
      ['unread', 0, []],
    ]);
  });

  it('leaves out what rests on a source or passage alone: by hand', () => {
    // P2 alone carries that Anna wants Ben silent. Without it she has nothing to fear from his
    // answer and silence does not hold. The talk as a whole carries Ben’s wish too; his other one has
    // a reason of its own, hers another source.
    expect(result.tried).toBe(6);
    expect(result.without).toMatchObject([
      { source: 'talk', paragraph: null, elements: [{ of: 'A.1' }, { of: 'B.1' }], distance: 0.5 },
      { source: 'talk', paragraph: 2, elements: [{ of: 'A.1' }], distance: 0.5 },
    ]);
    for (const { turned } of result.without)
      expect(turned).toMatchObject({ ceases: ['silence'], statusQuo: 'as before' });
  });

  it('leaves out constraints, and says so where nothing changes', () => {
    const barred = of(`${TEXT}\nnever A.c and B.c @file:P9`);
    expect(barred.without.find(({ paragraph }) => paragraph === 9)).toMatchObject({
      elements: [{ kind: 'constraint', text: 'never A.c and B.c' }],
      turned: { begins: ['silence'] },
    });
    expect(of('situation "S"\nsource s "S"\nactor A { option x @s }').without).toEqual([]);
  });
});
