import { RangeSetBuilder, type EditorState, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';

/** So much further in than its beginning a line goes on, in columns. */
const HANGING = 4;
/** Never further: something has to fit beside it. */
const FURTHEST = 24;

/** Long lines are wrapped, and go on further in than they begin. */
export const wrapping: Extension = [
  EditorView.lineWrapping,
  ViewPlugin.fromClass(
    class {
      lines: DecorationSet;

      constructor(view: EditorView) {
        this.lines = hanging(view);
      }

      update({ docChanged, viewportChanged, view }: ViewUpdate): void {
        if (docChanged || viewportChanged) this.lines = hanging(view);
      }
    },
    { decorations: ({ lines }) => lines },
  ),
];

function hanging({ state, visibleRanges }: EditorView): DecorationSet {
  const lines = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges)
    for (let at = from; at <= to;) {
      const line = state.doc.lineAt(at);
      lines.add(line.from, line.from, beginning(indentOf(line.text, state)));
      at = line.to + 1;
    }
  return lines.finish();
}

const made = new Map<number, Decoration>();

/** For lines that begin at this column. */
function beginning(column: number): Decoration {
  const hang = Math.min(column, FURTHEST) + HANGING;
  let one = made.get(hang);
  if (one === undefined) {
    const style = `text-indent: -${hang}ch; padding-left: calc(var(--space-2) + ${hang}ch)`;
    made.set(hang, (one = Decoration.line({ attributes: { style } })));
  }
  return one;
}

function indentOf(text: string, state: EditorState): number {
  let column = 0;
  for (const char of text)
    if (char === ' ') column++;
    else if (char === '\t') column += state.tabSize - (column % state.tabSize);
    else break;
  return column;
}
