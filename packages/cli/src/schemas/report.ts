import { count, flag, list, one, printed, record, text, type Schema } from '../schema-parts.js';

const format = one('html', 'markdown');

export const reportSchema: Schema = printed('report', 'The answer of standoff report --json', {
  file: text,
  format,
  version: text,
  bytes: count,
  sha256: text,
  sections: list(record({ id: text, title: text })),
});

export const reportCheckSchema: Schema = printed(
  'report-check',
  'The answer of standoff report --verify --json',
  {
    file: text,
    format,
    version: text,
    current: text,
    same: flag,
    differences: list(
      record({
        part: text,
        where: text,
        kind: one('changed', 'recomputed', 'missing', 'added'),
        under: text,
        file: text,
        again: text,
      }),
    ),
  },
);
