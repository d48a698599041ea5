import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCRIPT } from './apart.js';

// A real editor as the client, which starts the server as a process; of Debian 12 it is 0.7, and any later one does.
const HERE = spawnSync('nvim', ['--version']).status === 0;

/** What Neovim does with an open file, told as lines of JSON. */
const script = (server: string): string => `
local function tell(what, value) io.stdout:write(vim.json.encode({ what = what, value = value }) .. '\\n') end
local id = vim.lsp.start_client({ name = 'standoff', cmd = { ${JSON.stringify(process.execPath)}, ${JSON.stringify(server)}, 'lsp' } })
vim.lsp.buf_attach_client(0, id)
local client = vim.lsp.get_client_by_id(id)
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end)
tell('diagnostics', vim.tbl_map(function(one) return { one.lnum, one.code } end, vim.diagnostic.get(0)))
local here = { textDocument = vim.lsp.util.make_text_document_params() }
local function ask(method, params) return client.request_sync(method, vim.tbl_extend('force', here, params), 20000, 0) end
tell('completion', vim.tbl_map(function(one) return one.label end, ask('textDocument/completion', { position = { line = 4, character = 22 } }).result))
tell('rename', ask('textDocument/rename', { position = { line = 1, character = 8 }, newName = 'Harbour' }).result)
tell('answer', ask('workspace/executeCommand', { command = 'standoff.ask', arguments = { here.textDocument.uri, 'briefing', vim.empty_dict() } }).err)
vim.lsp.stop_client(id)
vim.cmd('qa!')
`;

const TEXT = `situation "Harbour strike"
actor Port { option raise prefers { not raise } }
actor Union { option strike prefers { Port.raise } }
threat halt: Union.strike when not Port.raise by Union to Port
scenario peace = Port.rise
`;

describe.skipIf(!HERE)('in Neovim', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'standoff-nvim-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('mistakes are seen, names completed and changed, and a question answered or refused', () => {
    const file = path.join(folder, 'harbour.standoff');
    const lua = path.join(folder, 'try.lua');
    writeFileSync(file, TEXT);
    writeFileSync(lua, script(SCRIPT));
    const { stdout, stderr } = spawnSync(
      'nvim',
      ['--headless', '--clean', '-c', `luafile ${lua}`, file],
      { encoding: 'utf8', timeout: 60_000 },
    );
    const told = Object.fromEntries(
      stdout
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as { what: string; value: unknown })
        .map(({ what, value }) => [what, value]),
    );
    expect(stderr).not.toMatch(/Error/);
    expect(told['diagnostics']).toContainEqual([4, 'unknown-name']);
    expect(told['completion']).toContain('raise');
    expect(JSON.stringify(told['rename'])).toContain('"newText":"Harbour"');
    expect(JSON.stringify(told['answer'])).toContain('has errors');
  });

  test('the set-up of the documentation, pasted as it stands, marks mistakes', () => {
    const docs = readFileSync(new URL('../../../docs/editors.md', import.meta.url), 'utf8');
    const init = path.join(folder, 'init.lua');
    writeFileSync(init, /```lua\n([\s\S]*?)```/.exec(docs)![1]);
    const command = path.join(folder, 'standoff');
    writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${SCRIPT}" "$@"\n`);
    chmodSync(command, 0o755);
    const file = path.join(folder, 'pasted.standoff');
    writeFileSync(file, TEXT);
    const lua = path.join(folder, 'wait.lua');
    writeFileSync(
      lua,
      `vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end)
       io.stdout:write(vim.json.encode(vim.diagnostic.get(0)))
       vim.cmd('qa!')`,
    );
    const { stdout, stderr } = spawnSync(
      'nvim',
      ['--headless', '-u', init, '-c', `luafile ${lua}`, file],
      {
        encoding: 'utf8',
        timeout: 60_000,
        env: { ...process.env, PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}` },
      },
    );
    expect(stderr).not.toMatch(/Error/);
    expect(stdout).toContain('unknown-name');
  });
});
