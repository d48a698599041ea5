import type { AnchoredText } from '@standoff/evidence/anchor';
import type { ConflictModel } from '@standoff/model';
import { Refusal } from '../refusal.js';
import { instructionsFor } from './instructions.js';
import { Proposal } from './proposal.js';
import { saidIn, statementsIn } from './server-answer.js';

/** A server of the OpenAI-compatible kind that drafts. */
export interface ModelServer {
  /** Its address, with or without /v1. */
  readonly url: string;
  /** The name of the model; the server's own choice when left out. */
  readonly model?: string | undefined;
  /** Ends the work on a part of the text, made anew for each: a server may be slow, or never end. */
  readonly patience: () => AbortSignal;
  readonly fetch: typeof fetch;
}

/** What a server proposed. */
export interface Drafted {
  readonly proposals: readonly Proposal[];
  /** How many things it said that are no proposals. */
  readonly unusable: number;
}

/** More than this of an answer is not read. */
const MOST_BYTES = 1_000_000;
/** Letters of the text in one request: what small models on a user's machine can take. */
const PART = 12_000;
/** More proposals than this are not taken from an answer. */
const MOST_PROPOSALS = 200;

/**
 * Asks a server for proposals from a text, part by part. What it answers is untrusted: nothing of it is
 * used but proposals, and these are still to be checked.
 * @throws Refusal where the server cannot be reached, is stopped, or answers nonsense
 */
export async function draftProposals(
  server: ModelServer,
  source: string,
  text: AnchoredText,
  model: ConflictModel,
): Promise<Drafted> {
  const proposals: Proposal[] = [];
  let unusable = 0;
  for (const part of partsOf(text)) {
    const said = statementsIn(await answerOf(server, instructionsFor(model), part), server.url);
    for (const one of said.slice(0, MOST_PROPOSALS)) {
      const given = typeof one === 'object' && one !== null ? { ...withoutNull(one), source } : one;
      const read = Proposal.safeParse(given);
      if (read.success) proposals.push(read.data);
      else unusable++;
    }
    unusable += Math.max(0, said.length - MOST_PROPOSALS);
  }
  return { proposals, unusable };
}

/** The paragraphs, a line each, in parts. */
function partsOf({ text, paragraphs }: AnchoredText): string[] {
  const parts: string[] = [];
  for (const { number, start, end } of paragraphs) {
    const line = `P${number} | ${text.slice(start, end)}\n`;
    if (parts.length > 0 && parts.at(-1)!.length + line.length <= PART)
      parts[parts.length - 1] += line;
    else parts.push(line);
  }
  return parts;
}

/** Models write null for what they leave out. */
function withoutNull(one: object): object {
  return Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null));
}

/**
 * Where a server of the kind is asked: its address may be given with the path of its interface or without.
 * @throws Refusal
 */
function askedAt(url: string): URL {
  const at = new URL(url);
  if (at.username !== '' || at.password !== '')
    throw new Refusal(
      'address',
      `the address of ${at.host} has a name or password in it`,
      'take them out: no key is sent to a server',
    );
  at.pathname = `${at.pathname.replace(/\/+$/, '').replace(/\/v1(?:\/chat\/completions)?$/, '')}/v1/chat/completions`;
  return at;
}

async function answerOf(
  { url, model, patience, fetch: ask }: ModelServer,
  system: string,
  user: string,
): Promise<string> {
  const signal = patience();
  const at = askedAt(url);
  try {
    const response = await ask(at, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      // A server may not lead the text on to another.
      redirect: 'manual',
      body: JSON.stringify({
        ...(model === undefined ? {} : { model }),
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: user },
        ],
        temperature: 0,
        stream: false,
      }),
      signal,
    });
    if (response.status >= 300 && response.status < 400)
      throw new Refusal(
        'server',
        `${url} leads on to another address, which is not followed`,
        'name the address that answers itself',
      );
    const body = await bodyOf(response, url);
    if (response.ok) return body;
    throw new Refusal(
      'server',
      `${url} answered with status ${response.status}${saidIn(body)}`,
      'some servers need a model: --model NAME; is this the address of its interface?',
    );
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (signal.aborted)
      throw new Refusal(
        'server-slow',
        `${url} did not end its answer in time`,
        'take a smaller model; nothing was changed',
      );
    throw new Refusal(
      'server',
      `${url} cannot be reached: ${causeOf(error)}`,
      'is the server running, and is this its address?',
    );
  }
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

async function bodyOf(response: Response, url: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MOST_BYTES)
      throw new Refusal(
        'server-too-long',
        `${url} answers more than ${MOST_BYTES / 1e6} MB`,
        'try another model; nothing was changed',
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
