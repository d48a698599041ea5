import { describe, expect, it } from 'vitest';
import { caseText } from '../../../test/cases.js';
import { plausible } from '../src/plausible/solve.js';
import { prepare } from '@standoff/situation';
import { replay } from '../src/replay/solve.js';
import { modelOf } from '../../situation/test/situations.js';

const THAW = `
situation "Thaw" as of 2020-02-01
actor A { option talk prefers { talk iff B.talk } }
actor B { option talk option shout irreversible prefers { talk not shout } }
never B.talk and B.shout
event 2020-01-10 "B offers talks" { B.talk }
event 2020-01-15 "Rumours" signals A.talk
event 2020-01-20 "A takes the offer" { A.talk }
event 2020-03-01 "A leaves" { not A.talk }
event 2020-04-01 "B shouts while talking" { B.shout }
event 2020-05-01 "Both stop" { not B.talk, A.talk }
`;

describe('replay', () => {
  const { start, events, score } = replay(prepare(modelOf(THAW)));

  it('goes from before the first event, step by step', () => {
    expect(start!.taken).toEqual([]);
    expect(events.map(({ later, signals, steps }) => [later, signals, steps.length])).toEqual([
      [false, false, 1],
      [false, true, 0],
      [false, false, 1],
      [true, false, 1],
      [true, false, 0],
      [true, false, 2],
    ]);
    expect(events[0].steps[0]).toMatchObject({
      legal: true,
      change: 'better',
      because: 'it wants: “talk” (B)',
      wasBest: true,
    });
    expect(events[3].steps[0]).toMatchObject({
      change: 'worse',
      stayed: ['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ', 'SIM'],
      equilibrium: ['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ', 'SIM'],
      best: [],
    });
  });

  it('names the constraints that forbid an event, and goes on from before it', () => {
    expect(events[4].breaks).toEqual(['never B.talk and B.shout']);
    // Both stop: B first, as written, then A starts: two steps of two actors.
    expect(events[5].steps.map(({ step, change }) => [step.actor, change])).toEqual([
      ['B', 'worse'],
      ['A', 'worse'],
    ]);
  });

  it('the score is against movers and moves at random, by hand', () => {
    // First state: A's one move is worse; of B's two one is better: ½·0 + ½·½. Second state: A's move is
    // better; of B's two (stop, stop and shout) none is.
    expect(score.before).toMatchObject({ steps: 2, improvements: 2, expected: 0.25 + 0.5 });
    expect(score.before.chance).toBeCloseTo(0.25 * 0.5, 12);
    expect(score.after).toMatchObject({ steps: 3, improvements: 0, chance: 1 });
  });

  it('the chances that forecasts gave, by hand', () => {
    // First state: only B has a step in the course, to talk: 1; at random ½·½. Second: only A has one, to talk:
    // 1; at random ½·1. A tenth of each forecast is kept for what is drawn at random.
    expect(score.before.forecast!.course).toBeCloseTo(Math.sqrt(0.925 * 0.95), 12);
    expect(score.before.forecast!.random).toBeCloseTo(Math.sqrt(0.25 * 0.5), 12);
    expect(score.before.forecast!.nothing).toBeCloseTo(0.1 * Math.sqrt(0.25 * 0.5), 12);
    // Where both talk nobody has a step, so that the course gave A's leaving what is kept.
    expect(score.after.forecast!.course).toBeLessThan(score.after.forecast!.random);
  });

  it('without events there is nothing to score', () => {
    const quiet = replay(prepare(modelOf('situation "Q" actor A { option a }')));
    expect(quiet.events).toEqual([]);
    expect(quiet.score.before).toMatchObject({ steps: 0, chance: null, forecast: null });
  });

  it('an event that undoes what cannot be undone is no move of the model', () => {
    const text = `situation "U" actor A { option a irreversible taken } actor B { option b }
      event 2020-01-01 "Undone" { not A.a }`;
    const [undone] = replay(prepare(modelOf(text))).events;
    expect(undone.steps).toMatchObject([{ legal: false }]);
  });
});

describe('plausible', () => {
  const { checks } = plausible(prepare(modelOf(THAW)));
  const misfits = checks.filter(({ fits }) => !fits).map(({ kind, about }) => `${kind} ${about}`);

  it('lists every misfit and nothing else', () => {
    expect(misfits).toEqual([
      'moved event-4',
      'possible event-5',
      'moved event-6',
      'moved event-6',
      'used B.shout',
    ]);
    expect(checks.filter(({ kind }) => kind === 'stays')).toHaveLength(2);
  });

  it('a false worst, and a status quo that nobody should have stayed in', () => {
    const text = `situation "F" actor A { option a prefers { a } } scenario done = A.a worst for A is done`;
    const found = plausible(prepare(modelOf(text))).checks.filter(({ fits }) => !fits);
    expect(found.map(({ kind, about }) => [kind, about])).toEqual([
      ['stays', 'A'],
      ['extreme', 'done'],
    ]);
    expect(found[0].step).toMatchObject({ actor: 'A', takes: ['A.a'] });
  });
});

it('of Korea: six of nine steps were improvements; the turns back were not expected', () => {
  const text = caseText('korea-2018/korea.standoff');
  const prepared = prepare(modelOf(text));
  const { score } = replay(prepared);
  expect(score.before).toMatchObject({ steps: 2, improvements: 2 });
  expect(score.after).toMatchObject({ steps: 7, improvements: 4 });
  expect(score.after.chance).toBeLessThan(0.02);
  const misfits = plausible(prepared).checks.filter(({ fits }) => !fits);
  expect(misfits.map(({ kind, about }) => `${kind} ${about}`)).toEqual([
    // Those of whom the briefing says that they would move.
    'stays NK',
    'stays US',
    'stays SK',
    'moved event-10',
    'moved event-15',
    'moved event-18',
    'used US.attack',
  ]);
});
