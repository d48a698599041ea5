import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { inject } from 'vitest';
import type { Io } from '../src/io.js';
import type { run as Command } from '../src/run.js';
import type { Run } from './built.js';

export interface CallOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer | AsyncIterable<Uint8Array>;
  readonly env?: Readonly<Record<string, string>>;
  /** For both outputs: as if somebody looked at a terminal so wide. */
  readonly columns?: number;
  /** Told all that is written, on either output, in its order. */
  readonly seen?: (text: string) => void;
  /** The folder of the worker scripts; needed by models that are large enough for threads. */
  readonly threads?: URL;
  /** The folder of the workbench. */
  readonly app?: URL;
  /** What is done while `open` goes on, given what it has printed until then. */
  readonly whileOpen?: (stdout: string) => Promise<void>;
}

// The long fuzzing runs without vitest, and says where its bundle is.
const folder = pathToFileURL(`${process.env['STANDOFF_COMMAND'] ?? inject('command')}/`);
const { run } = (await import(new URL('run.js', folder).href)) as { run: typeof Command };

/** Runs the command, as it is bundled, in this process. */
export function call(args: readonly string[], options?: CallOptions): Promise<Run> {
  return callWith(run, args, options);
}

/** The same with a `run` of its own: one of which a part is put in by the test. */
export async function callWith(
  command: typeof Command,
  args: readonly string[],
  options: CallOptions = {},
): Promise<Run> {
  const { cwd = tmpdir(), input = '', env = {}, columns, seen, whileOpen } = options;
  const written = { stdout: '', stderr: '' };
  const output = (to: keyof typeof written): Io['stdout'] => ({
    write: (text) => {
      written[to] += text;
      seen?.(text);
    },
    ...(columns === undefined ? {} : { isTTY: true, columns }),
  });
  const status = await command(args, {
    cwd,
    env,
    stdin: typeof input === 'string' || Buffer.isBuffer(input) ? once(Buffer.from(input)) : input,
    stdout: output('stdout'),
    stderr: output('stderr'),
    app: options.app ?? new URL('../dist/app/', import.meta.url),
    threads: options.threads ?? folder,
    schemas: new URL('schemas/', folder),
    stopped: () => whileOpen?.(written.stdout) ?? Promise.resolve(),
  });
  return { status, ...written };
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}
