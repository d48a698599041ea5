import type { Diagnostic } from '@standoff/model';
import { describe, expect, it } from 'vitest';
import { diagnosticsText, diagnosticSummary } from '../../src/told/diagnostics-text.js';

function at(line: number, from: number, to: number, more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: 'unknown-name',
    severity: 'error',
    message: 'there is no option b',
    range: { start: { line, column: from }, end: { line, column: to } },
    ...more,
  };
}

/** The underline and the text above it. */
function underlined(text: string): string {
  const lines = text.split('\n');
  const k = lines.findIndex((line) => line.includes('^'));
  return lines[k - 1].slice(lines[k].indexOf('^'), lines[k].lastIndexOf('^') + 1);
}

describe('diagnosticsText', () => {
  it('shows place, passage, reason, hint and other places', () => {
    const text = diagnosticsText(
      [
        at(1, 4, 5, {
          why: 'only a is declared',
          hint: 'did you mean a?',
          related: [{ range: at(0, 0, 1).range, message: 'a is declared here' }],
        }),
      ],
      'x.standoff',
      'a\nnot b\n',
    );
    expect(text).toBe(
      [
        'x.standoff:2:5: error: there is no option b [unknown-name]',
        '2 │ not b',
        '  │     ^',
        '  why: only a is declared',
        '  hint: did you mean a?',
        '  see: x.standoff:1:1: a is declared here',
        '1 │ a',
        '  │ ^',
        '',
      ].join('\n'),
    );
  });

  it('puts the caret under a passage after tabs', () => {
    expect(
      underlined(diagnosticsText([at(0, 6, 9)], 'x', '\tnot\t\tbad'.replace('\t\t', '\t '))),
    ).toBe('bad');
  });

  it('puts the caret under a passage after wide characters', () => {
    const text = diagnosticsText([at(0, 3, 4)], 'x', '北京 b');
    expect(text.split('\n')[2]).toBe('  │      ^');
  });

  it('does not mind carriage returns', () => {
    expect(diagnosticsText([at(1, 0, 1)], 'x', 'a\r\nb\r\n')).toContain('2 │ b\n  │ ^\n');
  });

  it('cuts a long line around the passage', () => {
    const line = `${'x '.repeat(200)}bad${' y'.repeat(200)}`;
    const text = diagnosticsText([at(0, 400, 403)], 'x', line, { width: 80 });
    expect(underlined(text)).toBe('bad');
    expect(Math.max(...text.split('\n').map((l) => l.length))).toBeLessThanOrEqual(80);
  });

  it('shows no passage where the range is outside the text', () => {
    expect(diagnosticsText([at(7, 0, 0)], 'x', 'a')).toBe(
      'x:8:1: error: there is no option b [unknown-name]\n',
    );
  });
});

it('counts errors, warnings and remarks', () => {
  expect(diagnosticSummary([at(0, 0, 1), at(0, 0, 1), at(0, 0, 1, { severity: 'warning' })])).toBe(
    '2 errors and 1 warning',
  );
});
