import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DAMAGED,
  pdfOfForms,
  withWrongChecksum,
} from '../../evidence/test/reading/damaged-files.js';
import { FILES } from '../../evidence/test/reading/five-files.js';
import { buildCommand, type Built, type Run } from './built.js';
import { call } from './in-process.js';

const ENDINGS = { text: 'txt', markdown: 'md', html: 'html', pdf: 'pdf', docx: 'docx' } as const;

let built: Built;
let folder: string;
beforeAll(() => {
  built = buildCommand();
  folder = mkdtempSync(path.join(tmpdir(), 'standoff-texts-'));
});
afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true, force: true });
});

function read(name: string, bytes: Uint8Array): Promise<Run> {
  writeFileSync(path.join(folder, name), bytes);
  return call(['read', name, '--json'], { cwd: folder });
}

describe('texts given to the command', () => {
  // In a process of its own: nor does a library say anything.
  it.each(Object.entries(ENDINGS))('%s is read, with its paragraphs', (format, ending) => {
    const name = `dam.${ending}`;
    writeFileSync(path.join(folder, name), FILES[format as keyof typeof FILES]);
    const { status, stdout, stderr } = built.run(['read', name, '--json'], { cwd: folder });
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ text: { format, paragraphs: 5 } });
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
