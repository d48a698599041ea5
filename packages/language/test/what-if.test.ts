import { expect, test } from 'vitest';
import { isWhatIf } from '@standoff/model';
import { applyEdits } from '../src/index.js';
import { supposeOpposite } from '../src/edit.js';
import { parseSituation } from '../src/parse.js';

const around = (statements: string, behind = ''): string => `situation "The ferry"

source log "The log"

actor Line "Ferry line" {
  option sail "Sail"
  option wait "Wait"
  prefers {
${statements}
  }${behind}
}

claim late "It is late" stated
`;

function supposed(text: string, id: string): string {
  const result = supposeOpposite(text, id);
  if (!result.ok) throw new Error(result.refusal.message);
  expect(result.edits.length).toBe(1);
  return applyEdits(text, result.edits);
}

const statements = (text: string) => {
  const { model, diagnostics } = parseSituation(text);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { preference } = model!.actors[0];
  return preference.form !== 'statements'
    ? []
    : preference.items.flatMap((item) => (item.item === 'statement' ? [item] : item.statements));
};

test('the opposite is a what-if without grounds, and says what it contradicts', () => {
  const text = around(
    '    not sail @log:P2 @log#storm because "it says so" rests on late  # dear to it',
  );
  const after = supposed(text, 'Line.1');
  expect(after).toBe(
    around(
      '    sail  because "what if: the opposite of what log:P2, log#storm was taken to say"  # dear to it',
    ),
  );
  expect(isWhatIf(statements(after)[0])).toBe(true);
  expect(isWhatIf(statements(text)[0])).toBe(false);
});

test('grounds on lines of their own go, and what has none but a reason is marked too', () => {
  const after = supposed(
    around('    perhaps 70 % sail\n        because "we think so"\n    wait'),
    'Line.1',
  );
  expect(after).toBe(
    around(
      '    perhaps 70 % not sail  because "what if: the opposite of what was assumed"\n    wait',
    ),
  );
});

test('the opposite of a what-if is wanted without a reason', () => {
  const once = supposed(around('    sail @log:P2\n    wait'), 'Line.1');
  expect(supposed(once, 'Line.1')).toBe(around('    sail\n    wait'));
});

test('what stands behind the block stays with the others in it', () => {
  const text = around(
    '    sail\n    in no order {\n      wait @log:P9  # at night\n      not sail\n    }',
    ' @log:P3 because "as a whole"',
  );
  const before = statements(text);
  const after = statements(supposed(text, 'Line.3'));
  expect(after[2]).toMatchObject({
    evidence: [],
    restsOn: [],
    because: 'what if: the opposite of what log:P3 was taken to say',
  });
  expect(isWhatIf(after[2])).toBe(true);
  for (const k of [0, 1]) {
    const { evidence, because, wants } = before[k];
    expect(after[k]).toMatchObject({ evidence, because, wants });
  }
});

test('of an unknown statement nothing is supposed', () => {
  expect(supposeOpposite(around('    sail'), 'Line.7')).toMatchObject({
    ok: false,
    refusal: { code: 'unknown' },
  });
});
