import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../src/index.js';
import { removeElement, removeWithUses, usesOf } from '../src/edit.js';
import { parseSituation } from '../src/parse.js';

const TEXT = `situation "The river"

source log "The log"
source map "The map"

actor Up "Upstream" {
  option dam "Dam" @log:P1
  option share "Share"
  dam requires share
  prefers {
    dam  # above all
    not Down.sue @log:P2 @map  rests on feared
  }
}

actor Down "Downstream" {
  option sue "Sue"

  prefers {
    not Up.dam
    sue if Up.dam
  }
}

actor Sea "The sea" {
  prefers { not Up.dam }
}

agreement pact "Pact" between Up, Down, Sea
agreement deal "Deal" between Up, Down

never Up.dam and pact

promise not Up.dam to Down, Sea

Down perceives Up {
  unaware of Up.share, Up.dam
  prefers { dam }
}

scenario built "Built" = Up.dam
scenario calm "Calm" = not Down.sue
state first "First" = { Up.dam, Down.sue }
worst for Sea is built

claim feared "A dam is feared" claimed by Down
relation Up rival of Down

event 2030-01-02 "Works begin" { Up.dam, not Down.sue } @map
`;

function removed(text: string, id: string): string {
  const result = removeWithUses(text, id);
  if (!result.ok) throw new Error(result.refusal.message);
  const after = applyEdits(text, result.edits);
  const { diagnostics } = parseSituation(after);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return after;
}

const told = (text: string, id: string) =>
  usesOf(text, id).map((use) => `${use.id ?? `line ${use.at.start.line + 1}`} ${use.becomes}`);

describe('what speaks of an element, and goes with it', () => {
  test('an option: statements, constraints, scenarios and what speaks of those; lists lose a place', () => {
    expect(told(TEXT, 'Up.dam')).toEqual([
      'constraint-1 gone',
      'Up.1 gone',
      'Down.1 gone',
      'Down.2 gone',
      'Sea.1 gone',
      'constraint-2 gone',
      'promise-1 gone',
      'line 37 less',
      'Down>Up.1 gone',
      'built gone',
      'first less',
      'line 44 gone',
      'event-1 less',
    ]);
    const after = removed(TEXT, 'Up.dam');
    expect(after).not.toMatch(/(?<!A )\bdam\b/);
    expect(after).toContain('unaware of Up.share\n');
    expect(after).toContain('state first "First" = { Down.sue }');
    expect(after).toContain('{ not Down.sue } @map');
    expect(after).not.toMatch(/prefers \{\s*\}/);
    expect(after).toContain('not Down.sue @log:P2 @map  rests on feared');
  });

  test('an actor: it leaves agreements that others can still make, and others end', () => {
    const after = removed(TEXT, 'Down');
    expect(after).toContain('agreement pact "Pact" between Up, Sea');
    expect(after).not.toContain('deal');
    expect(after).not.toContain('perceives');
    expect(after).not.toContain('relation');
    expect(after).toContain('promise not Up.dam to Sea');
    expect(after).not.toMatch(/\bDown\b/);
    // The claim that only it made goes, and with it what rested on the claim loses that ground.
    expect(after).not.toContain('feared');
    expect(removed(TEXT, 'Sea')).toContain('to Down\n');
  });

  test('a source: only what cites it stays, without the citation', () => {
    expect(told(TEXT, 'log')).toEqual(['Up.dam less', 'Up.2 less']);
    const after = removed(TEXT, 'log');
    expect(after).toContain('option dam "Dam"\n');
    expect(after).toContain('not Down.sue @map  rests on feared');
    expect(after).not.toContain('@log');
  });

  test('what nothing speaks of goes as before', () => {
    expect(usesOf(TEXT, 'calm')).toEqual([]);
    const alone = removeElement(TEXT, 'calm');
    expect(removeWithUses(TEXT, 'calm')).toEqual(alone);
  });

  test('a ranking and weights are to be changed by whoever wrote them', () => {
    const text = TEXT.replace('prefers { not Up.dam }', 'weighs { Up.dam: 3 }');
    expect(told(text, 'Up.dam')).toContain('Sea open');
    expect(removeWithUses(text, 'Up.dam')).toMatchObject({
      ok: false,
      refusal: { code: 'in-use', hint: 'change it first' },
    });
  });
});

const cases = ['korea-2018/korea', 'sarel-basin/sarel-basin', 'elmira/elmira', 'chicken/chicken'];

test.each(cases)('%s is without errors when any of its actors and more is taken out', (name) => {
  const text = readFileSync(new URL(`../../../cases/${name}.standoff`, import.meta.url), 'utf8');
  const model = parseSituation(text).model!;
  const some: readonly (readonly { readonly id: string }[])[] = [
    model.actors,
    model.sources,
    model.agreements,
    model.scenarios,
    model.claims,
  ];
  for (const { id } of some.flatMap((list) => list.slice(0, 4))) {
    const open = usesOf(text, id).some(({ becomes }) => becomes === 'open');
    const result = removeWithUses(text, id);
    expect(result.ok).toBe(!open);
    if (!result.ok) continue;
    const { diagnostics } = parseSituation(applyEdits(text, result.edits));
    expect(
      diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    ).toEqual([]);
  }
});
