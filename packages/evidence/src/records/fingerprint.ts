/** What a browser and Node have alike. */
declare const crypto: {
  readonly subtle: { digest(algorithm: 'SHA-256', data: Uint8Array): Promise<ArrayBuffer> };
};
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/**
 * "sha256:" and 64 hexadecimal digits.
 * @pattern ^sha256:[0-9a-f]{64}$
 */
export type Fingerprint = string;

/** Of the bytes of a file. */
export async function fingerprint(bytes: Uint8Array): Promise<Fingerprint> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256:${Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Of a canonical text (`SourceText.text`): what anchors name as the text they were made in. */
export function textVersion(text: string): Promise<Fingerprint> {
  return fingerprint(new TextEncoder().encode(text));
}
