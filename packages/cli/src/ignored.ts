/**
 * What `.gitignore` says beside a situation. Sources are often under somebody else's copyright: kept
 * beside it, not published.
 */
export const IGNORED = '# Texts of others, for reading beside the situation.\nsources/\n';
