import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CODES } from '../src/diagnostics.js';
import type { CodeInfo } from '../src/diagnostics.js';
import { parseSituation } from '../src/parse.js';
import { SEVERITIES, type Code } from '../src/severities.js';

const PAGE = new URL('../../../docs/diagnostics.md', import.meta.url);
const all = Object.entries(CODES) as [Code, CodeInfo][];

describe('every code has an example that yields exactly it', () => {
  test.each(all.filter(([, info]) => info.example !== ''))('%s', (code, info) => {
    const { model, diagnostics } = parseSituation(info.example);
    expect(diagnostics.map((d) => d.code)).toEqual([code]);
    expect(diagnostics[0].severity).toBe(SEVERITIES[code]);
    expect(diagnostics[0].message).not.toMatch(/[.:]$|undefined|null/);
    expect(model === null).toBe(SEVERITIES[code] === 'error');
  });
});

/** The page, from the list in src/diagnostics.ts. */
function page(): string {
  const entries = all.map(([code, { meaning, example }]) => {
    const visible = !/[\u0000\ufffd\u202e]/.test(example) && example !== '';
    const block = visible ? `\n\`\`\`\n${example.trimEnd()}\n\`\`\`\n` : '';
    return `## ${code}\n\n_${SEVERITIES[code]}._ ${meaning}\n${block}`;
  });
  return `# Diagnostics of the language

What \`standoff check\` may say about a text, by the code in brackets. Each example gives exactly that message.
This page is written from packages/language/src/diagnostics.ts by
\`STANDOFF_WRITE=1 npx vitest run packages/language/test/diagnostics.test.ts\`; messages about what a situation
_means_ (an option that can never be taken, say) come from the analysis and stand at the end, written by hand.

${entries.join('\n')}`;
}

test('docs/diagnostics.md is the list', () => {
  const parts = (): string[] =>
    readFileSync(PAGE, 'utf8').split(/\n(?=## What a situation means\n)/);
  if (process.env.STANDOFF_WRITE) writeFileSync(PAGE, [page(), ...parts().slice(1)].join('\n'));
  expect(parts()).toEqual([page(), expect.any(String)]);
});
