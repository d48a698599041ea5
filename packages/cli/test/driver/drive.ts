import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Option } from 'commander';
import fc from 'fast-check';
import { call, type Run } from '../in-process.js';
import { schemaFaults } from '../schema-faults.js';
import { callOf, FILES, takesJson, type Callable } from './arguments.js';
import { anyText } from './situations.js';
import { watchWrites } from './watch-writes.js';

/** A situation, what lies beside it, and a call. */
export interface Drive {
  readonly text: string;
  readonly beside: 'nothing' | 'a text' | 'broken files';
  readonly words: readonly string[];
}

export function driveOf(callable: Callable): fc.Arbitrary<Drive> {
  return anyText.chain((text) =>
    fc.record({
      text: fc.constant(text),
      beside: fc.constantFrom('nothing', 'nothing', 'a text', 'broken files'),
      words: callOf(callable, text),
    }),
  );
}

const ARTICLE = `The ferry

By R. Example, 27 April 2018

The minister warned that the line will close unless the mayor pays by 1 May 2018.

"We will never pay", the mayor of Northport said. The union demands that both sign.
`;

/** Messages on standard error beside an answer. */
const REMARK = new RegExp(
  [
    '\\d+ warnings?; to see: standoff check .+',
    'the texts are left out: .+',
    '\\d+ things? in sources\\.json or annotations\\.json not understood and left out; .+',
    '\\w+: .+; to see: standoff source check .+',
    'to lay them out: standoff format --write',
    'standoff: refused .+',
  ]
    .map((line) => `^${line}$`)
    .join('|'),
);

/** These say with 1 that something was found, not that there is no answer. */
const FINDING: readonly (readonly [command: string, option: string])[] = [
  ['check', '--strict'],
  ['format', '--check'],
  ['source check', ''],
  ['report', '--verify'],
];

/** Why a model that is accepted may have no answer; see docs/cli.md. */
const NO_ANSWER = ['too-large', 'not-two-decision-makers'];

/** Runs commands in a folder of its own and looks at all that is promised of every one of them. */
export class Driver {
  readonly #root = mkdtempSync(path.join(tmpdir(), 'standoff-driver-'));
  readonly #place = path.join(this.#root, 'place');
  readonly #elsewhere: string[] = [];
  /** sources.json with the article in it. */
  #records = '';

  constructor() {
    watchWrites((place) => {
      if (!`${place}${path.sep}`.startsWith(this.#place + path.sep)) this.#elsewhere.push(place);
    });
  }

  close(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }

  /** What is wrong with one call, a line each; none: nothing. */
  async faults(callable: Callable, drive: Drive): Promise<string[]> {
    const { words } = drive;
    const text = await this.#run(drive, words);
    const faults = [...faultsOf(callable, text, false), ...this.#writes()];
    const again = await this.#run(drive, words);
    if (!same(text, again)) faults.push('another answer the second time');
    if (!takesJson(callable)) return faults;
    const json = await this.#run(drive, withJson(callable, words));
    faults.push(...faultsOf(callable, json, true), ...this.#writes());
    const document = parsed(json.stdout);
    if (document === null) faults.push(`no JSON: ${json.stdout.slice(0, 200)}`);
    // What --csl prints is a list for other programs, by their schema.
    else if (!words.includes('--csl') || !Array.isArray(document))
      faults.push(...(await schemaFaults(document)));
    if (text.status !== json.status && !excludesJson(callable, words))
      faults.push(`exit ${text.status} as text, ${json.status} as JSON`);
    if (json.status === 1 && !(await this.#mayEndWithOne(callable, drive, document)))
      faults.push('exit 1 though check accepts the text');
    return faults;
  }

  async #run(drive: Drive, words: readonly string[]): Promise<Run> {
    await this.#lay(drive);
    this.#elsewhere.length = 0;
    return call(words, {
      cwd: this.#place,
      input: drive.text,
      env: { XDG_STATE_HOME: path.join(this.#place, 'state') },
    });
  }

  /** The files as they are before each call. */
  async #lay({ text, beside }: Drive): Promise<void> {
    const inCase = (name: string, content: string): void => {
      writeFileSync(path.join(this.#place, FILES.case, name), content);
    };
    const clean = (): void => {
      rmSync(this.#place, { recursive: true, force: true });
      mkdirSync(path.join(this.#place, FILES.case, 'sources'), { recursive: true });
      writeFileSync(path.join(this.#place, FILES.text), ARTICLE);
    };
    if (this.#records === '') {
      clean();
      inCase('s.standoff', 'situation "S"\nsource src "T"\n');
      const { status, stderr } = await call(['source', 'add', FILES.case, 'src', FILES.text], {
        cwd: this.#place,
      });
      if (status !== 0) throw new Error(`the source cannot be added: ${stderr}`);
      this.#records = readFileSync(path.join(this.#place, FILES.case, 'sources.json'), 'utf8');
    }
    clean();
    writeFileSync(path.join(this.#place, FILES.situation), text);
    if (beside === 'a text') {
      inCase('sources.json', this.#records);
      inCase('sources/src.txt', ARTICLE);
    } else if (beside === 'broken files') {
      inCase('sources.json', '{ "sources": [');
      inCase('annotations.json', '[]');
    }
  }

  #writes(): string[] {
    return [...new Set(this.#elsewhere)].map((place) => `writes to ${place}`);
  }

  async #mayEndWithOne({ name }: Callable, drive: Drive, document: unknown): Promise<boolean> {
    const { words } = drive;
    if (
      FINDING.some(
        ([command, option]) => name === command && (option === '' || said(words, option)),
      )
    )
      return true;
    const { code = '' } = (document ?? {}) as { readonly code?: string };
    if (NO_ANSWER.includes(code)) return true;
    // The article is no situation.
    const article = words.some((word) => word === FILES.text || word.endsWith(`=${FILES.text}`));
    if ((code === 'model-errors' || name === 'check') && article) return true;
    // What lies beside it is no part of the text.
    if (drive.beside === 'broken files') return true;
    return (await this.#run(drive, ['check', FILES.situation])).status !== 0;
  }
}

/** What no answer of any command may be. */
function faultsOf({ name }: Callable, { status, stdout, stderr }: Run, json: boolean): string[] {
  const faults: string[] = [];
  const how = json ? ' (JSON)' : '';
  if (status !== 0 && status !== 1 && status !== 2) faults.push(`exit ${String(status)}${how}`);
  const both = stdout + stderr;
  if (/internal error|"code": "internal"|^\s+at .+:\d+:\d+\)?$/m.test(both))
    faults.push(`internal error${how}: ${both.slice(0, 400)}`);
  const nonsense = /\b(undefined|NaN)\b|\[object Object\]/.exec(both);
  if (nonsense && name !== 'schema' && name !== 'completion')
    faults.push(`"${nonsense[0]}"${how}: ${around(both, nonsense.index)}`);
  if (status === 2 && !json && stdout !== '')
    faults.push(`wrong usage, and yet an answer: ${stdout.slice(0, 200)}`);
  const said = stderr.split('\n').slice(0, -1);
  const failed = status !== 0 && !json;
  const documented =
    said.every((line) => REMARK.test(line)) ||
    (failed &&
      (/^standoff: .+/.test(said[0])
        ? said.slice(1).every((line) => line.startsWith('  '))
        : /: \d+ errors?\b/.test(said.at(-1)!)));
  if (!documented) faults.push(`on standard error${how}: ${stderr.slice(0, 400)}`);
  return faults;
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 60), at + 60);
}

function same(a: Run, b: Run): boolean {
  return (
    a.status === b.status &&
    steady(a.stdout) === steady(b.stdout) &&
    steady(a.stderr) === steady(b.stderr)
  );
}

/** Without the port and the code of a server, which are new each time. */
function steady(text: string): string {
  return text.replace(/127\.0\.0\.1:\d+\/\?code=[\w-]+/g, '');
}

/** Whether the call is one that cannot be answered in JSON. */
function excludesJson({ command }: Callable, words: readonly string[]): boolean {
  const conflicting = command.options.filter((option) =>
    (option as Option & { conflictsWith: string[] }).conflictsWith.includes('json'),
  );
  return (
    conflicting.some(({ long }) => said(words, long!)) ||
    words.includes('--out=-') ||
    words[words.indexOf('--out') + 1] === '-'
  );
}

/** Before what is given, since after "--" no option is one. */
function withJson({ name }: Callable, words: readonly string[]): string[] {
  const called = name.split(' ').length;
  return [...words.slice(0, called), '--json', ...words.slice(called)];
}

function said(words: readonly string[], option: string): boolean {
  return words.some((word) => word === option || word.startsWith(`${option}=`));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
