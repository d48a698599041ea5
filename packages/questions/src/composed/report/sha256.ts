import { sha256 as hashOf } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, as 64 hexadecimal digits. Not the platform's: the core has
 * no Node, and a browser's answers only later, and not on every page.
 */
export function sha256(text: string): string {
  return bytesToHex(hashOf(utf8ToBytes(text)));
}
