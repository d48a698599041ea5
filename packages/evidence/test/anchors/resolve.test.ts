import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  createAnchor,
  resolveAnchor,
  type Anchor,
  type AnchoredText,
  type Resolution,
} from '../../src/anchor.js';
import { anchored, V1, V2 } from '../written-text.js';

const FERRY = [
  'The ferry line',
  'The island council will vote on the ferry in May. The mayor is against it.',
  'The operator says that without a subsidy the line closes. Nobody believes the operator.',
  'The mayor is against it. The fishermen have not been asked.',
];

function anchor(text: AnchoredText, words: string, nth = 0, keep: 'quote' | 'digest' = 'quote') {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.text.indexOf(words, start + 1);
  expect(start).toBeGreaterThanOrEqual(0);
  return createAnchor(text, { id: 'a', source: 's', start, end: start + words.length, keep });
}

function wordsOf(resolution: Resolution, text: AnchoredText): string | null {
  return resolution.found ? text.text.slice(resolution.start, resolution.end) : null;
}

describe.each(['quote', 'digest'] as const)('with a %s', (keep) => {
  const before = anchored(V1, ...FERRY);

  it('finds the passage in the same text, repeated words included, by its position', () => {
    for (const nth of [0, 1]) {
      const made = anchor(before, 'The mayor is against it.', nth, keep);
      expect(resolveAnchor(made, before)).toMatchObject({
        found: true,
        start: made.position?.start,
        paragraphs: { from: nth === 0 ? 1 : 3, to: nth === 0 ? 1 : 3 },
        moved: false,
      });
    }
  });

  it('follows a passage that other text moves', () => {
    const made = anchor(before, 'without a subsidy the line closes', 0, keep);
    const after = anchored(V2, FERRY[0], 'A new first paragraph.', ...FERRY.slice(1));
    const resolution = resolveAnchor(made, after);
    expect(resolution).toMatchObject({ moved: true, paragraphs: { from: 3, to: 3 } });
    expect(wordsOf(resolution, after)).toBe('without a subsidy the line closes');
  });

  it('finds each of several passages with the same words by what stands beside it', () => {
    const after = anchored(V2, FERRY[0], 'A new first paragraph.', ...FERRY.slice(1));
    for (const nth of [0, 1]) {
      const resolution = resolveAnchor(
        anchor(before, 'The mayor is against it.', nth, keep),
        after,
      );
      expect(resolution).toMatchObject({ found: true, paragraphs: { from: nth === 0 ? 2 : 4 } });
    }
  });

  it('does not take the other passage with the same words when its own is edited', () => {
    const after = anchored(V2, ...FERRY.with(1, FERRY[1].replace('is against', 'opposes')));
    expect(resolveAnchor(anchor(before, 'The mayor is against it.', 0, keep), after)).toMatchObject(
      { found: false, reason: 'elsewhere', exact: 1 },
    );
  });

  it('says that other words stand in the place', () => {
    const after = anchored(V2, ...FERRY.with(2, FERRY[2].replace('the line closes', 'it sails')));
    const resolution = resolveAnchor(
      anchor(before, 'without a subsidy the line closes', 0, keep),
      after,
    );
    expect(resolution).toMatchObject({ found: false, reason: 'changed' });
    expect(!resolution.found && resolution.near[0]).toMatchObject({
      words: 'without a subsidy it sails',
      differences: null,
    });
  });

  it('says that the words are gone', () => {
    const after = anchored(V2, FERRY[0], FERRY[1]);
    expect(
      resolveAnchor(anchor(before, 'without a subsidy the line closes', 0, keep), after),
    ).toMatchObject({ found: false, reason: 'gone', exact: 0 });
  });

  it('does not choose among passages alike in words and surroundings', () => {
    const after = anchored(V2, ...FERRY.slice(0, 3), ...FERRY.slice(0, 3));
    expect(
      resolveAnchor(anchor(before, 'without a subsidy the line', 0, keep), after),
    ).toMatchObject({ found: false, reason: 'ambiguous', exact: 2 });
  });
});

describe('an anchor written by hand', () => {
  const text = anchored(V1, ...FERRY);
  const plain: Anchor = {
    id: 'a',
    source: 's',
    state: null,
    paragraphs: null,
    position: null,
    words: { kept: 'quote', exact: 'The mayor is against it.', before: null, after: null },
    statement: null,
    comment: null,
    created: null,
  };

  it('is found by words that stand once', () => {
    const words = { ...plain.words, exact: 'The fishermen' };
    expect(resolveAnchor({ ...plain, words }, text)).toMatchObject({ found: true, moved: false });
  });

  it('is found by its paragraph where the words stand several times', () => {
    expect(resolveAnchor(plain, text)).toMatchObject({ found: false, reason: 'ambiguous' });
    expect(resolveAnchor({ ...plain, paragraphs: { from: 3, to: 3 } }, text)).toMatchObject({
      found: true,
      paragraphs: { from: 3, to: 3 },
    });
  });

  it('is not found by its paragraph where it says that it was made in another text', () => {
    const other = { ...plain, state: V2, paragraphs: { from: 3, to: 3 } };
    expect(resolveAnchor(other, text)).toMatchObject({ found: false, reason: 'ambiguous' });
  });

  it('goes by its words where position and words contradict each other', () => {
    const words = { ...plain.words, exact: 'The fishermen' };
    const resolution = resolveAnchor(
      { ...plain, words, state: V1, position: { start: 3, end: 9 } },
      text,
    );
    expect(wordsOf(resolution, text)).toBe('The fishermen');
    expect(resolution).toMatchObject({ moved: true });
  });
});

it('is done with a text made to be slow', () => {
  const made = anchor(anchored(V1, `${'a'.repeat(399)}b`), `${'a'.repeat(399)}b`);
  const after = anchored(V2, 'a'.repeat(3_000_000));
  expect(resolveAnchor(made, after)).toMatchObject({ found: false, reason: 'gone' });
});

// ---------------------------------------------------------------- over random edits

const word = fc.constantFrom('peace', 'war', 'the', 'talks', 'of', 'a', 'treaty', 'ä', '😀', 'no');
const sentence = fc
  .array(word, { minLength: 1, maxLength: 8 })
  .map((words) => `${words.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const paragraphs = fc.array(paragraph, { minLength: 2, maxLength: 6 });
const keep = fc.constantFrom('quote' as const, 'digest' as const);

/** A text and an anchor somewhere in it. */
const scene = fc.tuple(paragraphs, fc.nat(), fc.nat(), keep).map(([all, from, size, kept]) => {
  const text = anchored(V1, ...all);
  const start = from % text.text.length;
  const end = Math.min(text.text.length, start + 1 + (size % 60));
  return { text, made: createAnchor(text, { id: 'a', source: 's', start, end, keep: kept }) };
});

/** The part of the text that the anchor knows: its words and what it keeps of the surroundings. */
function known({ words, position }: Anchor): { from: number; to: number } {
  const length = (side: string | null): number =>
    side === null || side === ''
      ? 0
      : words.kept === 'quote'
        ? side.length
        : Number(side.split(':')[0]);
  return { from: position!.start - length(words.before), to: position!.end + length(words.after) };
}

function edited(text: string): AnchoredText {
  return anchored(V2, ...text.split('\n\n'));
}

test('after edits outside of what it knows, an anchor is found with its words or ambiguous', () => {
  let found = 0;
  fc.assert(
    fc.property(scene, paragraph, paragraph, fc.nat(), fc.nat(), (one, first, last, a, b) => {
      const { text, made } = one;
      const { from, to } = known(made);
      const cut = a % (from + 1);
      const paste = to + (b % (text.text.length - to + 1));
      const after = edited(
        `${text.text.slice(0, cut)}${first}${text.text.slice(from, to)}${text.text.slice(to, paste)}${last}`,
      );
      const resolution = resolveAnchor(made, after);
      const words = text.text.slice(made.position!.start, made.position!.end);
      if (resolution.found) {
        expect(wordsOf(resolution, after)).toBe(words);
        found++;
      } else expect(['ambiguous', 'elsewhere']).toContain(resolution.reason);
      // It is left open only where the edits brought the words with their surroundings in again, or
      // where no surroundings tell it from others.
      const around = after.text.split(text.text.slice(from, to)).length - 1;
      if (around === 1 && (made.words.before || made.words.after)) {
        expect(resolution.found).toBe(true);
        expect(resolution).toMatchObject({
          start: after.text.indexOf(text.text.slice(from, to)) + made.position!.start - from,
        });
      }
    }),
    { numRuns: 2000 },
  );
  expect(found).toBeGreaterThan(1000);
});

test('after an edit inside, an anchor is an orphan, whatever copies of its words stand elsewhere', () => {
  let orphans = 0;
  fc.assert(
    fc.property(scene, fc.nat(), fc.boolean(), paragraph, (one, at, copy, filler) => {
      const { text, made } = one;
      const { start, end } = made.position!;
      const middle = start + (at % (end - start));
      const words = text.text.slice(start, end);
      const broken = `${text.text.slice(0, middle)}§${text.text.slice(middle + 1)}`;
      // The copy stands in surroundings of its own.
      const after = edited(copy ? `${broken}\n\n${filler} ‡ ${words} ‡ ${filler}` : broken);
      const resolution = resolveAnchor(made, after);
      expect(resolution.found).toBe(false);
      orphans++;
    }),
    { numRuns: 2000 },
  );
  expect(orphans).toBe(2000);
});

test('whatever the edits, an anchor never stands for other words', () => {
  fc.assert(
    fc.property(
      scene,
      paragraphs,
      fc.array(fc.tuple(fc.nat(), fc.nat(), sentence)),
      (one, extra, edits) => {
        const { text, made } = one;
        let now = [text.text, ...extra].join('\n\n');
        for (const [at, size, put] of edits) {
          const place = at % (now.length + 1);
          now = now.slice(0, place) + put + now.slice(place + (size % 20));
        }
        const after = edited(now);
        const resolution = resolveAnchor(made, after);
        if (resolution.found)
          expect(wordsOf(resolution, after)).toBe(
            text.text.slice(made.position!.start, made.position!.end),
          );
      },
    ),
    { numRuns: 2000 },
  );
});

test('in its own text an anchor is always found where it was made', () => {
  fc.assert(
    fc.property(scene, ({ text, made }) => {
      expect(resolveAnchor(made, text)).toMatchObject({
        found: true,
        start: made.position!.start,
        end: made.position!.end,
        moved: false,
      });
    }),
    { numRuns: 2000 },
  );
});
