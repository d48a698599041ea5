/** What the page may load and run: nothing from elsewhere. */
const ALLOWED = [
  "default-src 'none'",
  "script-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** The policy the server sends; `nonce` is that of the styles made at run time, null where there are none. */
export function serverPolicy(nonce: string | null): string {
  const styles = `style-src 'self'${nonce === null ? '' : ` 'nonce-${nonce}'`}`;
  return [...ALLOWED, styles, "frame-ancestors 'none'"].join('; ');
}

/**
 * The policy in the page itself, for a site of which nothing but the files is known: it has no nonce of
 * its own for each load, and who may frame it only a server can say. Both hold where a server sends one.
 */
export const PAGE_POLICY = [...ALLOWED, "style-src 'self' 'unsafe-inline'"].join('; ');
