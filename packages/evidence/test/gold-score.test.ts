import { describe, expect, it } from 'vitest';
import { unmark } from '../gold/marked.js';
import { score, total, type Finding, type Gold } from '../gold/score.js';
import { table } from '../gold/table.js';

const at = (kind: string, start: number, end: number, attributes: Partial<Finding> = {}) => ({
  kind,
  start,
  end,
  ...attributes,
});

/** Gold for a text of 100 units of which the first ten are title and byline. */
function gold(...annotations: Finding[]): Gold {
  return {
    schema: 'standoff/gold/1',
    text: 'x.txt',
    sha256: '',
    canonical: { length: 100, sha256: '', start: 10, end: 100 },
    annotations,
  };
}

const ANNOTATED = gold(
  at('actor', 10, 20, { referent: 'A' }),
  at('event', 30, 40, { date: '2021-03-04' }),
  at('attribution', 50, 60, { strength: 'claimed' }),
);

describe('score', () => {
  it('gives everything to the annotations themselves', () => {
    const { kinds, grouping, dates, strengths } = score(ANNOTATED, ANNOTATED.annotations);
    for (const kind of ['actor', 'event', 'attribution']) {
      expect(kinds.get(kind)).toEqual({ gold: 1, found: 1, matched: 1, exact: 1, closeness: 1 });
    }
    expect(grouping).toEqual({ precision: 1, recall: 1, of: 1 });
    expect(dates).toEqual({ hits: 1, of: 1 });
    expect(strengths).toEqual({ hits: 1, of: 1 });
  });

  it('gives nothing to nothing', () => {
    const { kinds, grouping, dates } = score(ANNOTATED, []);
    expect(kinds.get('actor')).toEqual({ gold: 1, found: 0, matched: 0, exact: 0, closeness: 0 });
    expect(grouping).toEqual({ precision: 0, recall: 0, of: 0 });
    expect(dates).toEqual({ hits: 0, of: 0 });
  });

  it('matches from half of the shorter on', () => {
    const one = gold(at('condition', 20, 30));
    const matched = (start: number, end: number) =>
      score(one, [at('condition', start, end)]).kinds.get('condition')!.matched;
    expect(matched(25, 45)).toBe(1); // 5 of the 10 units of the shorter
    expect(matched(26, 46)).toBe(0); // 4 of 10
    expect(matched(28, 30)).toBe(1); // the shorter lies inside
    expect(matched(10, 100)).toBe(1);
    expect(matched(30, 40)).toBe(0); // adjacent
  });

  it('measures closeness by overlap over union', () => {
    const { closeness, exact } = score(gold(at('threat', 20, 30)), [
      at('threat', 25, 45),
    ]).kinds.get('threat')!;
    expect(closeness).toBe(5 / 25);
    expect(exact).toBe(0);
  });

  it('counts the second suggestion on one annotation as wrong', () => {
    const findings = [at('actor', 10, 20), at('actor', 10, 20), at('actor', 12, 20)];
    expect(score(gold(at('actor', 10, 20)), findings).kinds.get('actor')).toEqual({
      gold: 1,
      found: 3,
      matched: 1,
      exact: 1,
      closeness: 1,
    });
  });

  it('takes the closest pair first', () => {
    // The wide suggestion covers both annotations; the exact one is kept for its own.
    const two = gold(at('demand', 20, 30), at('demand', 32, 40));
    const counts = score(two, [at('demand', 20, 40), at('demand', 32, 40)]).kinds.get('demand')!;
    expect(counts).toMatchObject({ found: 2, matched: 2, exact: 1 });
    expect(counts.closeness).toBe(1 + 10 / 20);
  });

  it('keeps kinds apart and leaves the title out of account', () => {
    const findings = [at('threat', 10, 20), at('actor', 0, 9), at('actor', 6, 18)];
    const { kinds } = score(gold(at('actor', 10, 20)), findings);
    expect(kinds.get('threat')).toMatchObject({ gold: 0, found: 1, matched: 0 });
    expect(kinds.get('actor')).toMatchObject({ gold: 1, found: 1, matched: 1 });
  });

  it('scores the grouping of actors by B-cubed', () => {
    // Gold: A A A B. Given: x x y y, so one mention of A went to B.
    const spans = [20, 30, 40, 50];
    const mention = (labels: string) =>
      spans.map((start, i) => at('actor', start, start + 5, { referent: labels[i] }));
    const { grouping } = score(gold(...mention('AAAB')), mention('xxyy'));
    expect(grouping.of).toBe(4);
    expect(grouping.precision).toBeCloseTo(1 + 1 + 1 / 2 + 1 / 2, 12);
    expect(grouping.recall).toBeCloseTo(2 / 3 + 2 / 3 + 1 / 3 + 1, 12);
  });

  it('takes a mention without an actor for a group of its own', () => {
    const mentions = [20, 30].map((start) => at('actor', start, start + 5, { referent: 'A' }));
    const bare = mentions.map(({ kind, start, end }) => at(kind, start, end));
    expect(score(gold(...mentions), bare).grouping).toEqual({ precision: 2, recall: 1, of: 2 });
  });

  it('compares dates and strengths of matches only', () => {
    const { dates, strengths } = score(ANNOTATED, [
      at('event', 30, 40, { date: '2021-03' }),
      at('attribution', 70, 80, { strength: 'claimed' }),
    ]);
    expect(dates).toEqual({ hits: 0, of: 1 });
    expect(strengths).toEqual({ hits: 0, of: 0 });
  });
});

describe('total and table', () => {
  it('adds counts, and prints what has no figure as a dash', () => {
    const sum = total([
      score(gold(at('threat', 20, 30)), [at('threat', 20, 30)]),
      score(gold(at('threat', 20, 30), at('threat', 40, 50)), [at('threat', 45, 55)]),
    ]);
    expect(sum.kinds.get('threat')).toMatchObject({ gold: 3, found: 2, matched: 2, exact: 1 });
    const lines = table(sum).split('\n');
    expect(lines).toContain('| threat | 3 | 2 | 100 % | 67 % | 80 % | 50 % | 33 % | 40 % | 0.67 |');
    expect(lines).toContain('| promise | 0 | 0 | – | – | – | – | – | – | – |');
    expect(lines).toContain('| all | 3 | 2 | 100 % | 67 % | 80 % | 50 % | 33 % | 40 % | 0.67 |');
  });
});

describe('unmark', () => {
  it('takes marks out, nested ones too', () => {
    const { text, start, annotations } = unmark(
      'Title\n\n=====\n\n[attribution:stated|[actor:A|Ossian] said] it [modality|may] rain.\n',
    );
    expect(text).toBe('Title\n\nOssian said it may rain.');
    expect(start).toBe(7);
    expect(annotations).toEqual([
      { kind: 'attribution', start: 7, end: 18, strength: 'stated' },
      { kind: 'actor', start: 7, end: 13, referent: 'A' },
      { kind: 'modality', start: 22, end: 25 },
    ]);
  });

  it.each([
    ['[modality|may', 'Not closed'],
    ['may]', 'Nothing is open'],
    ['[modal|may]', 'No such kind'],
    ['[modality| may]', 'White space'],
    ['[condition|if\n\nso]', 'More than one paragraph'],
    ['[actor|Ossian]', 'Attribute missing'],
    ['[modality:x|may]', 'too many'],
    ['[event:soon|soon]', 'No date'],
    ['[attribution:loudly|he said]', 'No strength'],
  ])('refuses %j', (body, message) => {
    expect(() => unmark(`T\n\n=====\n\n${body}`)).toThrow(message);
  });

  it('needs the line that ends the head', () => {
    expect(() => unmark('T\n\nBody.')).toThrow('=====');
  });
});
