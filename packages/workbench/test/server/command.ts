import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inject } from 'vitest';
import { cookieFrom } from './served.js';
import { call, type Run } from '../../../cli/test/in-process.js';

/** A case that `standoff open` serves. */
interface Opened {
  /** What it printed. */
  readonly line: string;
  readonly address: string;
  readonly port: number;
  /** Spends the code of the address, once: `name=value`. */
  cookie(): Promise<string>;
  readonly writable: boolean;
}

/** By the command in this process. */
export interface OpenedHere extends Opened {
  /** Tells it to stop, and waits for that: the exit code, and all that it has said. */
  close(): Promise<Run>;
}

/** By a process of its own, for what only that can show: signals, being killed, another user, two at once. */
export interface OpenedApart extends Opened {
  readonly process: ChildProcess;
  /** All that it has said on standard error. */
  errors(): string;
  /** Sends a signal and waits for the end: the exit code, or the signal. */
  end(signal: NodeJS.Signals): Promise<number | string | null>;
}

/** Runs `standoff open` in this process, and waits for its address. */
export function openHere(
  args: readonly string[],
  { app, state }: { readonly app: string; readonly state: string },
): Promise<OpenedHere> {
  return new Promise((resolve, reject) => {
    const ended = call(['open', ...args, '--json'], {
      app: pathToFileURL(`${app}${path.sep}`),
      env: { XDG_STATE_HOME: state },
      whileOpen: (line) =>
        new Promise((stop) => {
          resolve({
            ...openedAs(line),
            close: () => {
              stop();
              return ended;
            },
          });
        }),
    });
    ended.then(
      ({ status, stderr }) => reject(new Error(`ended with ${status}: ${stderr}`)),
      reject,
    );
  });
}

/** The command as it is now in a folder of its own, where a workbench can be put beside it. */
export interface OpenCommand {
  readonly folder: string;
  /** Where the app has to lie, as `vite build` would put it. */
  readonly app: string;
  /** Starts `standoff open` in a process of its own, and waits for its address. */
  open(args: readonly string[], options?: { readonly uid?: number }): Promise<OpenedApart>;
  remove(): void;
}

export function buildOpenCommand(): OpenCommand {
  const folder = mkdtempSync(path.join(tmpdir(), 'standoff-cli-'));
  const app = path.join(folder, 'app');
  const built = path.join(inject('command'), 'app');
  cpSync(inject('command'), folder, { recursive: true, filter: (file) => file !== built });
  return {
    folder,
    app,
    open: (args, { uid } = {}) =>
      openedApart(
        spawn(process.execPath, [path.join(folder, 'standoff.js'), 'open', ...args, '--json'], {
          env: { ...process.env, XDG_STATE_HOME: path.join(folder, 'state') },
          ...(uid === undefined ? {} : { uid }),
        }),
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What a process with `standoff open --json` says once it serves. */
export async function openedApart(child: ChildProcessWithoutNullStreams): Promise<OpenedApart> {
  let errors = '';
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (errors += part));
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part;
      if (output.endsWith('\n')) resolve(output);
    });
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${output}${errors}`)));
  });
  return {
    ...openedAs(line),
    process: child,
    errors: () => errors,
    end: (signal) =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null)
          resolve(child.exitCode ?? child.signalCode);
        child.removeAllListeners('exit');
        child.on('exit', (code, by) => resolve(code ?? by));
        child.kill(signal);
      }),
  };
}

function openedAs(line: string): Opened {
  const { address, writable } = JSON.parse(line) as { address: string; writable: boolean };
  let cookie: Promise<string> | undefined;
  return {
    line,
    address,
    port: Number(new URL(address).port),
    cookie: () => (cookie ??= cookieFrom(address)),
    writable,
  };
}
