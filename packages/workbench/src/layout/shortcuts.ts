import { useEffect } from 'react';
import { useWorkbench } from '../workbench.js';
import { showPane, toggleDrawer, useSettings, type PaneName } from './settings.js';

/** The shortcuts as the help lists them: everywhere on the page, and in the text those of the language. */
export const SHORTCUTS: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: 'Alt 1', does: 'go to the source' },
  { keys: 'Alt 2', does: 'go to the model' },
  { keys: 'Alt 3', does: 'go to the answers' },
  { keys: 'Alt Shift 1', does: 'fold the source away, or show it' },
  { keys: 'Alt Shift 2', does: 'fold the model away, or show it' },
  { keys: '← →', does: 'on a link: go to the one before or after it, in this part of the page' },
  { keys: 'Ctrl Z', does: 'undo, in the text and in the forms alike' },
  { keys: 'Ctrl Shift Z', does: 'redo' },
  { keys: 'Ctrl S', does: 'save at once' },
  { keys: 'F12', does: 'in the text: go to where a name is given' },
  { keys: 'Shift F12', does: 'in the text: list where it is used' },
  { keys: 'F2', does: 'in the text: give it another name everywhere' },
  { keys: 'Shift Alt F', does: 'lay the text out' },
  { keys: '?', does: 'this help' },
];

const PANES: readonly PaneName[] = ['source', 'model', 'answers'];

export function useShortcuts({ help }: { readonly help: () => void }): void {
  const { document: text, saving } = useWorkbench();
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const control = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      const pane = /^Digit([123])$/.exec(event.code);
      if (event.altKey && !control && pane) {
        const name = PANES[Number(pane[1]) - 1];
        if (event.shiftKey && name !== 'answers') toggleDrawer(name);
        else focusPane(name);
      } else if (control && key === 's') void saving.now();
      else if (control && key === 'z' && !typing(event)) {
        if (event.shiftKey) text.redo();
        else text.undo();
      } else if (event.key === '?' && !control && !typing(event)) {
        if (!useSettings.getState().singleKeys) return;
        help();
      } else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [help, text, saving]);
}

function focusPane(pane: PaneName): void {
  showPane(pane);
  // Once it is there.
  requestAnimationFrame(() => {
    const place = document.getElementById(`pane-${pane}`);
    const inside = place?.querySelector<HTMLElement>('.cm-content, [data-autofocus]');
    (inside ?? place)?.focus();
  });
}

/** Where keys belong to what is being written. */
function typing({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}
