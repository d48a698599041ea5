import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { setDiagnostics, lintGutter, type Diagnostic as Shown } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, StateEffect, StateField, type Extension, type Text } from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  type DecorationSet,
} from '@codemirror/view';
import type { Diagnostic } from '@standoff/model';
import { useEffect, useMemo, useRef } from 'react';
import { useDesk, useModel } from '../answers/use-answer.js';
import { elementAt, placedElements, type PlacedElement } from '../document/elements.js';
import { go, routeNow, useRoutePart } from '../routes.js';
import { useWorkbench } from '../workbench.js';
import { highlighting } from './highlighting.js';
import { rangeIn } from './range-in.js';
import { theme } from './theme.js';
import { wrapping } from './wrapping.js';
import styles from './model-pane.module.css';

/** The element that is selected, as a range of the text; null: none. */
const choose = StateEffect.define<{ readonly from: number; readonly to: number } | null>();

const chosen = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let now = marks.map(transaction.changes);
    for (const effect of transaction.effects)
      if (effect.is(choose)) {
        const { value } = effect;
        now =
          value === null || value.from === value.to
            ? Decoration.none
            : Decoration.set([Decoration.mark({ class: 'cm-chosen' }).range(value.from, value.to)]);
      }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

const extensions: Extension = [
  nonce === '' ? [] : EditorView.cspNonce.of(nonce),
  lineNumbers(),
  foldGutter(),
  lintGutter(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches(),
  highlighting,
  theme,
  wrapping,
  chosen,
  EditorView.contentAttributes.of({
    'aria-label': 'Text of the situation',
    tabindex: '0',
    spellcheck: 'false',
  }),
  // Tab indents; Escape, then Tab leaves the text.
  keymap.of([
    ...closeBracketsKeymap,
    ...defaultKeymap,
    ...searchKeymap,
    ...historyKeymap,
    ...foldKeymap,
    indentWithTab,
  ]),
];

/** The text of the situation in an editor. */
export function Editor() {
  const workbench = useWorkbench();
  const { document: text } = workbench;
  const place = useRef<HTMLDivElement>(null);
  const model = useModel();
  const elements = useMemo(() => (model ? placedElements(model) : []), [model]);
  /** The element of the address that the reader has been led to, or has clicked on here; at first neither. */
  const shown = useRef<string | null>(undefined);

  useEffect(() => {
    const services = new Compartment();
    let begun = false;
    let close: (() => void) | null = null;
    // What completes, renames and explains is large, and loaded when one first comes to the text.
    const begin = (): void => {
      if (begun) return;
      begun = true;
      import('./language-client.js').then(
        ({ languageServices }) => {
          if (text.view !== view) return;
          const { extension, close: end } = languageServices(workbench);
          close = end;
          view.dispatch({ effects: services.reconfigure(extension) });
        },
        () => {
          begun = false;
        },
      );
    };
    const view = text.attach(
      [
        services.of([]),
        EditorView.domEventObservers({ focus: begin, mousemove: begin }),
        extensions,
      ],
      (state, apply) =>
        new EditorView({ state, parent: place.current!, dispatchTransactions: apply }),
    );
    // Whoever went to the pane before the editor was there has come to the text.
    if (document.activeElement?.id === 'pane-model') view.focus();
    return () => {
      if (text.view === view) text.detach();
      close?.();
    };
  }, [text, workbench]);

  useShownDiagnostics();

  useSelected(elements, shown);

  return (
    // … and a click here selects what stands there.
    <div
      ref={place}
      className={styles.text}
      onClick={() => {
        const { view } = text;
        if (view === null || !view.state.selection.main.empty) return;
        const head = view.state.selection.main.head;
        const line = view.state.doc.lineAt(head);
        const id = elementAt(elements, line.number - 1, head - line.from);
        if (id === routeNow().element) return;
        shown.current = id;
        go({ element: id }, 'replace');
      }}
    />
  );
}

/**
 * Marks what the address selects, and leads to it, once for each address: the text is read again with
 * every key stroke, and whoever types or searches stays where the caret is.
 */
function useSelected(
  elements: readonly PlacedElement[],
  shown: { current: string | null | undefined },
): void {
  const { document: text } = useWorkbench();
  const element = useRoutePart('element');
  // Ranges of an older text would stand in the wrong places.
  const read = useDesk((desk) => desk.read === desk.version);
  useEffect(() => {
    const { view } = text;
    if (view === null || !read) return;
    const found = elements.find(({ id }) => id === element);
    const range = found ? rangeIn(view.state.doc, found.at) : null;
    view.dispatch({ effects: choose.of(range) });
    if (element === shown.current) return;
    // What is not there yet is looked for until one does something else here.
    if (element !== null && range === null && !view.hasFocus) return;
    const { head } = view.state.selection.main;
    const begun = shown.current === undefined;
    shown.current = element;
    if (begun && (range === null || (head >= range.from && head <= range.to)))
      view.dispatch({ effects: EditorView.scrollIntoView(head, { y: 'center' }) });
    else if (range !== null)
      view.dispatch({
        selection: { anchor: range.from },
        effects: EditorView.scrollIntoView(range.from, { y: 'start', yMargin: 60 }),
      });
  }, [text, elements, element, read, shown]);
}

function useShownDiagnostics(): void {
  const { document: text } = useWorkbench();
  const diagnostics = useDesk((desk) => desk.diagnostics);
  const read = useDesk((desk) => desk.read === desk.version);
  useEffect(() => {
    if (!read) return;
    const { view } = text;
    if (view === null) return;
    const { doc } = view.state;
    view.dispatch(
      setDiagnostics(
        view.state,
        diagnostics.map((one) => shown(doc, one)),
      ),
    );
  }, [text, diagnostics, read]);
}

function shown(doc: Text, diagnostic: Diagnostic): Shown {
  const { range, severity, message, why, hint, fixes = [] } = diagnostic;
  return {
    ...rangeIn(doc, range),
    severity,
    actions: fixes.map(({ title, edits }) => ({
      name: title.replaceAll('`', ''),
      apply: (view) =>
        view.dispatch({
          changes: edits.map((edit) => ({ ...rangeIn(doc, edit.range), insert: edit.text })),
          userEvent: 'input.mend',
        }),
    })),
    message: [message, why && `Why: ${why}`, hint && `Try: ${hint}`].filter(Boolean).join('\n'),
  };
}
