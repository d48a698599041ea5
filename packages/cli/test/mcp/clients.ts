import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { expect } from 'vitest';
import { SCRIPT } from '../apart.js';
import { call, conversation } from '../in-process.js';

/** A client of the server, and what a test does with it. */
export type Use = (client: Client) => Promise<void>;

/** Over standard input and output, the command running in this process. */
export async function overStdio(folder: string, use: Use, ...flags: string[]): Promise<void> {
  const { input, output, ended } = conversation(['mcp', folder, ...flags]);
  // That of the server does for a client too: it reads the lines of the one and writes those of the other.
  await connected(new StdioServerTransport(output, input), use);
  input.end();
  expect(await ended).toMatchObject({ status: 0, stderr: '' });
}

/** Over those of a process of its own, as assistants start it. */
export async function overStdioApart(folder: string, use: Use, ...flags: string[]): Promise<void> {
  await connected(
    new StdioClientTransport({
      command: process.execPath,
      args: [SCRIPT, 'mcp', folder, ...flags],
      stderr: 'inherit',
    }),
    use,
  );
}

/** Over HTTP, the command running in this process. */
export async function overHttp(folder: string, use: Use, ...flags: string[]): Promise<void> {
  const port = await freePort();
  let failed: unknown = null;
  const { status, stderr } = await call(['mcp', folder, '--port', String(port), ...flags], {
    whileOpen: async (stdout) => {
      const address = /http:\S+/.exec(stdout)![0];
      const token = /Bearer (\S+)/.exec(stdout)![1];
      await connected(
        new StreamableHTTPClientTransport(new URL(address), {
          requestInit: { headers: { Authorization: `Bearer ${token}` } },
        }) as Transport,
        use,
      ).catch((error: unknown) => {
        failed = error;
      });
    },
  });
  if (failed instanceof Error) throw failed;
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

async function connected(transport: Transport, use: Use): Promise<void> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  try {
    await use(client);
  } finally {
    await client.close();
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** What a tool answers, as text, and whether it is a refusal. */
export async function asked(
  client: Client,
  name: string,
  given: Record<string, unknown> = {},
): Promise<{ readonly text: string; readonly refused: boolean }> {
  const { content, isError } = await client.callTool({ name, arguments: given });
  const [first, ...more] = content as { type: string; text: string }[];
  expect(more).toEqual([]);
  return { text: first.text, refused: isError === true };
}

/** The same of one that answers with JSON, without the word on data. */
export async function data<T = Record<string, unknown>>(
  client: Client,
  name: string,
  given: Record<string, unknown> = {},
): Promise<T> {
  const { text } = await asked(client, name, given);
  return JSON.parse(text.slice(text.indexOf('\n') + 1)) as T;
}

/** The cases of the project. */
export const CASES = fileURLToPath(new URL('../../../../cases', import.meta.url));
