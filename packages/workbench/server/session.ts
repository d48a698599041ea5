import { createHmac, randomBytes } from 'node:crypto';
import { isSecret } from './secret.js';

/** Challenges that wait for an answer; an older one is forgotten. */
const MOST_CHALLENGES = 64;

/**
 * Who may ask, from one start of the server to its end: whoever brings the cookie that is given once for
 * the code in the address, or again to a page that proves it had been given the key of the case.
 *
 * The key is kept from start to start and is never sent but inside a page. Server and page show each
 * other that they have it (HMAC-SHA256 over what the other has just thought up), so that an open page
 * finds the server again, and tells nothing to another program that has taken its port.
 */
export class Session {
  readonly #cookie: string;
  readonly #secret = newSecret();
  #code: string | null = newSecret();
  readonly #challenges = new Set<string>();

  constructor(
    readonly key: string,
    readonly port: number,
  ) {
    // A page at another port of this machine can set cookies that come here: not by a name it cannot know.
    this.#cookie = `${this.#family}${randomBytes(8).toString('hex')}`;
  }

  /** The code for the address; null once it is spent. */
  get code(): string | null {
    return this.#code;
  }

  /** Spends the code. */
  exchange(code: string): boolean {
    if (this.#code === null || !isSecret(code, this.#code)) return false;
    this.#code = null;
    return true;
  }

  /** Whether one of the cookies is that of this session. */
  accepts(header: string | undefined): boolean {
    return cookiesIn(header).some(
      ([name, value]) => name === this.#cookie && isSecret(value, this.#secret),
    );
  }

  /** What gives a browser the cookie, and takes those of earlier starts from it. */
  cookies(header: string | undefined): string[] {
    const attributes = 'HttpOnly; SameSite=Strict; Path=/';
    const old = cookiesIn(header)
      .map(([name]) => name)
      .filter((name) => name.startsWith(this.#family) && name !== this.#cookie);
    return [
      `${this.#cookie}=${this.#secret}; ${attributes}`,
      ...old.map((name) => `${name}=; Max-Age=0; ${attributes}`),
    ];
  }

  /** Shows that this is the server of the case, to whoever thought up the word. */
  proof(word: string): string {
    return proofOf(this.key, 'server', word);
  }

  /** A word for a page to show the same with. */
  challenge(): string {
    const word = newSecret();
    this.#challenges.add(word);
    const [oldest] = this.#challenges;
    if (this.#challenges.size > MOST_CHALLENGES) this.#challenges.delete(oldest);
    return word;
  }

  /** Whether a page has shown it. A word serves once. */
  proves(word: string, proof: string): boolean {
    return this.#challenges.delete(word) && isSecret(proof, proofOf(this.key, 'page', word));
  }

  get #family(): string {
    return `standoff-${this.port}-`;
  }
}

/** 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function proofOf(key: string, who: 'server' | 'page', word: string): string {
  return createHmac('sha256', key).update(`${who} ${word}`).digest('base64url');
}

function cookiesIn(header: string | undefined): (readonly [name: string, value: string])[] {
  return (header ?? '').split(';').map((part) => {
    const [name = '', value = ''] = part.trim().split('=');
    return [name, value] as const;
  });
}
