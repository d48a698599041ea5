import { describe, expect, it } from 'vitest';
import type { EvidenceResult } from '../src/evidence/answer.js';
import { evidence } from '../src/evidence/solve.js';
import { tellSources } from '../src/evidence/tell-sources.js';
import { weakCitations, type WeakCitation } from '../src/evidence/weak-citations.js';
import { prepare } from '@standoff/situation';
import { modelOf } from '../../situation/test/situations.js';
import { printed } from './told/printed.js';

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

  it('counts what rests on words, passages, inference and the analyst’s own word', () => {
    expect(result.coverage).toEqual([
      { kind: 'actor', count: 2, words: 0, passage: 0, inference: 0, own: 2 },
      { kind: 'option', count: 2, words: 0, passage: 1, inference: 0, own: 1 },
      { kind: 'preference', count: 4, words: 0, passage: 4, inference: 0, own: 0 },
      { kind: 'scenario', count: 1, words: 0, passage: 0, inference: 0, own: 1 },
      { kind: 'claim', count: 1, words: 0, passage: 0, inference: 0, own: 1 },
    ]);
    expect(result.bare.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'actor Anna',
      'actor Ben',
      'option Ben keeps silent',
      'claim Ben has talked before',
    ]);
  });

  it('takes the ground that is nearest to the source', () => {
    const [, { words, passage, inference, own }] = of(`
situation "S"
source s "S"
claim c "C" stated @s
actor A { option a @s:P1 @s#s1  option b @s:P1 inferred from @s#s1  option d @s
  option e inferred from @s#s1 because "so"  option f rests on c because "so"
  option g because "so"  option h }
`).coverage;
    expect({ words, passage, inference, own }).toEqual({
      words: 1,
      passage: 2,
      inference: 2,
      own: 2,
    });
  });

  it('names what is only supposed, as long as nothing is cited for it', () => {
    expect(result.whatIfs).toEqual([]);
    const supposing = (grounds: string) =>
      of(TEXT.replace('not c @file:P1 @talk:P3', `not c ${grounds}`)).whatIfs;
    expect(supposing('because "what if: she is loyal"')).toEqual([
      { kind: 'preference', of: 'A.2', text: 'not c' },
    ]);
    expect(supposing('because "what if: she is loyal" @file:P1')).toEqual([]);
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

  it('takes the passages of the claims behind an element into account', () => {
    // Anna’s wish rests on a claim that stands in the talk alone, through another claim; Ben’s has a
    // passage of the talk and a claim from the file.
    const { doubtful, without } = of(`
situation "S"
source file "The file"
source talk "The talk"
actor A "Anna" { option c  prefers { B.c rests on heard  not c because "r" } }
actor B "Ben"  { option c  prefers { A.c @talk:P2 rests on seen  not c because "r" } }
claim heard "Ben may talk" inferred by "us" rests on said
claim said "Ben said so" reported by "us" @talk:P2
claim seen "Anna was seen" stated by A @file:P1
`);
    expect(
      without.map(({ source, elements }) => [source, elements.map(({ of: id }) => id)]),
    ).toEqual([
      ['talk', ['A.1']],
      ['talk', ['A.1']],
    ]);
    expect(doubtful).toMatchObject([{ claim: 'heard', elements: [{ of: 'A.1' }], through: [] }]);
    expect(
      of(`
situation "S"
actor A { option c  prefers { c rests on second } }
claim first "Rumour" inferred by "us"
claim second "Built on it" stated by A rests on first
`).doubtful,
    ).toMatchObject([
      {
        claim: 'first',
        elements: [{ of: 'second' }],
        through: [{ kind: 'preference', of: 'A.1' }],
      },
    ]);
  });
});

describe('weak citations', () => {
  const placeOf = ({ element, reference }: WeakCitation): string =>
    reference === null ? element.id : `${element.id} P${reference.paragraphs!.from}`;
  const weak = (grounds: string): string[] => {
    const { model } = prepare(
      modelOf(`
situation "S"
source s "S"
actor OX "Oxford" aka "the university" { option close "Close the library"  prefers { not LN.pay ${grounds} } }
actor LN "London" { option pay "Pay for it" }
`),
    );
    const paragraphs = [
      '',
      'The rain fell.',
      'Libraries are dear.',
      'Who will be paying?',
      'The city.',
    ];
    return weakCitations(model, (source) =>
      source === 's' ? new Map(paragraphs.map((words, number) => [number, words])) : null,
    ).map(placeOf);
  };

  it('are those whose paragraph names nothing that the element speaks of', () => {
    expect(weak('@s:P1')).toEqual(['OX.1 P1']);
    expect(weak('@s:P3')).toEqual([]);
    expect(weak('@s:P1-P3')).toEqual([]);
    expect(weak('@s:P2 @s:P4')).toEqual(['OX.1 P2', 'OX.1 P4']);
  });

  it('are those that have only what stands everywhere, where the text has rarer words elsewhere', () => {
    const { model } = prepare(
      modelOf(`
situation "S"
source s "S"
actor OX "Oxford" { option close "Close the library" @s:P2 @s:P4 }
actor KR "South Korea" { option talk "Hold a summit" @s:P6 @s:P7 }
scenario end "Oxford is calm again" = not OX.close @s:P2
`),
    );
    const words = [
      'Oxford woke.',
      'Oxford is old.',
      'Oxford has spires.',
      'Oxford may close libraries.',
      'Oxford rests.',
      'The talks in Seoul begin.',
      'A rainy day.',
      'Oxford sleeps.',
      'Oxford ends.',
    ];
    const found = (alsoCalled?: (name: string) => readonly string[]): string[] =>
      weakCitations(model, () => new Map(words.map((text, k) => [k + 1, text])), alsoCalled).map(
        placeOf,
      );
    // P6 speaks of the talks; P4 of the library; nothing else in P2 than Oxford, which is everywhere.
    expect(found()).toEqual(['OX.close P2', 'KR.talk P7']);
    expect(found((name) => (name === 'South Korea' ? ['Day'] : []))).toEqual(['OX.close P2']);
  });

  it('are told once of a text that has no words of most elements, and of each that it has words of', () => {
    const { model } = prepare(
      modelOf(`
situation "S"
source s "S"
actor Union "The trade union" @s:P1 { option strike "Walk out" @s:P1  prefers { not Firm.hire @s:P2 } }
actor Firm "The owners" @s:P2 { option hire "Bring in others" @s:P2 }
actor Weber "Weber" @s:P2
`),
    );
    const german = ['Die Gewerkschaft droht. Weber schweigt.', 'Die Reederei lehnt das ab.'];
    const found = (words: readonly string[]): string[] =>
      weakCitations(model, () => new Map(words.map((text, k) => [k + 1, text]))).map(placeOf);
    expect(found(german)).toEqual(['s', 'Weber P2']);
    // Where most have words there, those that have none are told one by one.
    expect(found(['The trade union and Weber.', 'The owners bring the rain.'])).toEqual([
      'Weber P2',
    ]);
    expect(found(['The trade union may walk out.', 'The rain.'])).toEqual([
      'Union.1 P2',
      'Firm P2',
      'Firm.hire P2',
      'Weber P2',
    ]);
  });

  it('are none where something is inferred, marked, or cited as a whole', () => {
    for (const grounds of ['inferred from @s:P1', '@s:P1#s1', '@s', ''])
      expect(weak(grounds)).toEqual([]);
  });
});

describe('evidence with a text at hand', () => {
  const model = prepare(
    modelOf(`
situation "S"
source s "A text"
source t "Another"
actor A @s:P0 { option x @s:P2-P3 @s#here  option y @s:P9 @s  prefers { x @s:P3#here  y @s#gone @s#no } }
left out "How it began" @s:P4 because "no move hangs on it"
`),
  );
  const [s, t] = evidence(model, {
    texts: [
      {
        source: 's',
        paragraphs: [
          { number: 0, body: false },
          ...[1, 2, 3, 4, 5].map((number) => ({ number, body: true })),
          { number: 6, body: false },
        ],
        sentences: [1, 1, 2, 3, 4, 4, 5].map((paragraph, k, all) => ({
          paragraph,
          sentence: paragraph === all[k - 1] ? 2 : 1,
        })),
        annotations: [
          {
            name: 'here',
            paragraphs: [1],
            sentences: [{ paragraph: 1, sentence: 2 }],
            orphan: null,
          },
          {
            name: 'gone',
            paragraphs: [],
            sentences: [],
            orphan: 'its words are no longer in the text',
          },
          {
            name: 'idle',
            paragraphs: [4, 5],
            sentences: [
              { paragraph: 4, sentence: 2 },
              { paragraph: 5, sentence: 1 },
            ],
            orphan: null,
          },
        ],
      },
    ],
  }).sources;

  it('names for every paragraph of the body what uses it, and what nothing uses', () => {
    expect(
      s?.uses.map(({ paragraph, place, elements }) => [
        paragraph,
        place,
        elements.map(({ of: id }) => id).join(' '),
      ]),
    ).toEqual([
      [0, 'outside the body', 'A'],
      [1, 'body', 'A.x'],
      [2, 'body', 'A.x'],
      [3, 'body', 'A.x A.1'],
      [4, 'body', 'left-out-1'],
      [5, 'body', ''],
      [9, 'not in the text', 'A.y'],
    ]);
    expect(s).toMatchObject({
      elements: 6,
      paragraphs: [0, 1, 2, 3, 4, 9],
      whole: [{ of: 'A.y' }],
      text: { unused: [5], missing: [9] },
    });
  });

  it('says of every sentence whether it is used by its words, with its paragraph, left out or open', () => {
    expect(s?.text?.sentences).toEqual({
      count: 7,
      words: 1,
      paragraph: 2,
      leftOut: 2,
      open: ['P1.1', 'P5.1'],
    });
  });

  it('places annotations, and says which are orphans, unknown or named with another paragraph', () => {
    expect(
      s?.text?.annotations.map(({ name, state, paragraphs, elements, misplaced }) => [
        name,
        state,
        paragraphs,
        elements.map(({ of: id }) => id),
        misplaced.map(({ of: id }) => id),
      ]),
    ).toEqual([
      ['here', 'found', [1], ['A.x', 'A.1'], ['A.1']],
      ['gone', 'orphan', [], ['A.2'], []],
      ['idle', 'found', [4, 5], [], []],
      ['no', 'unknown', [], ['A.2'], []],
    ]);
  });

  it('tells statements that nothing uses in one line, however many', () => {
    const idle = s.text!.annotations.find(({ name }) => name === 'idle')!;
    const many = Array.from({ length: 1000 }, (_, k) => ({ ...idle, name: `s${k + 1}` }));
    const annotations = [...s.text!.annotations, ...many];
    const told = printed(tellSources([{ ...s, text: { ...s.text!, annotations } }]));
    expect(told.split('\n').filter((line) => line.includes('#'))).toEqual([
      expect.stringContaining('#here in P1: '),
      expect.stringContaining('#gone is an orphan'),
      expect.stringContaining('#no is no annotation'),
      expect.stringMatching(/Marked, and used by nothing: #idle in P4.P5, /u),
    ]);
    expect(told).toContain('997 more.');
  });

  it('says of a source without a text only what uses it', () => {
    expect(t).toMatchObject({ elements: 0, uses: [], whole: [], text: null });
  });

  it('lists a thousand paragraphs of a reference that names a thousand million', () => {
    const [slip] = of('situation "S"\nsource s "S"\nactor A { option x @s:P1-P999999999 }').sources;
    expect(slip?.paragraphs).toHaveLength(1000);
  });
});
