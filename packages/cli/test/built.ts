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
  start(args: readonly string[], cwd: string): ReturnType<typeof spawn>;
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

export function buildCommand(): Built {
  const folder = mkdtempSync(path.join(tmpdir(), 'standoff-cli-'));
  cpSync(inject('command'), folder, { recursive: true });
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
    start: (args, cwd) => spawn(process.execPath, [script, ...args], { cwd }),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
