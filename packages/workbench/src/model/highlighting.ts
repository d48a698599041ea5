import { EditorState, RangeSetBuilder, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';
import { tokensOf, type TokenKind } from '@standoff/language/parse';

const MARKS = Object.fromEntries(
  (
    [
      ...['keyword', 'name', 'option', 'text', 'evidence'],
      ...['comment', 'number', 'operator', 'date'],
    ] as TokenKind[]
  ).map((kind) => [kind, Decoration.mark({ class: `cm-standoff-${kind}` })]),
) as Record<TokenKind, Decoration>;

/** The words of the lines that are seen; no word runs over the end of a line. */
class Highlighting {
  marks: DecorationSet;

  constructor(view: EditorView) {
    this.marks = marksOf(view);
  }

  update({ view, docChanged, viewportChanged }: ViewUpdate): void {
    if (docChanged || viewportChanged) this.marks = marksOf(view);
  }
}

function marksOf({ state: { doc }, visibleRanges }: EditorView): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges) {
    const start = doc.lineAt(from).from;
    for (const token of tokensOf(doc.sliceString(start, to))) {
      // Two ranges may share a line.
      if (start + token.from < from) continue;
      marks.add(start + token.from, start + token.to, MARKS[token.kind]);
    }
  }
  return marks.finish();
}

export const highlighting: Extension = [
  ViewPlugin.fromClass(Highlighting, { decorations: ({ marks }) => marks }),
  EditorState.languageData.of(() => [
    { commentTokens: { line: '#' }, closeBrackets: { brackets: ['(', '{', '"'] } },
  ]),
  EditorView.baseTheme({
    '.cm-standoff-keyword': { color: 'var(--code-keyword)', fontWeight: '600' },
    '.cm-standoff-operator': { color: 'var(--code-operator)' },
    '.cm-standoff-text': { color: 'var(--code-string)' },
    '.cm-standoff-comment': { color: 'var(--code-comment)', fontStyle: 'italic' },
    '.cm-standoff-evidence': { color: 'var(--code-reference)' },
    '.cm-standoff-number, .cm-standoff-date': { color: 'var(--code-number)' },
  }),
];
