import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { call, type Run } from './in-process.js';

/** A folder, and what is done in it. */
export interface Place {
  readonly folder: string;
  /** The whole path of what lies in it. */
  at(name: string): string;
  /** Writes a file, with the folders that it lies in: its whole path. */
  put(name: string, content: string | Uint8Array): string;
  get(name: string): string;
  /** Runs the command there. */
  run(...args: readonly string[]): Promise<Run>;
}

/** A new folder for each test of the file that calls this, as it is filled; it is taken away behind it. */
export function ownPlace(fill: (place: Place) => void = () => undefined): Place {
  let folder = '';
  const at = (name: string): string => path.join(folder, name);
  const place: Place = {
    get folder() {
      return folder;
    },
    at,
    put(name, content) {
      mkdirSync(path.dirname(at(name)), { recursive: true });
      writeFileSync(at(name), content);
      return at(name);
    },
    get: (name) => readFileSync(at(name), 'utf8'),
    run: (...args) => call(args, { cwd: folder }),
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'standoff-test-'));
    fill(place);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return place;
}
