import { tmpdir } from 'node:os';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { inject } from 'vitest';
import type { Io } from '../src/io.js';
import type { run as Command } from '../src/run.js';
import type {} from './build-command.js';

/** What came of a run. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CallOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer | AsyncIterable<Uint8Array>;
  readonly env?: Readonly<Record<string, string>>;
  /** For both outputs: as if somebody looked at a terminal so wide. */
  readonly columns?: number;
  /** Told all that is written, on either output, in its order. */
  readonly seen?: (text: string) => unknown;
  /** The folder of the workbench. */
  readonly app?: URL;
  /** What is done while `open` goes on, given what it has printed until then. */
  readonly whileOpen?: (stdout: string) => Promise<void>;
}

// The long fuzzing runs without vitest, and says where its bundle is.
const folder = pathToFileURL(`${process.env['STANDOFF_COMMAND'] ?? inject('command')}/`);
const { run } = (await import(new URL('run.js', folder).href)) as { run: typeof Command };

/** What worker threads run that go through the items of a question. */
export const SWEEP_WORKER = new URL('sweep-worker.js', folder);

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
    threads: folder,
    schemas: new URL('schemas/', folder),
    stopped: () => whileOpen?.(written.stdout) ?? Promise.resolve(),
  });
  return { status, ...written };
}

/** A command that goes on until its input ends, and what to talk with it over. */
export interface Conversation {
  readonly input: PassThrough;
  readonly output: PassThrough;
  /** Settles once it has ended. */
  readonly ended: Promise<Run>;
}

/** Runs the command in this process, to be talked with over its standard input and output. */
export function conversation(args: readonly string[]): Conversation {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const whileOpen = () => new Promise<never>(() => undefined);
  const ended = call(args, { input, whileOpen, seen: (text) => output.write(text) });
  return { input, output, ended };
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}
