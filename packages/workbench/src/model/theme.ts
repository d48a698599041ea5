import { EditorView } from '@codemirror/view';

/** The editor in the colours of the page. */
export const theme = EditorView.theme({
  '&': { height: '100%', fontSize: 'var(--text-sm)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { padding: 'var(--space-3) 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 var(--space-4) 0 var(--space-2)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'var(--selection)' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--paper-hover) 55%, transparent)' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    color: 'var(--ink-faint)',
    border: 'none',
    fontSize: 'var(--text-2xs)',
  },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-panels': {
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    borderColor: 'var(--line)',
    fontFamily: 'var(--sans)',
  },
  '.cm-tooltip': {
    maxWidth: '30rem',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--paper-raised)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow)',
    fontFamily: 'var(--sans)',
    fontSize: 'var(--text-sm)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--paper-chosen)',
    color: 'var(--ink)',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '16em' },
  '.cm-completionIcon': { display: 'none' },
  '.cm-completionDetail': {
    marginLeft: 'var(--space-3)',
    fontFamily: 'var(--sans)',
    fontStyle: 'normal',
    color: 'var(--ink-soft)',
  },
  '.cm-lsp-hover-tooltip': { padding: 'var(--space-2) var(--space-3)', whiteSpace: 'pre-line' },
  '.cm-diagnostic': { padding: 'var(--space-2) var(--space-3)', borderLeftWidth: '3px' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--fails)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--price)' },
  '.cm-diagnostic-info': { borderLeftColor: 'var(--accent)' },
  '.cm-lintRange': { backgroundImage: 'none', textDecorationSkipInk: 'none' },
  '.cm-lintRange-error': { textDecoration: 'underline wavy var(--fails)' },
  '.cm-lintRange-warning': { textDecoration: 'underline wavy var(--price)' },
  '.cm-lintRange-info': { textDecoration: 'underline dotted var(--accent)' },
  '.cm-chosen': { backgroundColor: 'var(--paper-chosen)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--quiet-ground)',
    outline: '1px solid var(--line-strong)',
  },
});
