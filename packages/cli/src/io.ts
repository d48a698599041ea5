import path from 'node:path';
import type { App } from '@standoff/workbench/server';
import type { Input, Output } from './given.js';

/**
 * What one run of the command has of the world around it. The command knows the process through this
 * alone, so that it can be run several times in one process, by tests for example.
 */
export interface Io {
  /** The folder from which names of files are meant. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether JSON is laid out for people; on one line where it is not. */
  readonly pretty?: boolean;
  /** The folder of the scripts that worker threads run, as `bundle.js` writes them. */
  readonly threads: URL;
  /** The folder of the JSON Schemas. */
  readonly schemas: URL;
  /** The folder of the workbench as it was built, or one that is made as it is asked for. */
  readonly app: URL | App;
  /** Settles when a command that goes on until it is stopped is to stop. */
  stopped(): Promise<void>;
}

/** The place of a file. What is said to the user has the name as it was given. */
export function placeOf({ cwd }: Io, file: string): string {
  return path.resolve(cwd, file);
}
