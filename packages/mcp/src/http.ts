import { randomUUID } from 'node:crypto';
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { expectOwn, isSecret, Refusal as HttpRefusal } from '@standoff/workbench/server';
import { Cases } from './cases.js';
import type { Desk } from './desk.js';
import { createServer } from './server.js';

/** Where it is served, and what lets a client in. */
export interface HttpOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** What a client sends as `Authorization: Bearer …`. */
  readonly token: string;
}

export interface RunningHttp {
  readonly address: string;
  close(): Promise<void>;
}

/** Larger requests are refused. */
const MOST_BYTES = 4_000_000;
/** With more clients the one that came first is let go. */
const MOST_SESSIONS = 32;

const PATH = '/mcp';

/** Serves clients on this machine, each that brings the token, over one set of cases. */
export async function serveHttp(
  desk: Desk,
  version: string,
  { port, token }: HttpOptions,
): Promise<RunningHttp> {
  const cases = new Cases(desk);
  const sessions = new Map<string, StreamableHTTPServerTransport>();
  const begin = async (): Promise<StreamableHTTPServerTransport> => {
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => {
        const [oldest] = sessions.keys();
        if (sessions.size >= MOST_SESSIONS) void sessions.get(oldest)?.close();
        sessions.set(id, transport);
      },
    });
    await createServer(cases, version).connect(transport);
    transport.onclose = chained(transport.onclose, () => {
      if (transport.sessionId !== undefined) sessions.delete(transport.sessionId);
    });
    return transport;
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    expectOwn(request.headers, portOf());
    if (request.url?.split('?')[0] !== PATH) throw new HttpRefusal(404, 'nothing is here');
    if (!isSecret(request.headers.authorization ?? '', `Bearer ${token}`))
      throw new HttpRefusal(401, 'the token is missing or wrong');
    const body = request.method === 'POST' ? await bodyOf(request) : undefined;
    const id = request.headers['mcp-session-id'];
    const known = typeof id === 'string' ? sessions.get(id) : undefined;
    if (id !== undefined && known === undefined) throw new HttpRefusal(404, 'no such session');
    await (known ?? (await begin())).handleRequest(request, response, body);
  };
  const server = createHttpServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      const status = error instanceof HttpRefusal ? error.status : 500;
      response.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' });
      response.end(
        JSON.stringify({
          jsonrpc: '2.0',
          error: {
            code: -32000,
            message: error instanceof HttpRefusal ? error.message : 'a fault',
          },
          id: null,
        }),
      );
    });
  });
  const portOf = (): number => (server.address() as AddressInfo).port;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${portOf()}${PATH}`,
    close: async () => {
      await Promise.all([...sessions.values()].map((one) => one.close()));
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function chained(first: (() => void) | undefined, second: () => void): () => void {
  return () => {
    first?.();
    second();
  };
}

/** @throws HttpRefusal */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new HttpRefusal(413, 'the request is too large');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    throw new HttpRefusal(400, 'the request is no JSON');
  }
}
