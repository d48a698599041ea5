import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node.js';
import type { ProtocolConnection, PublishDiagnosticsParams } from 'vscode-languageserver/node.js';
import { TextDocument } from 'langium';
import { formatSituation } from '../../src/parse.js';
import { startLanguageServer } from '../../src/serve.js';
import { CHICKEN } from './marked.js';

const uri = 'file:///chicken.standoff';
const textDocument = { uri };

describe('a client of the server', () => {
  let client: ProtocolConnection;
  const published: PublishDiagnosticsParams[] = [];

  beforeEach(async () => {
    const [up, down] = [new PassThrough(), new PassThrough()];
    startLanguageServer(
      createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)),
    );
    client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    client.listen();
    published.length = 0;
    client.onNotification('textDocument/publishDiagnostics', (one: PublishDiagnosticsParams) => {
      published.push(one);
    });
    await client.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { publishDiagnostics: {} } },
    });
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'standoff', version: 1, text: CHICKEN },
    });
  });

  afterEach(() => client.dispose());

  const lines = CHICKEN.split('\n');
  const worst = lines.findIndex((line) => line.startsWith('worst for Red'));
  const crash = { line: worst, character: lines[worst].indexOf('crash') + 1 };

  test('renames what is named at a place, and is told why where it cannot be', async () => {
    const renamed = (newName: string): Promise<unknown> =>
      client.sendRequest('textDocument/rename', { textDocument, position: crash, newName });
    const { changes } = (await renamed('disaster')) as {
      changes: Record<string, { newText: string }[]>;
    };
    expect(changes[uri].map(({ newText }) => newText)).toEqual(Array(3).fill('disaster'));
    await expect(renamed('Red')).rejects.toThrow(/Red/);
    await expect(renamed('two words')).rejects.toThrow(/name/);
  });

  test('lays the text out', async () => {
    const text = 'actor  A {option a}\n\n\n\nactor B';
    const other = { uri: 'file:///other.standoff' };
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { ...other, languageId: 'standoff', version: 1, text },
    });
    const edits = await client.sendRequest('textDocument/formatting', {
      textDocument: other,
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(TextDocument.applyEdits(TextDocument.create('', '', 1, text), edits as [])).toBe(
      formatSituation(text).text,
    );
  });

  test('asks what a name stands for, where it is given and used', async () => {
    const at = { textDocument, position: crash };
    expect(await client.sendRequest('textDocument/hover', at)).toMatchObject({
      contents: { kind: 'plaintext', value: 'scenario crash\nCrash' },
      range: { start: { line: worst } },
    });
    const given = lines.findIndex((line) => line.startsWith('scenario crash'));
    const here = { uri, range: { start: { line: given, character: 9 } } };
    expect(await client.sendRequest('textDocument/definition', at)).toMatchObject(here);
    const references = { ...at, context: { includeDeclaration: false } };
    expect(await client.sendRequest('textDocument/references', references)).toMatchObject([
      { range: { start: { line: worst } } },
      { range: { start: { line: worst + 1 } } },
    ]);
  });

  test('types, and is offered names and told of mistakes and how to mend them', async () => {
    const end = { line: lines.length - 1, character: 0 };
    const type = (version: number, text: string) =>
      client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: end, end }, text }],
      });
    await type(2, 'never Red.swreve');
    const position = { line: end.line, character: 'never Red.'.length };
    const items = await client.sendRequest('textDocument/completion', { textDocument, position });
    expect(items).toMatchObject([{ label: 'swerve', detail: 'Swerve' }]);
    await expect.poll(() => published.at(-1)?.version).toBe(2);
    expect(published[0].diagnostics).toEqual([]);
    const { diagnostics } = published.at(-1)!;
    expect(diagnostics).toMatchObject([{ code: 'unknown-name', severity: 1, source: 'standoff' }]);
    const actions = await client.sendRequest('textDocument/codeAction', {
      textDocument,
      range: diagnostics[0].range,
      context: { diagnostics },
    });
    expect(actions).toMatchObject([
      {
        kind: 'quickfix',
        diagnostics,
        edit: { changes: { [uri]: [{ newText: 'Red.swerve', range: diagnostics[0].range }] } },
      },
    ]);
  });

  test('asks for what a text has in it', async () => {
    const symbols = await client.sendRequest('textDocument/documentSymbol', { textDocument });
    expect(symbols).toMatchObject([
      { name: 'fang1993' },
      { name: 'Red', detail: 'Red driver', children: [{ name: 'swerve' }] },
      { name: 'Blue' },
      ...['s0', 's1', 's2', 's3', 'crash'].map((name) => ({ name })),
    ]);
    const folds = await client.sendRequest('textDocument/foldingRange', { textDocument });
    expect(folds).toContainEqual({ startLine: 3, endLine: 7 });
  });

  test('asks about a text that is not open, and is told nothing', async () => {
    const at = { textDocument: { uri: 'file:///other' }, position: crash };
    expect(await client.sendRequest('textDocument/hover', at)).toBeNull();
    expect(await client.sendRequest('textDocument/completion', at)).toEqual([]);
  });
});
