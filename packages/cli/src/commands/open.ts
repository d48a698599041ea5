import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CaseFolder, codeOf } from '@standoff/case';
import type { Count } from '@standoff/model';
import {
  AppMissing,
  keepAddress,
  keptAddress,
  newSecret,
  readApp,
  serveCase,
  stateFolder,
  type App,
  type RunningServer,
} from '@standoff/workbench/server';
import { EXIT, Failure, usage } from '../failure.js';
import { placeOf, type Io } from '../io.js';
import { readSituationText } from '../situation-file.js';
import { print, printAnswer, warn } from '../terminal.js';

/** The one line that `standoff open --json` prints: where the case is served, and by which process. */
export interface OpenAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/open/2';
  /** With the code that lets the browser in. */
  readonly address: string;
  /** The number of the process that serves it. */
  readonly pid: Count;
  /** Whether changes can be saved. */
  readonly writable: boolean;
}

interface OpenFlags {
  readonly port?: number;
  readonly browser: boolean;
  readonly json?: true;
}

/** `standoff open`: serves the workbench until it is told to stop. */
export async function open(io: Io, argument: string, flags: OpenFlags): Promise<number> {
  const folder = await caseFolder(io, argument);
  const server = await listen(io, folder, workbench(io), flags.port);
  const { address } = server;
  const { writable } = folder.files;
  if (flags.json)
    printAnswer<OpenAnswer>(io, {
      schema: 'standoff/open/2',
      address,
      pid: process.pid,
      writable,
    });
  else {
    print(io, `${folder.name} is open in the workbench, for you alone, at`);
    print(io, `  ${address}`);
    print(io, 'Changes are saved as you make them. Ctrl-C ends it.');
  }
  if (!writable)
    warn(
      io,
      `standoff: the folder ${folder.files.path} may not be written to; changes cannot be saved`,
    );
  if (flags.browser && !flags.json && io.stdout.isTTY) showInBrowser(address);
  await io.stopped();
  await server.close();
  return EXIT.fine;
}

/** The case that the argument stands for. One that has errors is opened all the same. */
async function caseFolder(io: Io, argument: string): Promise<CaseFolder> {
  if (argument === '-')
    throw usage(
      'no-folder',
      'a situation from standard input cannot be opened: there is no file to save it to',
      'name the file, or the folder that holds it',
    );
  const { path: file } = await readSituationText(io, argument);
  return new CaseFolder(placeOf(io, file!));
}

/** The workbench as it was built, where it is not made as it is asked for. */
function workbench({ app }: Io): App {
  if (!(app instanceof URL)) return app;
  try {
    return readApp(fileURLToPath(app));
  } catch (error) {
    if (!(error instanceof AppMissing)) throw error;
    throw new Failure(EXIT.internal, 'not-built', error.message, {
      hint: 'in the repository run: npm run build',
    });
  }
}

/** At the port that is asked for; or where the case was before; or at any that is free. */
async function listen(
  io: Io,
  folder: CaseFolder,
  app: App,
  port: number | undefined,
): Promise<RunningServer> {
  const state = stateFolder(io.env);
  const kept = keptAddress(state, folder.id);
  const key = kept?.key ?? newSecret();
  const log = (line: string): void => warn(io, `standoff: ${line}`);
  const serve = (at: number): Promise<RunningServer> =>
    serveCase({ folder, app, key, port: at, log });
  let server: RunningServer;
  try {
    server = await serve(port ?? kept?.port ?? 0);
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    if (port !== undefined)
      throw usage(
        'port',
        `port ${port} ${code === 'EACCES' ? 'may not be used' : 'is in use'}`,
        'name another one, or leave --port out',
      );
    server = await serve(0);
  }
  keepAddress(state, folder.id, { port: server.port, key });
  return server;
}

/** Shows an address in the reader's browser. Where there is none, the address has been printed. */
function showInBrowser(address: string): void {
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '""']
        : ['xdg-open'];
  const child = spawn(program, [...args, address], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
