const encoder = new TextEncoder();

/**
 * Makes sure that whoever answers is the server of this case, and shows it that this is a page of the
 * case: each signs a word that the other has thought up with the key that came with the page, which
 * neither sends. Another program that has taken the port is told nothing.
 */
export class ServerProof {
  readonly #key: Promise<CryptoKey>;

  constructor(key: string) {
    this.#key = crypto.subtle.importKey(
      'raw',
      encoder.encode(key),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
  }

  /** @throws Error in words for the reader where it is not */
  async expectServer(): Promise<void> {
    const mine = base64url(crypto.getRandomValues(new Uint8Array(32)));
    const answer = await ask(`api/proof?word=${mine}`);
    const given: unknown = answer.ok ? await answer.json().catch(() => null) : null;
    const { proof, word } = (given ?? {}) as { proof?: unknown; word?: unknown };
    if (proof !== (await this.#proofOf('server', mine)))
      throw new Error('another program answers at this address; nothing was sent to it');
    // A server that was started anew gives this page its cookie again.
    if (typeof word !== 'string') return;
    const accepted = await ask('api/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ word, proof: await this.#proofOf('page', word) }),
    });
    if (!accepted.ok) throw new Error('the server does not know this page any more; load it again');
  }

  async #proofOf(who: 'server' | 'page', word: string): Promise<string> {
    const signed = await crypto.subtle.sign(
      'HMAC',
      await this.#key,
      encoder.encode(`${who} ${word}`),
    );
    return base64url(new Uint8Array(signed));
  }
}

/** @throws Error in words for the reader where nobody answers */
export async function ask(address: string, options: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(address, { ...options, signal: AbortSignal.timeout(60_000) });
  } catch {
    throw new Error('the server does not answer');
  }
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
