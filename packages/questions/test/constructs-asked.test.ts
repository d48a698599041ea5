import { isResponse } from '@standoff/engine';
import { parseSituation } from '@standoff/language/parse';
import { AnalysisError, diagnose, situationOf } from '@standoff/situation';
import { expect, test } from 'vitest';
import { answerTo } from '../src/asking.js';
import { QUESTIONS, type QuestionName } from '../src/questions.js';
import type { Question, Takes } from '../src/question.js';
import { Words } from '../src/told/words.js';

const HEAD = `situation "S" as of 2019-02-01
actor A "Ann" {
  option x "Open"
  option y "Wait" taken
  prefers { B.x  y }
}
actor B "Bob" {
  option x "Sign"
  option z "Leave" irreversible
  prefers { A.x as "An open door"  not z }
}
actor C "Cid" { option x "Join"  prefers { A.x and B.x  x } }
scenario open "The door is open" = A.x
`;

/** Constructs that meet, a few lines each. */
const MET: readonly string[] = [
  'choice way "The way" one of {A.x, A.y}\nby 2019-03-29 unless B.x then { B.z }',
  'choice way "The way" at most one of {A.x, A.y}\nwhen A.x then { not A.y }',
  'choice way "The way" one of {A.x, A.y}\nby 2019-03-29 then { A.x, not A.y }',
  'chance rain "Rain" 30 %\noffer deal "A deal" by A to B: { A.x, not B.z } until 2019-02-28',
  'chance rain "Rain"\noffer deal "A deal" by A to B: { A.x } until 2019-01-15\nevent 2019-01-10 "Agreed" { deal }',
  'chance rain "Rain" 100 %\nwhen rain then { C.x }',
  'chance rain "Rain" 0 %\nchance wind "Wind" 50 %\nwhen wind and A.x then { not C.x }',
  'agreement pact "A pact" between at least 2 of A, B, C\nactor D { option w "Watch" from 2019-03-01 until 2019-04-01 prefers { w } }',
  'agreement pact "A pact" between at least 2 of A, B, C\nwhen pact then { C.x }\nwhen not pact then { not C.x }',
  'agreement pact "A pact" between at least 1 of A, B\nby 2019-03-01 unless pact then { B.z }',
  'when A.x then { C.x }\nby 2019-03-29 then { A.x }',
  'when A.x then { C.x }\nwhen C.x then { not A.y }\nby 2019-03-29 unless C.x then { A.x }\nby 2019-04-29 then { B.z }',
  'agreement pact "A pact" between A, B\nperhaps 40 % never A.pact and B.z',
  'agreement pact "A pact" between A, B\nperhaps never pact',
  'perhaps never A.x\nperhaps never B.x\nperhaps 20 % never C.x\nchance rain "Rain"',
  'perhaps always C.x\nby 2019-03-29 then { not C.x }',
  'agreement one "One treaty" between A, B\nagreement two "Another treaty" between A, B, C\nchoice regime "The treaty" at most one of {one, two}\nby 2019-12 unless one then { B.z }',
  'agreement one "One treaty" between A, B kept from C\noffer two "An offer" by A to C: { A.x } until 2019-06\nchoice regime "The treaty" at most one of {one, two}',
  'actor D { option w "Watch" not resumable taken prefers { w } }\nwhen not D.w then { B.z }',
  'actor D { option w "Watch" from 2019-03-01 prefers { red line not w } }\nby 2019-02-15 then { D.w }',
  'promise p "A promise": D.w when B.x to B\nactor D { option w "Watch" prefers { keeps p } }',
  'promise peace "Peace": open by B to C\nchance rain "Rain" 30 %\nwhen rain then { not A.x }',
  'event 2018-12-01 to 2018-12-05 "Talks"\noffer deal "A deal" by B to A: { B.x } until 2018-12-31\nevent about 2018-12 "No" { A refuses deal }',
  'offer deal "A deal" by B to A, C: { B.x, A.y withdrawn } until 2019-02-01\nwhen deal then { C.x }',
  'offer deal "A deal" by B to A: { B.x } taken\nby 2019-02-02 then { not B.x }',
  'actor D { option w "Watch" until 2019-01-31 taken prefers { equally { w  A.x  not B.z } } }',
  'chance rain "Rain" 30 %\nby 2019-05 unless rain then { B.z }\nleft out "The wind" because "nobody speaks of it"',
  'chance rain "Rain" 30 %\nagreement pact "A pact" between A, B\nchoice way "The way" one of {C.x, C.y}\nactor E { prefers { rain } }',
  'A cannot move from not x to x\nwhen C.x then { A.x }\nperhaps never C.x',
  'state far "Far off" = { A.x, B.z }\nworst for A is open\nby 2019-03-29 unless far then { not A.y }',
  'left out "What others want"\nchoice first "First" at most one of {A.x, A.y}\nchoice more "More" at most one of {B.x, B.z}\nchance rain "Rain"\nperhaps never rain',
];

/** What is asked of nothing but the situation. */
const ASKED: readonly QuestionName[] = [
  ...(['briefing', 'states', 'outlook', 'scenarios', 'commitments', 'agreements'] as const),
  ...(['robustness', 'ask', 'sensitivity', 'mediate', 'plausible', 'replay'] as const),
];

test.each(MET)('%s', async (said) => {
  const text = `${HEAD.replace(said.includes('C.y') ? 'option x "Join"' : '\u0000', 'option x "Join" taken  option y "Stay away"')}${said}\n`;
  const { model, diagnostics } = parseSituation(text);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const wrong = diagnose(model!).filter(({ severity }) => severity === 'error');
  const situation = wrong.length > 0 ? null : situationOf(model!);
  for (const name of ASKED) {
    if (situation === null) break;
    const question = QUESTIONS[name] as unknown as Question<Takes, never>;
    try {
      const answer = await answerTo(question, situation);
      const tell = await question.tell();
      const told = JSON.stringify(tell(new Words(model!), answer, model!));
      expect(told, name).not.toMatch(/undefined|NaN|\[object/);
    } catch (error) {
      expect(error, name).toBeInstanceOf(AnalysisError);
    }
  }
  expect(wrong.map(({ hint }) => hint)).not.toContain(undefined);
});

/** With the construct, and the same unfolded by hand: what an actor wants and where it can go. */
const UNFOLDED: readonly (readonly [said: string, hand: string])[] = [
  [
    `actor A { option x  option y taken  choice way one of {x, y}  prefers { B.z  x } }
actor B { option z  prefers { A.x } }
by 2019-03-29 unless A.x then { B.z }`,
    `actor A { option x  option y taken  exactly one of {x, y}  prefers { (B.z or not x)  x } }
actor B { option z  prefers { A.x } }`,
  ],
  [
    `actor A { option x  prefers { B.z } }
actor B { option z  option w  prefers { not z  w } }
when B.z then { B.w }
by 2019-03-29 unless A.x then { B.z }`,
    `actor A { option x  prefers { (B.z or not x) } }
actor B { option z  option w  prefers { not (z or not A.x)  (w or z or not A.x) } }
B.z requires B.w`,
  ],
];

test.each(UNFOLDED)('%s comes to the same', async (said, hand) => {
  const held = async (of: string): Promise<unknown> => {
    const { model, diagnostics } = parseSituation(`situation "S" as of 2019-02-01\n${of}\n`);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { states } = await answerTo(QUESTIONS.states, situationOf(model!));
    return states.map(({ taken, concepts, statusQuo }) => ({
      taken,
      concepts: concepts.filter(isResponse),
      statusQuo,
    }));
  };
  expect(await held(said)).toEqual(await held(hand));
});
