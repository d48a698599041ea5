import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import type { CallOptions, Run } from './in-process.js';

// The command in a process of its own. To start one takes longer than most answers: it is for what a process
// alone can show, such as signals, what a shell makes of its outputs, being killed, or two at once. All else calls
// the command, with `call` of in-process.ts.

/** What Node is started with. */
export const SCRIPT = path.join(inject('command'), 'standoff.js');

type Options = Pick<CallOptions, 'cwd' | 'env'> & { readonly input?: string };

export interface Interrupted extends Omit<Run, 'status'> {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Runs it to its end. */
export function runApart(args: readonly string[], options: Options = {}): Run {
  const { cwd = tmpdir(), input = '', env = {} } = options;
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '', ...env },
  });
  return { status, stdout, stderr };
}

/** How much is done is said on a terminal alone. */
const ON_TERMINAL = ['--import', 'data:text/javascript,process.stderr.isTTY = true'];

/** Runs it as on a terminal, and sends Ctrl-C once it says how much is done. */
export function interrupted(args: readonly string[], input = ''): Promise<Interrupted> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...ON_TERMINAL, SCRIPT, ...args], { cwd: tmpdir() });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part));
    child.stderr.once('data', () => child.kill('SIGINT'));
    child.on('close', (code, signal) => {
      resolve({ code, signal, stdout, stderr });
    });
    child.stdin.end(input);
  });
}
