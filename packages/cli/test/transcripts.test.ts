import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCRIPT } from './apart.js';
import { call } from './in-process.js';

/**
 * Runs docs/tutorial.md, docs/evidence.md, docs/reading-aid.md, docs/exchange.md, docs/report.md, docs/transcripts/*.md
 * and the page of each question, packages/questions/src/NAME/README.md. In a ```console block a line
 * "$ command" is run by bash, in a fresh folder for each page; what follows is its output, standard error included. "# exit 2" after the
 * output is the exit code, 0 where nothing is said. A line "…" stands for any lines.
 * A block that begins ```standoff NAME.standoff or ```text NAME.txt is first written to that file.
 *
 * UPDATE_TRANSCRIPTS=1 rewrites the pages with what the commands now say.
 */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const pages = [
  'docs/tutorial.md',
  'docs/report.md',
  'docs/evidence.md',
  'docs/reading-aid.md',
  'docs/exchange.md',
  ...['docs/transcripts', 'packages/questions/src'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.join(folder, name)),
  ),
];
const update = process.env['UPDATE_TRANSCRIPTS'] === '1';
const FENCE = /^```(?:console|(?:standoff|text) (\S+))\n([\s\S]*?)^```$/gm;

/** Where a shell finds the command. */
let bin: string;
beforeAll(() => {
  bin = mkdtempSync(path.join(tmpdir(), 'standoff-bin-'));
  const command = path.join(bin, 'standoff');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${SCRIPT}' "$@"\n`);
  chmodSync(command, 0o755);
});
afterAll(() => rmSync(bin, { recursive: true, force: true }));

describe.each(pages)('%s', (page) => {
  it('runs as written', async () => {
    const place = mkdtempSync(path.join(tmpdir(), 'standoff-transcript-'));
    try {
      const file = path.join(root, page);
      const text = readFileSync(file, 'utf8');
      let now = '';
      let last = 0;
      for (const { 0: block, 1: name, 2: body = '', index } of text.matchAll(FENCE)) {
        now += text.slice(last, index);
        last = index + block.length;
        if (name !== undefined) writeFileSync(path.join(place, name), body);
        now += name === undefined ? `\`\`\`console\n${await replay(body, place)}\`\`\`` : block;
      }
      now += text.slice(last);
      if (update) writeFileSync(file, now);
      else expect(now).toBe(text);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });
});

/** The body of a console block with the output of now; where that matches what is written, unchanged. */
async function replay(body: string, cwd: string): Promise<string> {
  let now = '';
  for (const part of body.split(/^(?=\$ )/m)) {
    const end = part.indexOf('\n');
    const command = part.slice(2, end);
    const written = part.slice(end + 1);
    const { output, status } = await outputOf(command, cwd);
    const all = `${output}${status === 0 ? '' : `# exit ${status}\n`}`;
    now += `$ ${command}\n${matches(written, all) ? written : all}`;
  }
  return now;
}

/** What follows on one another, each in a shell of its own. */
async function outputOf(command: string, cwd: string): Promise<Outcome> {
  let output = '';
  for (const part of command.split(' && ')) {
    const outcome = await outcomeOf(part, cwd);
    output += outcome.output;
    if (outcome.status !== 0) return { output, status: outcome.status };
  }
  return { output, status: 0 };
}

interface Outcome {
  readonly output: string;
  readonly status: number | null;
}

/** What needs no shell is run here: most of a run is the start of a process. */
async function outcomeOf(command: string, cwd: string): Promise<Outcome> {
  const words = wordsOf(command);
  if (words?.[0] === 'standoff') {
    let output = '';
    const { status } = await call(words.slice(1), { cwd, seen: (text) => (output += text) });
    return { output, status };
  }
  const { stdout, status } = spawnSync('bash', ['-c', `exec 2>&1; ${command}`], {
    cwd,
    encoding: 'utf8',
    env: {
      ...process.env,
      FORCE_COLOR: '',
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
    },
  });
  return { output: stdout, status };
}

/** Null: a shell has to make something of it. */
function wordsOf(command: string): string[] | null {
  const words = command.match(/'[^']*'|"[^"$`\\]*"|[\w./:=+,@#-]+/g) ?? [];
  return words.join(' ') === command
    ? words.map((word) => word.replace(/^(['"])(.*)\1$/, '$2'))
    : null;
}

function matches(written: string, output: string): boolean {
  const escaped = written
    .trimEnd()
    .split(/^…$/m)
    .map((part) => part.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^\\s*${escaped.join('[\\s\\S]*?')}\\s*$`).test(output);
}
