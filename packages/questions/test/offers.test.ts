import { parseSituation } from '@standoff/language/parse';
import { printSituation } from '@standoff/language/print';
import { prepare, Worlds } from '@standoff/situation';
import { expect, test } from 'vitest';
import { agreements } from '../src/agreements/solve.js';
import { perceive } from '../src/perceive/solve.js';
import { picturesOf } from '../src/perceive/seen-model.js';
import { replay } from '../src/replay/solve.js';
import { robustness } from '../src/robustness/solve.js';
import { Words } from '../src/told/words.js';
import { randomText } from '../../situation/test/random-situation.js';
import { modelOf } from '../../situation/test/situations.js';

const SEEDS = Number(process.env.STANDOFF_MODELS ?? 60);

const DISPUTE = `situation "A pension dispute" as of 2018-03-12
actor UUK "The employers" { option review "Review the valuation"  prefers { not UCU.strike  not review } }
actor UCU "The union" { option strike "Strike" taken  prefers { UUK.review  not strike } }
offer deal "The deal of March" by UUK to UCU: { UUK.review, UCU.strike withdrawn } until 2018-03-13
event 2018-03-12 "The deal is put forward" { UUK.deal }
event 2018-03-13 "Branches turn it down" { UCU refuses deal }
event 2018-03-05 to 2018-03-08 "Talks at a mediator"
event about 2018-02 "Ballots"
claim pay "Pay would fall" stated, quantity about 10 to 30 "% of pensions"
`;

test('what is offered, refused, rough or a stretch comes through a text', () => {
  const model = modelOf(DISPUTE);
  expect(model.agreements).toMatchObject([
    {
      parties: ['UUK', 'UCU'],
      offer: {
        terms: [
          { option: 'UUK.review', taken: true },
          { option: 'UCU.strike', taken: false },
        ],
        until: '2018-03-13',
      },
    },
  ]);
  expect(model.events).toMatchObject([
    {},
    { effects: [], refuses: [{ actor: 'UCU', offer: 'deal' }] },
    { date: '2018-03-05', until: '2018-03-08' },
    { date: '2018-02', about: true },
  ]);
  expect(model.claims).toMatchObject([{ quantities: [{ value: 10, upTo: 30 }] }]);
  const printed = printSituation(model);
  expect(printed).toContain(
    'offer deal "The deal of March" by UUK to UCU: { UUK.review, not UCU.strike } until 2018-03-13',
  );
  expect(printSituation(modelOf(printed))).toBe(printed);
});

test('an offer is in force where all have consented and its terms are kept, on random situations', () => {
  let looked = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const text = randomText(seed, { forms: ['prefers', 'ranks', 'weighs'] });
    const more = (first: string, wish: string): string =>
      `${text}\n${first}\nscenario agreed = ${wish}\nscenario apart = not (${wish})\n`;
    const offered = parseSituation(more('offer o by A to B, C: { A.x, not B.y }', 'o')).model;
    const plain = parseSituation(
      more('agreement o between A, B, C', 'o and A.x and not B.y'),
    ).model;
    const some = parseSituation(more('agreement o between at least 2 of A, B, C', 'o')).model;
    const counted = parseSituation(
      more('agreement o between A, B, C', 'at least 2 of {A.o, B.o, C.o}'),
    ).model;
    const council = parseSituation(
      more('actor K acts with at least 2 of A, B, C among them B { option o }', 'K.o'),
    ).model;
    const led = parseSituation(
      more('actor K\nagreement o between A, B, C', 'B.o and at least 2 of {A.o, B.o, C.o}'),
    ).model;
    for (const [one, other] of [
      [offered, plain],
      [some, counted],
      [council, led],
    ] as const) {
      if (one === null || other === null) continue;
      looked++;
      const verdicts = (model: typeof one): unknown => {
        const { scenarios, statusQuo, states } = robustness(
          prepare(model, { statusQuoOptional: true }),
          {
            samples: 3,
          },
        );
        return { scenarios, statusQuo, states };
      };
      expect(verdicts(one)).toEqual(verdicts(other));
    }
  }
  expect(looked).toBeGreaterThan(SEEDS / 2);
});

test('whether it was right to refuse, and what the offer comes to', () => {
  const prepared = prepare(modelOf(DISPUTE));
  const { events } = replay(prepared);
  // To end the strike would be better for the union, but it needs no consent for that.
  expect(events.at(-1)).toMatchObject({
    date: '2018-03-13',
    signals: false,
    refusals: [{ actor: 'UCU', offer: 'deal', accepting: null, deterred: null }],
  });
  const liked = modelOf(DISPUTE.replace('prefers { UUK.review', 'prefers { UCU.deal  UUK.review'));
  expect(replay(prepare(liked)).events.at(-1)!.refusals).toMatchObject([
    { accepting: { actor: 'UCU', takes: ['UCU.deal'] }, deterred: false },
  ]);
  const [deal] = agreements(prepared).agreements;
  // Of 16 states both consent in 4, and in one of these the terms are kept.
  expect(deal).toMatchObject({ states: 1, offered: { by: 'UUK', until: '2018-03-13', lapsed: 3 } });
});

test('of an agreement that some are enough for, who is pivotal', () => {
  const council = modelOf(`situation "A council"
actor DE { option x }
actor FR { option y }
actor IT { option z }
agreement sanctions "Sanctions" between at least 2 of DE, FR, IT
never IT.sanctions and not DE.sanctions`);
  const [{ needs, states, parties }] = agreements(prepare(council)).agreements;
  // By consents: DE and FR; DE and IT; all three; each with 8 states of the other options.
  expect({ needs, states }).toEqual({ needs: 2, states: 24 });
  expect(parties.map(({ pivotal }) => pivotal)).toEqual([16, 8, 8]);
});

test('what an actor does with its members is theirs to vote for', () => {
  const text = `situation "A council" as of 2024-03-01
actor Reach "Reachland" { option war "Go on with the war" taken  prefers { not Council.sanction } }
actor Council "The council" acts with at least 2 of A, B, C among them A {
  option sanction "Impose sanctions" from 2024-02-01
  option lift "Lift the embargo" taken slow
  prefers { not Reach.war }
  never sanction and lift
}
actor A "Aland" { prefers { Council.sanction } }
actor B "Beland"
actor C "Celand"
`;
  const model = modelOf(text);
  expect(model.actors.map(({ options }) => options.length)).toEqual([1, 0, 2, 2, 2]);
  expect(model.agreements).toMatchObject([
    { id: 'sanction', needs: 2, always: ['A'], actOf: 'Council' },
    { id: 'lift', consents: ['A.lift', 'B.lift', 'C.lift'] },
  ]);
  const printed = printSituation(model);
  expect(printed).toContain('acts with at least 2 of A, B, C among them A {');
  expect(printed).toContain('option lift "Lift the embargo" taken slow');
  expect(printSituation(modelOf(printed))).toBe(printed);
  const prepared = prepare(
    modelOf(text.replace(/ {2}never.*\n/, '').replace(/ {2}option lift.*\n/, '')),
  );
  const [{ parties, states }] = agreements(prepared).agreements;
  // With A and one or both of the others, the war going on or not: A can end all six, each other two.
  expect({ states, pivotal: parties.map(({ pivotal }) => pivotal) }).toEqual({
    states: 6,
    pivotal: [6, 2, 2],
  });
  const words = new Words(model);
  expect(words.taken(['A.sanction', 'B.sanction'])).toEqual([
    'Impose sanctions (Aland and Beland for it)',
  ]);
  expect(words.taken(['B.sanction', 'C.sanction'])).toEqual([
    'Impose sanctions (only Beland and Celand for it)',
  ]);
  expect(words.dropped(['A.sanction'], ['A.sanction', 'B.sanction'])).toEqual([
    'Impose sanctions (ended by Aland)',
  ]);
  expect(words.deed(['A.lift'], ['A.sanction'])).toBe(
    'votes for “Lift the embargo” and no longer votes for “Impose sanctions”',
  );
});

const SECRET = `situation "Suez"
actor UK "Britain" {
  option land "Land"
  faction eden "Eden" { prefers { land } }
  faction monckton "Monckton" { prefers { not land } }
  prevails eden 70 %
}
actor US "America" { option sell "Sell sterling" prefers { not UK.land  not sell } }
actor IL "Israel" { option attack "Attack" prefers { attack } }
agreement sevres "The protocol" between UK, IL kept from US because "signed in secret"
source paper "The paper"
UK.eden perceives US { prefers { not sell }  unaware of sell @paper:P2 }
`;

test('a picture of a faction, an agreement kept from somebody, and odds', () => {
  const model = modelOf(SECRET);
  expect(picturesOf(model, 'US').map(({ of, unawareOf }) => [of, unawareOf])).toEqual([
    ['UK', ['UK.sevres']],
    ['IL', ['IL.sevres']],
  ]);
  expect(picturesOf(model, 'UK')).toMatchObject([{ of: 'US', faction: 'eden' }]);
  const [uk, ...rest] = model.actors;
  const other = { ...model, actors: [{ ...uk, prevails: 'monckton' }, ...rest] };
  expect(picturesOf(other, 'UK')).toEqual([]);
  expect(perceive(prepare(model)).schema).toContain('perceive');
  const [worlds] = new Worlds(prepare(model)).actors;
  expect(worlds.distinct().map(({ faction, weight }) => [faction, weight])).toEqual([
    ['eden', 0.7],
    ['monckton', 1 - 0.7],
  ]);
  const printed = printSituation(model);
  for (const words of [
    'prevails eden 70 %',
    'between UK, IL kept from US because "signed in secret"',
    'UK.eden perceives US',
    'unaware of sell @paper:P2',
  ])
    expect(printed.replace(/ +/g, ' ')).toContain(words);
  expect(printSituation(modelOf(printed))).toBe(printed);
});
