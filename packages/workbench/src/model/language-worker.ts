import { startLanguageServer } from '@standoff/language/serve';
import { namedAt, type Named } from '@standoff/language/edit';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';

/** What the worker says beside the protocol, before it answers. */
export interface FromLanguage {
  readonly renaming: { readonly named: Named; readonly to: string };
}

// The page's lib knows no worker's scope; a worker posts and hears as a port does.
const port = self as unknown as MessagePort;
startLanguageServer(
  createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)),
  [
    {
      capabilities: {},
      register: () => undefined,
      // The page has the files beside the text, and changes them in one step with it.
      renamed: (document, offset, to) => {
        const named = namedAt(document.getText(), offset);
        if (named !== null) port.postMessage({ renaming: { named, to } } satisfies FromLanguage);
        return {};
      },
    },
  ],
);
