import { SUGGESTION_KINDS } from '@standoff/evidence';
import { count, list, one, orNull, printed, record, text } from '../schema-parts.js';

const passage = record({ paragraph: count, start: count, end: count });

export const readSchema = printed('read', 'The answer of standoff read --json', {
  source: text,
  text: record({
    title: orNull(text),
    author: orNull(text),
    published: orNull(text),
    publisher: orNull(text),
    url: orNull(text),
    language: orNull(text),
    format: one('text', 'markdown', 'html', 'pdf', 'docx'),
    paragraphs: count,
    warnings: list(text),
  }),
  inserted: list(text),
  before: orNull(text),
  suggestions: list(
    record(
      {
        id: text,
        kind: one(...SUGGESTION_KINDS),
        rule: text,
        passage,
        finding: text,
        proposal: orNull(text),
        decision: orNull(one('accepted', 'rejected')),
        also: list(passage),
        known: text,
        date: text,
        strength: one('stated', 'claimed', 'reported', 'inferred', 'denied'),
      },
      ['also', 'known', 'date', 'strength'],
    ),
  ),
});
