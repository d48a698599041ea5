import type { RunningServer, ServerOptions } from './server.js';

export { AppMissing, readApp, type App } from './app-files.js';
export { keepAddress, keptAddress, stateFolder } from './kept-address.js';
export { expectOwn } from './guard.js';
export { Refusal } from './refusal.js';
export { isSecret } from './secret.js';
export { newSecret, proofOf } from './session.js';
export type { RunningServer, ServerOptions } from './server.js';

/**
 * Serves the app and one case on 127.0.0.1, as `serveCase` of `server.ts`. What it is made of is loaded
 * only now: commands that write files begin without it.
 */
export async function serveCase(options: ServerOptions): Promise<RunningServer> {
  return (await import('./server.js')).serveCase(options);
}
