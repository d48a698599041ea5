import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differencesOf,
  readReport,
  type ReportDifference,
} from '../../../src/composed/report/check.js';
import { reportFile, type ReportData } from '../../../src/composed/report/file.js';
import type { ReportFormat } from '../../../src/composed/report/formats.js';
import { HARBOUR, partsOf } from './small.js';

/** As the command does it: read, make again from what the file says, compare. */
function check(file: string): ReportDifference[] | string {
  const data = readReport(file);
  if ('problem' in data) return data.problem;
  return differencesOf(file, reportFile(partsOf(data.text, originOf(data)), data.format), data);
}

function originOf({ text, version, seed, memory, opponentsRule, style, made }: ReportData) {
  return { text, version, seed, memory, opponentsRule, style, made };
}

const files: Readonly<Record<ReportFormat, string>> = {
  html: reportFile(partsOf(HARBOUR), 'html'),
  markdown: reportFile(partsOf(HARBOUR), 'markdown'),
};

describe.each(['html', 'markdown'] as const)('a report as %s', (format) => {
  const file = files[format];
  const data = readReport(file) as ReportData;

  it('is what its own data give', () => {
    expect(check(file)).toEqual([]);
    expect(check(file.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it.each(['\u2028', '\u2029', '\u0085', '\v', '\f', '\u001e', '\u007f', '-->', '</script>'])(
    'can be checked where names and texts hold %j',
    (end) => {
      const text = [
        `situation "One${end}two"  # so${end}so`,
        `actor A "An${end}na" { option o "it${end}is" prefers { o } }`,
        `actor B { option p }`,
        `scenario s "The${end}end" = A.o`,
        `promise w "My${end}word": o to B`,
      ];
      for (const line of ['\n', '\r', '\r\n']) {
        const made = reportFile(partsOf(text.join(line)), format);
        expect(check(made)).toEqual([]);
        expect((readReport(made) as ReportData).text).toBe(text.join(line));
        // Its own lines end alike.
        expect(made).not.toContain('\r');
      }
    },
  );

  it('is caught with any one character changed that is not in its data', () => {
    // The data are compared after the rest, with a model that has to be read: see below.
    const end = format === 'html' ? file.indexOf('<script') : file.indexOf('<!-- standoff-report');
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: end - 1 }),
        fc.constantFrom('0', '7', 'x', ' '),
        (at, other) => {
          fc.pre(file[at] !== other && file[at] !== '\n' && file[at - 1] !== '<');
          const changed = file.slice(0, at) + other + file.slice(at + 1);
          expect(differencesOf(changed, file, data)).not.toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is caught with any one digit changed that a reader sees, and the section is named', () => {
    const start = format === 'html' ? file.indexOf('<main') : file.indexOf('## <a id="brief">');
    const end = format === 'html' ? file.indexOf('</main>') : file.indexOf('<!-- standoff-report');
    const digits = [...file.slice(0, end).matchAll(/\d(?![^<]*>)/g)]
      .map(({ index }) => index)
      .filter((at) => at > start);
    expect(digits.length).toBeGreaterThan(100);
    for (const at of digits) {
      const changed = file.slice(0, at) + String((Number(file[at]) + 1) % 10) + file.slice(at + 1);
      const [first, ...more] = differencesOf(changed, file, data);
      expect(more).toEqual([]);
      expect(first).toMatchObject({ kind: 'changed' });
      expect(first.where).toMatch(/^the section “.+”$/);
      expect(first.file).not.toBe(first.again);
    }
  });

  it('is caught where a section is taken out, put twice, or put in', () => {
    const [from, to] =
      format === 'html'
        ? [file.indexOf('<section id="stakeholders"'), file.indexOf('<section id="replay"')]
        : [file.indexOf('## <a id="stakeholders"'), file.indexOf('## <a id="replay"')];
    const section = file.slice(from, to);
    const without = file.slice(0, from) + file.slice(to);
    expect(check(without)).toMatchObject([{ part: 'stakeholders', kind: 'missing' }]);
    const twice = file.slice(0, to) + section + file.slice(to);
    expect(check(twice)).toMatchObject([{ part: 'stakeholders', kind: 'added' }]);
    const more = file.slice(0, to) + section.replaceAll('stakeholders', 'other') + file.slice(to);
    expect(check(more)).toMatchObject([{ part: 'other', kind: 'added' }]);
  });

  it('is caught where the model in the data is another one than the reader sees', () => {
    const changed = file.replace(/"text":"(.*?)Raise wages/, '"text":"$1Raise hopes');
    expect(changed).not.toBe(file);
    const parts = (check(changed) as ReportDifference[]).map(({ part }) => part);
    expect(parts).toContain('making');
    expect(parts).toContain('parties');
  });

  it('is caught where the seed in the data is another', () => {
    const changed = file.replace('"seed":1', '"seed":2');
    expect(check(changed)).toMatchObject([{ part: 'making', under: 'What it was made from' }]);
  });

  it('is caught where only the data differ', () => {
    const changed = file.replace(/"brief":"[0-9a-f]{8}/, '"brief":"00000000');
    expect(changed).not.toBe(file);
    expect(check(changed)).toMatchObject([{ part: 'data', kind: 'changed' }]);
  });

  it('of another version is compared all the same', () => {
    const other = reportFile(partsOf(HARBOUR, { version: '0.0.9' }), format);
    expect(check(other)).toEqual([]);
  });

  it('says what was made so and comes out otherwise now', () => {
    const again = file.replaceAll('A settlement', 'A truce');
    const kinds = differencesOf(file, again, data).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['recomputed']));
  });

  it('cut short, or with its data spoilt, is told so', () => {
    expect(check(file.slice(0, file.length / 2))).toBe('cut short');
    expect(check(file.slice(0, -12))).toBe('cut short');
    expect(check(file.replace('"schema":"standoff', '"schema":"stand'))).toBe('data unreadable');
    expect(check(file.replace('"seed":1', '"seed":'))).toBe('data unreadable');
  });
});

it.each(['', 'hello', '<!doctype html><title>x</title>', '{}', HARBOUR])(
  'what is no report is told so: %j',
  (text) => {
    expect(check(text)).toBe('not a report');
  },
);
