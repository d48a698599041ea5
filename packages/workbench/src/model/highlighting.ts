import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';

const BLOCKS =
  /^(situation|source|actor|option|agreement|scenario|state|claim|relation|event|promise|threat|assurance|demand|faction|perceives|prefers|ranks|weighs|prevails)\b/;
const CONNECTIVES =
  /^(not|and|or|xor|implies|only|if|iff|requires|never|always|exactly|at|least|most|one|all|none|of|when|perhaps|strongly|very|in|no|order|taken|open|unknown|irreversible|slow|resumable|because|rests|on|as|by|to|is|for|worst|best|between|with|aka|cannot|move|from|author|published|accessed|publisher|url|doi|kind|note)\b/;

/** Words, texts, comments and references; not the grammar. */
const language = StreamLanguage.define<Record<string, never>>({
  name: 'standoff',
  startState: () => ({}),
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match(/^#.*/)) return 'comment';
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
    if (stream.match(/^@[\p{L}\p{N}_]+(?:[:#][\p{L}\p{N}_#-]+)*/u)) return 'meta';
    if (stream.match(/^\d{4}(?:-\d\d){0,2}\b|^\d+(?:\.\d+)?/)) return 'number';
    if (stream.match(BLOCKS)) return 'keyword';
    if (stream.match(CONNECTIVES)) return 'operator';
    if (stream.match(/^[\p{L}][\p{L}\p{N}_]*(?:\.[\p{L}][\p{L}\p{N}_]*)?/u)) return 'variableName';
    stream.next();
    return 'punctuation';
  },
});

const style = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--code-keyword)', fontWeight: '600' },
  { tag: tags.operator, color: 'var(--code-operator)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: tags.comment, color: 'var(--code-comment)', fontStyle: 'italic' },
  { tag: tags.meta, color: 'var(--code-reference)' },
  { tag: tags.number, color: 'var(--code-number)' },
  { tag: tags.punctuation, color: 'var(--ink-soft)' },
]);

export const highlighting: Extension = [language, syntaxHighlighting(style)];
