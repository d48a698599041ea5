import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { build } from 'esbuild';
import { vi } from 'vitest';

/** A script on a page, and what it prints. */
export interface Script {
  readonly script: string;
  readonly output: string;
}

/** Those of a page: each a block of JavaScript that a block of text follows. */
export function scriptsOf(page: string): readonly Script[] {
  return [...page.matchAll(/^```js\n(.*?)^```\n\n```text\n(.*?)^```/gms)].map(
    ([, script, output]) => ({ script, output }),
  );
}

/** What a script prints that is run in this process, with the packages as their sources are now. */
export async function printedBy(script: string): Promise<string> {
  const bundle = await build({
    stdin: { contents: script, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'esm',
    conditions: ['standoff-source'],
  });
  return printedByModule(bundle.outputFiles[0].text);
}

/** What a module prints while it is loaded that imports nothing but by whole addresses. */
export async function printedByModule(code: string): Promise<string> {
  let printed = '';
  const log = vi.spyOn(console, 'log').mockImplementation((...words: unknown[]) => {
    printed += `${format(...words)}\n`;
  });
  try {
    await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  } finally {
    log.mockRestore();
  }
  return printed;
}
