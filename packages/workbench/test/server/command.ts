import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import { cookieFrom } from './served.js';
import { buildCommand, type Built } from '../../../cli/test/built.js';

/** The command as it is now, with a workbench beside it. */
export interface OpenCommand extends Built {
  /** Where the app has to lie, as `vite build` would put it. */
  readonly app: string;
  /** Starts `standoff open` and waits for its address. */
  open(args: readonly string[], options?: { readonly uid?: number }): Promise<Opened>;
}

export interface Opened {
  readonly process: ChildProcess;
  /** What it printed. */
  readonly line: string;
  readonly address: string;
  readonly port: number;
  /** Spends the code of the address, once: `name=value`. */
  cookie(): Promise<string>;
  readonly writable: boolean;
  /** All that it has said on standard error. */
  errors(): string;
  /** Sends a signal and waits for the end: the exit code, or the signal. */
  end(signal: NodeJS.Signals): Promise<number | string | null>;
}

export function buildOpenCommand(): OpenCommand {
  const built = buildCommand();
  return {
    ...built,
    app: path.join(built.folder, 'app'),
    open: (args, { uid } = {}) =>
      opened(
        spawn(process.execPath, [built.script, 'open', ...args, '--json'], {
          env: { ...process.env, XDG_STATE_HOME: path.join(built.folder, 'state') },
          ...(uid === undefined ? {} : { uid }),
        }),
      ),
  };
}

/** What `standoff open --json` says once it serves. */
export async function opened(child: ChildProcessWithoutNullStreams): Promise<Opened> {
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
  const { address, writable } = JSON.parse(line) as { address: string; writable: boolean };
  const { port } = new URL(address);
  let cookie: Promise<string> | undefined;
  return {
    process: child,
    line,
    address,
    port: Number(port),
    cookie: () => (cookie ??= cookieFrom(address)),
    writable,
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
