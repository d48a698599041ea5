import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import {
  DAMAGED,
  pdfOfForms,
  withWrongChecksum,
} from '../../evidence/test/reading/damaged-files.js';
import { FILES } from '../../evidence/test/reading/five-files.js';
import type { Run } from './in-process.js';
import { ownPlace } from './place.js';

const ENDINGS = { text: 'txt', markdown: 'md', html: 'html', pdf: 'pdf', docx: 'docx' } as const;

const place = ownPlace();

function read(name: string, bytes: Uint8Array): Promise<Run> {
  place.put(name, bytes);
  return place.run('read', name, '--json');
}

describe('texts given to the command', () => {
  // In a process of its own: nor does a library say anything.
  it('of each form are read, with their paragraphs', () => {
    const formats = Object.keys(ENDINGS) as (keyof typeof ENDINGS)[];
    const names = formats.map((format) => `dam.${ENDINGS[format]}`);
    for (const [k, name] of names.entries()) place.put(name, FILES[formats[k]]);
    const bundle = pathToFileURL(path.join(inject('command'), 'run.js')).href;
    const script = `import { run } from '${bundle}';
for (const name of ${JSON.stringify(names)}) process.exitCode ||= await run(['read', name, '--json']);`;
    place.put('read.mjs', script);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['read.mjs'], {
      cwd: place.folder,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(answers).toMatchObject(formats.map((format) => ({ text: { format, paragraphs: 5 } })));
  });

  it.each(DAMAGED)(
    '$what is refused with exit code 2 and the reason',
    async ({ name, bytes, code, says }) => {
      const { status, stdout } = await read(name, bytes);
      expect(status).toBe(2);
      const { message, hint, ...rest } = JSON.parse(stdout) as Record<string, string>;
      expect(rest).toMatchObject({ schema: 'standoff/error/2', code });
      expect(message).toContain(says);
      expect(hint).not.toBeNull();
    },
  );

  it('forms that double are stopped', async () => {
    const { status, stdout } = await read('forms.pdf', pdfOfForms(25, 2));
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ code: expect.stringMatching(/^too-/u) as string });
  });

  it('a damaged archive is read with a warning', async () => {
    const { status, stdout } = await read('wrong.docx', withWrongChecksum());
    expect(status).toBe(0);
    expect(stdout).toContain('The checksum of word/document.xml is wrong');
  });
});
