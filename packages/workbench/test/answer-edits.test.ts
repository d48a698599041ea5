import { ask } from '@standoff/questions';
import { prepare } from '@standoff/situation';
import { applyEdits } from '@standoff/language';
import { parseSituation } from '@standoff/language/parse';
import { expect, test } from 'vitest';
import { answerEdit, inOrder } from '../src/views/ask/answer-edits.js';

const text = `situation "The ferry"

actor Line "Ferry line" {
  option sail "Sail"
  option wait "Wait"
  faction old "Old hands" { prefers { not sail } }
  faction young "Young hands" { prefers { sail } }
}

actor Town "Town" {
  option pay "Pay"
  option close "Close the quay"
  option ask "Ask the state"
  prefers {
    Line.sail
    in no order {
      not pay
      not close  # costly
      ask
    }
    perhaps close
  }
}
`;

/** The text after an answer, and what is still open in it. */
function answered(about: string, answer: (all: readonly string[]) => string): string {
  const model = parseSituation(text).model!;
  const question = ask(prepare(model)).questions.find((one) => one.about === about)!;
  const given = answer(question.answers.map((one) => one.answer));
  const result = answerEdit(model, question, given)!.edit(text);
  expect(result).toMatchObject({ ok: true });
  return applyEdits(text, result.ok ? result.edits : []);
}

function open(written: string): string[] {
  return ask(prepare(parseSituation(written).model!)).questions.map(({ about }) => about);
}

test('“yes” leaves the statement without its doubt, “no” leaves it out', () => {
  const yes = answered('perhaps', () => 'yes');
  expect(yes).toBe(text.replace('perhaps close', 'close'));
  expect(open(yes)).not.toContain('perhaps');
  const no = answered('perhaps', () => 'no');
  expect(no).toBe(text.replace('    perhaps close\n', ''));
});

test.each([
  ['not pay', 'not close', 'ask'],
  ['ask', 'not close', 'not pay'],
  ['not close', 'ask', 'not pay'],
])('statements are put in the order %s, %s, %s, out of the braces', (...order) => {
  const model = parseSituation(text).model!;
  const { preference: before } = model.actors[1];
  const group = before.form === 'statements' ? before.items[1] : null;
  const ids = group?.item === 'unordered' ? group.statements : [];
  const result = inOrder(
    text,
    order.map((one) => ids.find((statement) => statement.text === one)!.id),
  );
  expect(result).toMatchObject({ ok: true });
  const written = applyEdits(text, result.ok ? result.edits : []);
  expect(open(written)).not.toContain('order');
  expect(written).not.toContain('in no order');
  expect(written).toContain('# costly');
  const { preference } = parseSituation(written).model!.actors[1];
  expect(preference).toMatchObject({
    items: ['Line.sail', ...order, 'close'].map((one) => ({ item: 'statement', text: one })),
  });
});

test('two in no order are put in it; of three the text has no words for two alone', () => {
  const two = text.replace('      ask\n', '');
  const order = (written: string) => {
    const model = parseSituation(written).model!;
    const question = ask(prepare(model)).questions.find(({ about }) => about === 'order')!;
    expect(question.answers).toHaveLength(2);
    return answerEdit(model, question, question.answers[1].answer);
  };
  expect(order(text)).toBeNull();
  const result = order(two)!.edit(two);
  expect(result).toMatchObject({ ok: true });
  const written = applyEdits(two, result.ok ? result.edits : []);
  expect(written).not.toContain('in no order');
  expect(written.indexOf('not close')).toBeLessThan(written.indexOf('not pay'));
});

test('a faction is assumed; the one that is assumed already needs no edit', () => {
  const model = parseSituation(text).model!;
  const question = ask(prepare(model)).questions.find(({ about }) => about === 'faction')!;
  expect(answerEdit(model, question, 'Old hands')).toBeNull();
  const young = answered('faction', () => 'Young hands');
  expect(parseSituation(young).model!.actors[0].prevails).toBe('young');
});

test('what cannot be put in order is refused with the reason', () => {
  expect(inOrder(text, ['Town.8', 'Town.9'])).toMatchObject({
    ok: false,
    refusal: { code: 'unknown' },
  });
});
