import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * "sha256:" and 64 hexadecimal digits.
 * @pattern ^sha256:[0-9a-f]{64}$
 */
export type Fingerprint = string;

/** Of the bytes of a file. */
export function fingerprint(bytes: Uint8Array): Fingerprint {
  return `sha256:${bytesToHex(sha256(bytes))}`;
}

/** Of a canonical text (`SourceText.text`): what anchors name as the text they were made in. */
export function textVersion(text: string): Fingerprint {
  return fingerprint(utf8ToBytes(text));
}
