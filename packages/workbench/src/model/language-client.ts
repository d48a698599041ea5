import { autocompletion } from '@codemirror/autocomplete';
import {
  findReferencesKeymap,
  formatKeymap,
  hoverTooltips,
  jumpToDefinitionKeymap,
  LSPClient,
  renameKeymap,
  serverCompletion,
} from '@codemirror/lsp-client';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { withBeside } from '../document/document.js';
import { renamingBeside } from '../document/renaming.js';
import type { Workbench } from '../workbench.js';
import type { FromLanguage } from './language-worker.js';

/** The one text that an editor shows; the server never looks for a file. */
const ADDRESS = 'standoff:situation';

/**
 * The server is a worker of this page, which answers or has ended with its editor: a limit would only
 * make a complaint, which nobody can catch, of a busy machine. The longest that a timer waits, in milliseconds.
 */
const PATIENCE = 2 ** 31 - 1;

/**
 * Words and names as one types, what stands under the pointer, the place where a name is given (F12)
 * and those where it is used (Shift F12), another name for it everywhere (F2), the text laid out
 * (Shift Alt F), from a server in a worker. Diagnostics come with the answers, and are not asked for
 * here.
 */
export function languageServices(workbench: Workbench): {
  readonly extension: Extension;
  close(): void;
} {
  const worker = new Worker(new URL('./language-worker.ts', import.meta.url), {
    type: 'module',
    name: 'language',
  });
  const heard = new Map<(message: string) => void, (event: MessageEvent) => void>();
  let renaming: FromLanguage['renaming'] | null = null;
  const client = new LSPClient({ timeout: PATIENCE }).connect({
    // The client speaks in strings, the worker in objects.
    send: (message) => worker.postMessage(JSON.parse(message)),
    subscribe(handler) {
      const listener = ({ data }: MessageEvent<FromLanguage | object>): void => {
        if ('renaming' in data) renaming = data.renaming;
        else handler(JSON.stringify(data));
      };
      heard.set(handler, listener);
      worker.addEventListener('message', listener);
    },
    unsubscribe(handler) {
      worker.removeEventListener('message', heard.get(handler)!);
      heard.delete(handler);
    },
  });
  const { workspace } = client;
  const update = workspace.updateFile.bind(workspace);
  workspace.updateFile = (uri, spec) => {
    const beside =
      spec.userEvent === 'rename' && renaming
        ? renamingBeside(workbench, renaming.named, renaming.to)
        : null;
    update(uri, beside ? withBeside(spec, beside) : spec);
  };
  return {
    extension: [
      client.plugin(ADDRESS, 'standoff'),
      autocompletion(),
      serverCompletion(),
      hoverTooltips(),
      keymap.of([
        ...jumpToDefinitionKeymap,
        ...findReferencesKeymap,
        ...renameKeymap,
        ...formatKeymap,
      ]),
    ],
    close() {
      const stop = (): void => {
        client.disconnect();
        worker.terminate();
      };
      // What has been asked is answered first: the client would complain of a server that is silent.
      client.initializing.then(() => client.request('shutdown', null)).then(stop, stop);
    },
  };
}
