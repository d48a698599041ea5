import { describe, expect, it } from 'vitest';
import { caseText } from '../../../test/cases.js';
import type { CommitmentReading } from '../src/commitments/answer.js';
import { commitments } from '../src/commitments/solve.js';
import { prepare } from '@standoff/situation';
import { modelOf } from '../../situation/test/situations.js';

const ASSURANCE = `
situation "An assurance"
actor North { option disarm "Disarm" irreversible prefers { South.spare } }
actor South {
  option spare "Spare the North" taken
  faction doves { prefers { spare } }
  faction hawks { prefers { not spare if North.disarm  spare } }
}
assurance survival: South.spare when North.disarm to North
promise idle: South.spare when North.disarm and not North.disarm to North
threat anyway: not South.spare by South to North
demand disarm: North.disarm by South to North
promise shared: South.spare and North.disarm by South to North`;

describe('commitments', () => {
  const { commitments: all } = commitments(prepare(modelOf(ASSURANCE)));
  const [survival, idle, anyway, disarm, shared] = all;
  const of = (readings: readonly CommitmentReading[], faction: string): CommitmentReading =>
    readings.find((r) => r.faction?.id === faction)!;

  it('after the step that cannot be undone, doves keep it and hawks do not', () => {
    expect(survival).toMatchObject({ due: 2, afterStep: ['North.disarm'], alsoOf: [] });
    expect(survival.readings.map(({ faction, assumed }) => [faction!.id, assumed])).toEqual([
      ['doves', true],
      ['hawks', false],
    ]);
    const doves = of(survival.readings, 'doves');
    expect(doves.all).toEqual({ due: 2, keepable: 2, credible: 2, binding: 2, onceKept: 0 });
    expect(doves.temptation).toBeNull();
    const hawks = of(survival.readings, 'hawks');
    expect(hawks.all).toEqual({ due: 2, keepable: 2, credible: 0, binding: 0, onceKept: 0 });
    expect(hawks.temptation).toMatchObject({
      state: { taken: ['North.disarm', 'South.spare'] },
      step: { actor: 'South', drops: ['South.spare'] },
      because: expect.stringMatching(/^it wants: not “.*” if “.*”$/) as string,
      reachable: 'moves',
    });
  });

  it('one whose condition never holds is never due', () => {
    expect(idle.due).toBe(0);
    expect(idle.readings[0].all).toEqual({
      due: 0,
      keepable: 0,
      credible: 0,
      binding: 0,
      onceKept: 0,
    });
    expect(idle.readings[0].temptation).toBeNull();
  });

  it('an unconditional threat is due everywhere; hawks would carry it out after disarmament', () => {
    expect(anyway.due).toBe(4);
    expect(of(anyway.readings, 'doves').all.credible).toBe(0);
    expect(of(anyway.readings, 'hawks').all.credible).toBe(2);
  });

  it('a demand is asked of those it is made to: indifference counts as compliance', () => {
    expect(disarm).toMatchObject({ by: ['North'], to: ['South'], kind: 'demand', due: 4 });
    // The North does not care about arms; where it has disarmed there is no other choice.
    expect(disarm.readings[0].all).toMatchObject({ keepable: 4, credible: 4, binding: 4 });
  });

  it('what is not in one’s own hands is said', () => {
    expect(shared.alsoOf).toEqual(['North']);
    // Only after the North has disarmed can the South bring it about.
    expect(of(shared.readings, 'doves').all).toMatchObject({ due: 4, keepable: 2 });
  });

  it('what cannot be undone stays kept once it is', () => {
    const text = `situation "Seal" actor A { option seal irreversible prefers { not seal } }
      actor B { option b }
      promise sealing: A.seal to B`;
    const [{ readings }] = commitments(prepare(modelOf(text))).commitments;
    expect(readings[0].all).toEqual({ due: 4, keepable: 4, credible: 2, binding: 2, onceKept: 2 });
  });

  it('refuses a name that is none', () => {
    expect(() => commitments(prepare(modelOf(ASSURANCE)), { commitment: 'survivel' })).toThrow(
      expect.objectContaining({ code: 'unknown-commitment', hint: 'did you mean survival?' }),
    );
  });
});

it('of Korea: after disarmament it depends on the faction; no promise outlasts the rivalry', () => {
  const text = caseText('korea-2018/korea.standoff');
  const { commitments: all } = commitments(prepare(modelOf(text)));
  const reading = (id: string, faction: string): CommitmentReading =>
    all.find((c) => c.id === id)!.readings.find((r) => r.faction?.id === faction)!;
  const deal = reading('survival', 'deal').all;
  expect(deal.credible).toBe(deal.keepable);
  expect(reading('survival', 'change').temptation!.because).toBe(
    'it wants: “Go to war against the North” if (“Dismantle the nuclear arsenal” and not “Change sides to Washington and Seoul”)',
  );
  expect(reading('survival', 'change').all.credible).toBeLessThan(Number(deal.credible) / 2);
  // P14: worthless once the powers contest the North, whoever prevails.
  for (const faction of ['deal', 'change'])
    expect(reading('guarantee', faction).temptation).toMatchObject({
      because:
        'it wants: “Move US troops into the North” exactly if (“The North a garrison state in the US camp” and “Great powers contest the North”)',
      step: { actor: 'US' },
    });
  expect(all.find(({ id }) => id === 'survival')!.afterStep).toEqual(['NK.dismantle']);
});

describe('a promise of an outcome', () => {
  const text = `
situation "A truce"
actor North { option shoot "Shoot" taken prefers { not shoot } }
actor South { option raid "Raid" taken prefers { raid } }
actor Broker { option host "Host" prefers { host  keeps truce } }
promise truce: not North.shoot and not South.raid when Broker.host by Broker to North, South`;

  it('would come about where it is due, and others could break it', () => {
    const [truce] = commitments(prepare(modelOf(text))).commitments;
    // Of 8 states the broker hosts in 4; in one of them nobody shoots or raids.
    expect(truce).toMatchObject({
      due: 4,
      alsoOf: ['North', 'South'],
      staked: true,
      // The one equilibrium: host and raid.
      outcome: {
        due: 1,
        kept: 0,
        breakers: [
          { actor: 'South', could: 1, would: 1, step: { takes: ['South.raid'] } },
          { actor: 'North', could: 1, would: 0, step: { takes: ['North.shoot'] } },
        ],
      },
    });
  });

  it('is read literally of every state', () => {
    const prepared = prepare(modelOf(text));
    const { states, model } = prepared;
    const [{ content, when }] = model.commitments;
    const { outcome } = commitments(prepared).commitments[0];
    const all = states.all.first(100);
    const is = (p: typeof content | null, s: (typeof all)[number]): boolean =>
      p === null || prepared.lowering.holdsAt(p, s);
    for (const actor of ['North', 'South']) {
      const could = all.filter(
        (s) =>
          is(when, s) &&
          is(content, s) &&
          states.moves(actor, s).some((to) => is(when, to) && !is(content, to)),
      );
      const would = could.filter((s) =>
        states
          .moves(actor, s)
          .some((to) => is(when, to) && !is(content, to) && states.compare(actor, to, s) > 0),
      );
      expect(outcome!.breakers.find((one) => one.actor === actor)).toMatchObject({
        could: could.length,
        would: would.length,
      });
    }
  });
});
