import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the command, bundled from its sources once for all tests. */
    command: string;
  }
}

/** The command, bundled from the sources as they are now, in a folder of its own. */
export interface Built {
  readonly folder: string;
  readonly script: string;
  run(args: readonly string[], options?: RunOptions): Run;
  /** Runs it as on a terminal, and sends Ctrl-C once it says how much is done. */
  interrupt(args: readonly string[], options?: RunOptions): Promise<Interrupted>;
  remove(): void;
}

interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Interrupted extends Omit<Run, 'status'> {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** How much is done is said on a terminal alone. */
const ON_TERMINAL = ['--import', 'data:text/javascript,process.stderr.isTTY = true'];

export function buildCommand(): Built {
  const folder = mkdtempSync(path.join(tmpdir(), 'standoff-cli-'));
  // Without the page: the tests that ask for one put it there.
  const page = path.join(inject('command'), 'app');
  cpSync(inject('command'), folder, { recursive: true, filter: (file) => file !== page });
  const script = path.join(folder, 'standoff.js');
  return {
    folder,
    script,
    run(args, { cwd = folder, input = '', env = {} } = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
        cwd,
        input,
        encoding: 'utf8',
        env: { ...process.env, FORCE_COLOR: '', ...env },
        maxBuffer: 1e9,
      });
      return { status, stdout, stderr };
    },
    interrupt: (args, { cwd = folder, input = '' } = {}) =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [...ON_TERMINAL, script, ...args], { cwd });
        let stdout = '';
        let stderr = '';
        child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part));
        child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part));
        child.stderr.once('data', () => child.kill('SIGINT'));
        child.on('close', (code, signal) => {
          resolve({ code, signal, stdout, stderr });
        });
        child.stdin.end(input);
      }),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
