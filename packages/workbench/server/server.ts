import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import {
  CaseError,
  Changes,
  FILE_NAMES,
  mostBytes,
  type CaseFolder,
  type FileName,
} from '@standoff/case';
import { LARGEST_FILE } from '@standoff/evidence';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { withMetas, type App } from './app-files.js';
import { answerHeaders, expectOwn, expectPlainPath } from './guard.js';
import { Refusal, refusalOf } from './refusal.js';
import { RefusalLog } from './refusal-log.js';
import { Session } from './session.js';
import { addSource, readSource } from './source-texts.js';

export interface ServerOptions {
  readonly folder: CaseFolder;
  readonly app: App;
  /** Kept from start to start: by it an open page and the server know each other again. */
  readonly key: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Told of every refused request and of faults, one line each, without secrets. */
  readonly log: (line: string) => void;
}

export interface RunningServer {
  readonly port: number;
  /** With a code that serves once: for the reader only. */
  readonly address: string;
  close(): Promise<void>;
}

/** A browser has six for each of its pages; beyond this connections are closed as they come. */
const MOST_CONNECTIONS = 200;
/** Of the system: no more files can be open. */
const TOO_MANY = ['EMFILE', 'ENFILE'];
/** So often a line is sent to pages that listen, so that both ends notice when the other is gone. */
const PULSE = 15_000;

/**
 * Serves the app and one case on 127.0.0.1.
 * @throws Error with code EADDRINUSE where the port is taken
 */
export async function serveCase(options: ServerOptions): Promise<RunningServer> {
  const { app, folder, key } = options;
  const refused = new RefusalLog(options.log);
  const server = fastify({
    logger: false,
    forceCloseConnections: true,
    requestTimeout: 60_000,
    http: { headersTimeout: 10_000, maxHeaderSize: 16_384 },
    routerOptions: { maxParamLength: 200 },
    bodyLimit: 1_000,
    // Not HTTP at all: nothing of it is repeated.
    clientErrorHandler(error, socket) {
      if (error.code === 'ECONNRESET' || socket.destroyed) return;
      refused.tell(`refused a malformed request (${error.code})`);
      socket.end(bare('400 Bad Request'));
    },
    frameworkErrors: (error, request, reply) => refuse(error, request, reply as FastifyReply),
  });
  // What a form of another page could send is not read at all.
  server.removeContentTypeParser('text/plain');
  let session: Session | null = null;
  server.server.maxConnections = MOST_CONNECTIONS;
  server.server.on('checkExpectation', (_, answer: ServerResponse) => {
    refused.tell('refused an expectation');
    answer.writeHead(417, answerHeaders(null)).end();
  });
  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const { status, message } = plainly(error);
    const line = `refused ${request.method} ${loggable(request.url)}: ${status}, ${message}`;
    if (session?.accepts(request.headers.cookie)) options.log(line);
    else refused.tell(line);
    return reply
      .code(status)
      .headers(answerHeaders(null))
      .type('text/plain; charset=utf-8')
      .send(message);
  };
  server.setErrorHandler(refuse);
  server.setNotFoundHandler((request, reply) =>
    refuse(new Refusal(404, 'there is no such address'), request, reply),
  );
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers(answerHeaders(null));
    expectPlainPath(request.raw.url ?? '');
    // Before it is known at which port it listens nobody can ask.
    if (session === null) throw new Refusal(503, 'the server is starting');
    expectOwn(request.headers, session.port);
    const { url } = request.routeOptions;
    // Whoever may not ask is let show that it may.
    if (url === '/api/proof' || url === '/api/session') return undefined;
    const { code } = request.query as { readonly code?: unknown };
    const { cookie } = request.headers;
    if (request.method === 'GET' && url === '/' && typeof code === 'string') {
      if (session.exchange(code)) void reply.header('Set-Cookie', session.cookies(cookie));
      else if (!session.accepts(cookie))
        throw new Refusal(
          401,
          'this address is spent, or of an earlier start; “standoff open” gives a new one each time',
        );
      return reply.redirect('/', 303);
    }
    if (!session.accepts(cookie))
      throw new Refusal(401, 'this needs the address that “standoff open” printed, with its code');
    return undefined;
  });
  await app.addTo(server, (page, nonce) =>
    withMetas(page, { 'csp-nonce': nonce, 'served-case': folder.name, 'case-key': key }),
  );
  const changes = new Changes(folder);
  addProofs(server, () => session!);
  addFiles(server, folder, changes);
  addSources(server, folder);
  try {
    await server.listen({ host: '127.0.0.1', port: options.port });
  } catch (error) {
    changes.close();
    throw error;
  }
  const { port } = server.server.address() as AddressInfo;
  session = new Session(key, port);
  return {
    port,
    address: `http://127.0.0.1:${port}/?code=${session.code!}`,
    async close() {
      changes.close();
      refused.close();
      await server.close();
    },
  };
}

/** Server and page show each other that they have the key of the case, which neither sends. */
function addProofs(server: FastifyInstance, session: () => Session): void {
  server.get<{ Querystring: { word?: unknown } }>('/api/proof', (request) => {
    const { word } = request.query;
    if (typeof word !== 'string' || !/^[\w-]{22,100}$/.test(word))
      throw new Refusal(400, 'expected a word of 22 to 100 letters');
    const known = session().accepts(request.headers.cookie);
    return { proof: session().proof(word), ...(known ? {} : { word: session().challenge() }) };
  });
  server.post('/api/session', (request, reply) => {
    const { word, proof } = (request.body ?? {}) as { word?: unknown; proof?: unknown };
    if (typeof word !== 'string' || typeof proof !== 'string' || !session().proves(word, proof))
      throw new Refusal(401, 'not a page of this case');
    return reply.header('Set-Cookie', session().cookies(request.headers.cookie)).code(204).send();
  });
}

function addFiles(server: FastifyInstance, folder: CaseFolder, changes: Changes): void {
  server.get('/api/case', () => {
    const situation = folder.read('situation');
    if (situation === null) throw new Refusal(404, 'the situation is gone');
    const beside = FILE_NAMES.filter((name) => name !== 'situation').map((name) => {
      // A file beside it that cannot be used does not keep the situation from being opened.
      try {
        return [name, folder.read(name)] as const;
      } catch (error) {
        if (error instanceof CaseError) return [name, null] as const;
        throw error;
      }
    });
    const files = Object.fromEntries(beside.filter(([, file]) => file !== null));
    return {
      id: folder.id,
      name: folder.name,
      writable: folder.files.writable,
      files: { situation, ...files },
    };
  });

  for (const name of FILE_NAMES)
    server.put(
      `/api/files/${name}`,
      // In JSON a line end or a quote takes two bytes, so that the text may be half of it.
      { bodyLimit: 2 * mostBytes(name) + 1_000 },
      (request, reply) => {
        const { text, basedOn } = savedText(request.body, name);
        const result = folder.save(name, text, basedOn);
        changes.look();
        return reply.code(result.saved ? 200 : 409).send(result);
      },
    );

  server.get('/api/changes', (request, reply) => {
    const headers = { ...answerHeaders(null), 'Content-Type': 'text/event-stream' };
    if (request.method === 'HEAD') return reply.headers(headers).send();
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, headers);
    const send = (event: unknown): void => void stream.write(`data: ${JSON.stringify(event)}\n\n`);
    send(changes.versions);
    const stop = changes.subscribe((file, version) => send({ [file]: version }));
    const pulse = setInterval(() => stream.write(': still here\n\n'), PULSE);
    request.raw.on('close', () => {
      clearInterval(pulse);
      stop();
    });
    return undefined;
  });
}

function addSources(server: FastifyInstance, folder: CaseFolder): void {
  server.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );
  server.get<{ Params: { id: string } }>('/api/sources/:id', (request, reply) => {
    const text = readSource(folder, request.params.id);
    // No text is a plain answer, not a refusal.
    if (text === null) return reply.code(204).send();
    return reply
      .type('application/octet-stream')
      .header('Standoff-Name', encodeURIComponent(text.name))
      .send(text.bytes);
  });
  server.put<{ Params: { id: string }; Querystring: { name?: unknown } }>(
    '/api/sources/:id',
    { bodyLimit: LARGEST_FILE },
    (request) => {
      const { name } = request.query;
      if (typeof name !== 'string' || !Buffer.isBuffer(request.body))
        throw new Refusal(400, 'expected the bytes of a text and its name');
      return addSource(folder, request.params.id, path.basename(name), request.body);
    },
  );
}

function savedText(
  body: unknown,
  name: FileName,
): { readonly text: string; readonly basedOn: string | null } {
  const { text, basedOn } = (body ?? {}) as { readonly text?: unknown; readonly basedOn?: unknown };
  if (
    typeof text !== 'string' ||
    (basedOn !== null && (typeof basedOn !== 'string' || !/^[0-9a-f]{64}$/.test(basedOn)))
  )
    throw new Refusal(400, 'expected a text and the version that it is based on');
  // Half a character would be stored as another one.
  if (/\p{Surrogate}/u.test(text)) throw new Refusal(400, 'the text is not well-formed Unicode');
  if (Buffer.byteLength(text) > mostBytes(name))
    throw new Refusal(413, `a text may have ${mostBytes(name) / 1e6} MB at most`);
  return { text, basedOn };
}

/** An answer to what could not be read as a request. */
function bare(status: string): string {
  const headers = { ...answerHeaders(null), Connection: 'close', 'Content-Length': '0' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status}`, ...lines, '', ''].join('\r\n');
}

/** What may be told of an error: a fault of ours is told without its words. */
function plainly(error: unknown): { readonly status: number; readonly message: string } {
  if (error instanceof CaseError) return refusalOf(error);
  if (error instanceof Refusal) return error;
  const { statusCode, code } = error as { readonly statusCode?: number; readonly code?: string };
  if (code !== undefined && TOO_MANY.includes(code))
    return { status: 503, message: 'too many files are open on this machine; try again' };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return {
      status: statusCode,
      message:
        statusCode === 413
          ? 'the request is too large'
          : statusCode === 415
            ? 'a kind of content that is not read here'
            : 'malformed request',
    };
  return { status: 500, message: `a fault in standoff${code === undefined ? '' : ` (${code})`}` };
}

/** The path of an address: without its query, which may have a code, and without control characters. */
function loggable(address: string): string {
  const [path = ''] = address.split('?');

  return path.replace(/[\0-\x1f\x7f-\x9f]/g, '?').slice(0, 200);
}
