import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { call, conversation, type Conversation } from './in-process.js';

const CHICKEN = `situation "Chicken"

actor Red {
  option swerve "Swerve"
  prefers {
    swerve if not Blue.swerve
    Blue.swerve
    not swerve
  }
}
actor Blue {
  option swerve "Swerve"
  prefers {
    swerve if not Red.swerve
    Red.swerve
    not swerve
  }
}
never Red.swerve and Blue.swerve
scenario crash = not Red.swerve and not Blue.swerve
scenario way "Red gives way" = Red.swerve and not Blue.swerve
`;
const uri = 'file:///chicken.standoff';
const textDocument = { uri };

let server: Conversation;
let client: ProtocolConnection;

beforeAll(async () => {
  // As VS Code calls it.
  server = conversation(['lsp', '--stdio', '--clientProcessId=1']);
  client = createProtocolConnection(
    new StreamMessageReader(server.output),
    new StreamMessageWriter(server.input),
  );
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'standoff', version: 1, text: CHICKEN },
  });
});
afterAll(async () => {
  client.dispose();
  server.input.end();
  expect(await server.ended).toMatchObject({ status: 0, stderr: '' });
});

const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const lineOf = (words: string): number =>
  CHICKEN.split('\n').findIndex((line) => line.startsWith(words));

test('behind scenarios stands whether they would hold, behind rules what they remove', async () => {
  const hints: { position: { line: number }; label: string }[] = await client.sendRequest(
    'textDocument/inlayHint',
    { textDocument, range: whole },
  );
  const at = (words: string): string[] =>
    hints.filter(({ position }) => position.line === lineOf(words)).map(({ label }) => label);
  expect(at('never')).toEqual(['rules out 1 state']);
  expect(at('scenario crash')[0]).toMatch(/ways there: /);
  expect(at('scenario way')[0]).toMatch(/^holds /);
});

test('what is offered above a scenario is answered', async () => {
  const lenses: {
    range: { start: { line: number } };
    command: { title: string; arguments: [] };
  }[] = await client.sendRequest('textDocument/codeLens', { textDocument });
  const at = lenses.filter(({ range }) => range.start.line === lineOf('scenario way'));
  expect(at.map(({ command }) => command.title)).toEqual(['Why', 'What would change it']);
  for (const { command } of lenses) {
    const answer: { title: string; text: string; html: string } = await client.sendRequest(
      'workspace/executeCommand',
      { command: 'standoff.ask', arguments: command.arguments },
    );
    expect(answer.text).toContain('Chicken');
    expect(answer.html).toContain("default-src 'none'");
  }
});

test('every question that needs nothing more is answered, as the command answers it', async () => {
  const questions: { name: string }[] = await client.sendRequest('workspace/executeCommand', {
    command: 'standoff.questions',
  });
  const names = questions.map(({ name }) => name);
  expect(names).toContain('robustness');
  let answered = 0;
  for (const name of names.filter((one) => one !== 'compare')) {
    const told = client
      .sendRequest('workspace/executeCommand', {
        command: 'standoff.ask',
        arguments: [uri, name, {}],
      })
      .then((answer) => (answer as { text: string }).text.split('\n')[0])
      .catch((error: unknown) => (error as Error).message);
    const { status, stdout, stderr } = await call([name, '-'], { input: CHICKEN });
    if (status === 0) answered++;
    // What the command refuses is refused for the same reason.
    const [first] = (status === 0 ? stdout : stderr.replace('standoff: ', '')).split('\n');
    expect([name, await told]).toEqual([name, expect.stringContaining(first) as string]);
  }
  expect(answered).toBeGreaterThan(15);
});

test('each word has its kind', async () => {
  const { data }: { data: number[] } = await client.sendRequest(
    'textDocument/semanticTokens/full',
    {
      textDocument,
    },
  );
  // "situation" at the beginning, nine letters, a keyword.
  expect(data.slice(0, 5)).toEqual([0, 0, 9, 0, 0]);
  const lines = CHICKEN.split('\n');
  let [line, character] = [0, 0];
  for (let k = 0; k < data.length; k += 5) {
    const [down, along, length] = data.slice(k, k + 3);
    character = down === 0 ? character + along : along;
    line += down;
    expect(lines[line].slice(character, character + length).trim()).not.toBe('');
  }
  expect(line).toBe(lineOf('scenario way'));
});

test('a question of a text with errors is refused with the reason', async () => {
  const broken = 'file:///broken.standoff';
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: broken, languageId: 'standoff', version: 1, text: 'situation "B"\nactr' },
  });
  const ask = (...given: unknown[]): Promise<unknown> =>
    client.sendRequest('workspace/executeCommand', { command: 'standoff.ask', arguments: given });
  await expect(ask(broken, 'briefing', {})).rejects.toThrow(/has errors/);
  await expect(ask(uri, 'explain', { state: 'nowhere' })).rejects.toThrow(/nowhere/);
  await expect(ask('file:///other', 'briefing', {})).rejects.toThrow(/is not open/);
  await expect(ask(uri, 'nonsense', {})).rejects.toThrow(/no question "nonsense"/);
  expect(
    await client.sendRequest('textDocument/inlayHint', {
      textDocument: { uri: broken },
      range: whole,
    }),
  ).toEqual([]);
});

test('it ends with its input', async () => {
  const { input, ended } = conversation(['lsp']);
  input.end();
  expect(await ended).toMatchObject({ status: 0, stdout: '' });
});

test('a new name goes through all files of a case', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'standoff-rename-'));
  const text = CHICKEN.replace('actor Red', 'source gazette "G"\nactor Red @gazette:P1');
  const files = {
    'variants.json': { schema: 'standoff/variants/1', variants: [{ id: '00000000', text }] },
    'sources.json': { schema: 'standoff/sources/1', sources: [{ id: 'gazette', kept: 1 }] },
    'annotations.json': { items: [{ id: 'a', target: { source: 'gazette' } }] },
    'suggestions.json': { decisions: [{ source: 'gazette' }, { source: 'other' }] },
  };
  for (const [name, value] of Object.entries(files))
    writeFileSync(path.join(folder, name), JSON.stringify(value));
  const place = path.join(folder, 'chicken.standoff');
  writeFileSync(place, text);
  const address = pathToFileURL(place).href;
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: address, languageId: 'standoff', version: 1, text },
  });
  const rename = async (words: string, newName: string): Promise<Record<string, string>> => {
    const before = text.slice(0, text.indexOf(words)).split('\n');
    const { changes }: { changes: Record<string, { newText: string }[]> } =
      await client.sendRequest('textDocument/rename', {
        textDocument: { uri: address },
        position: { line: before.length - 1, character: before.at(-1)!.length },
        newName,
      });
    return Object.fromEntries(
      Object.entries(changes).map(([uri, edits]) => [path.basename(uri), edits[0].newText]),
    );
  };
  const actor = await rename('Red @gazette', 'Crimson');
  expect(Object.keys(actor).sort()).toEqual(['chicken.standoff', 'variants.json']);
  expect(actor['variants.json']).toContain('scenario crash = not Crimson.swerve');
  expect(actor['variants.json']).not.toMatch(/\bRed[.\s](?!gives)/);
  const source = await rename('gazette "G"', 'herald');
  expect(Object.keys(source).sort()).toEqual([...Object.keys(files), 'chicken.standoff'].sort());
  for (const name of Object.keys(files)) expect(source[name]).not.toContain('gazette');
  expect(source['suggestions.json']).toContain('other');
  rmSync(folder, { recursive: true });
});
