import { startLanguageServer } from '@standoff/language/serve';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';

// The page's lib knows no worker's scope; a worker posts and hears as a port does.
const port = self as unknown as MessagePort;
startLanguageServer(
  createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)),
);
