import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { SHELLS } from '../src/completion-script.js';
import { call } from './in-process.js';

it.each(SHELLS)('for %s names every command', async (shell) => {
  const { stdout, status } = await call(['completion', shell]);
  for (const word of ['check', 'analyse', 'analyze', 'explain', 'states', 'format', 'new'])
    expect(stdout).toContain(word);
  expect(status).toBe(0);
});

/** What is offered behind each line, in a folder with these files. */
const OFFERED = {
  'standoff an': 'analyse analyze',
  'standoff analyse --stab': '--stability',
  'standoff states --concept S': 'SEQ SIM SMR SSEQ',
  'standoff completion f': 'fish',
  'standoff schema ex': 'explain',
  'standoff check ca': 'case.standoff cases',
};

// One shell, the real one, for all lines.
it('is offered by bash', async () => {
  const place = mkdtempSync(path.join(tmpdir(), 'standoff-completion-'));
  try {
    mkdirSync(path.join(place, 'cases'));
    writeFileSync(path.join(place, 'case.standoff'), '');
    writeFileSync(path.join(place, 'catalogue.txt'), '');
    writeFileSync(path.join(place, 'completion'), (await call(['completion', 'bash'])).stdout);
    const asked = Object.keys(OFFERED).map(
      (line) =>
        `COMP_WORDS=(${line}); COMP_CWORD=${line.split(' ').length - 1}; _standoff; echo "\${COMPREPLY[*]}"`,
    );
    const script = ['source ./completion', ...asked].join('\n');
    const found = execFileSync('bash', ['-c', script], { cwd: place, encoding: 'utf8' });
    const offered = found
      .trimEnd()
      .split('\n')
      .map((words) => words.split(' ').sort().join(' '));
    expect(Object.fromEntries(Object.keys(OFFERED).map((line, k) => [line, offered[k]]))).toEqual(
      OFFERED,
    );
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});
