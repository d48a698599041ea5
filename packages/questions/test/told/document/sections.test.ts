import { describe, expect, it } from 'vitest';
import { differencesOf, readReport } from '../../../src/composed/report/check.js';
import { reportDocument } from '../../../src/composed/report/report.js';
import { reportFile } from '../../../src/composed/report/file.js';
import { HARBOUR, partsOf } from './small.js';

/** A takes B to play Chicken as it does itself; for B it is a prisoners' dilemma (the page of perceive). */
const MISTAKEN = `situation "Mistaken"
source report "A report" { author "R. Example" }
actor A { option c "Give way"  ranks s2 > s3 > s1 > s0 }
actor B { option c "Give way" taken  ranks s1 > s3 > s0 > s2 }
A perceives B { ranks s1 > s3 > s2 > s0 }  @report:P2
state s0 "Neither gives way" = { }
state s1 "A gives way" = { A.c }
state s2 "B gives way" = { B.c }
state s3 "Both give way" = { A.c, B.c }
`;

/** The Markdown of one section. */
function section(text: string, id: string): string {
  const file = reportFile(partsOf(text), 'markdown');
  const from = file.indexOf(`<a id="${id}">`);
  const to = file.indexOf('\n## ', from);
  return from < 0 ? '' : file.slice(from, to < 0 ? undefined : to);
}

describe('who takes it for what', () => {
  it('has the figures worked out by hand', () => {
    const told = section(MISTAKEN, 'perceive');
    expect(told).toContain(
      'Each acting by what it sees, it would end in “A gives way”; so it would',
    );
    expect(told).toContain('A does not expect B no longer to give way.');
    expect(told).toMatch(/“A gives way” .*\| ● firmly \| ● firmly \|/);
    expect(told).toMatch(/Its picture of B .*report.* P2[^]*Takes it to have another ranking\./);
    expect(told).toContain('**B** gives up “Give way”');
    expect(told).toContain('States that it expects to hold: 2.');
  });

  it('is left out where everybody sees the same', () => {
    expect(section(HARBOUR, 'perceive')).toBe('');
  });
});

describe('what they could do together', () => {
  const DILEMMA = MISTAKEN.replace(/A perceives.*\n/, '').replace(
    'ranks s2 > s3 > s1 > s0',
    'ranks s2 > s3 > s0 > s1',
  );

  it('the prisoners could leave what holds for each alone', () => {
    const told = section(DILEMMA, 'coalitions');
    expect(told).toMatch(
      /\| “Neither gives way” .*\| ○ would break \| A and B, for “Both give way”/,
    );
    expect(told).toMatch(/\| “Both give way” .*\| ● others would answer \| Nobody \|/);
    expect(told).toContain('1 jump');
  });

  it('is left out where there are not two decision makers', () => {
    expect(
      section('situation "Alone"\nactor A { option c "Go" prefers { c } }\n', 'coalitions'),
    ).toBe('');
  });
});

describe('what the first outcomes rest on', () => {
  it('names the statements without which the settlement would not hold, with their passages', () => {
    const told = section(HARBOUR, 'grounds');
    expect(told).toContain('“A settlement” ● would hold under Nash');
    expect(told).toMatch(/Dockers.* wants not “Strike”; with its opposite, it would move\./);
    expect(told).toMatch(
      /not “Hire strike-breakers”; were that left out, it would move\. .*gazette.* P4/,
    );
  });
});

it('paragraphs are told with how many elements rest on them', () => {
  expect(section(HARBOUR, 'evidence')).toMatch(
    /Dockers stop work[^]*P1.×2, P2.×1, P3.×3, P4.×2, P5.×1, P6.×1/,
  );
});

it.each(['html', 'markdown'] as const)('all of it is checked again, as %s', (format) => {
  const parts = partsOf(MISTAKEN);
  expect(reportDocument(parts).sections.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['coalitions', 'perceive', 'evidence']),
  );
  const file = reportFile(parts, format);
  const data = readReport(file);
  if ('problem' in data) throw new Error(data.message);
  expect(differencesOf(file, reportFile(partsOf(data.text), format), data)).toEqual([]);
  const changed = file.replace('it expects to hold: 2', 'it expects to hold: 3');
  expect(changed).not.toBe(file);
  expect(differencesOf(changed, file, data)).toMatchObject([{ part: 'perceive', kind: 'changed' }]);
});
