import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether somebody gave the secret, compared in a time that tells nothing of where they differ. */
export function isSecret(given: string, secret: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(secret));
}
