// How files of some formats begin: their first thousand bytes, as characters of the same number.

const HEADERS =
  /^(?:from|to|cc|date|subject|mime-version|content-type|message-id|received|return-path|delivered-to|reply-to|snapshot-content-location|x-[\w-]+)\s*:/iu;

/** Whether a file begins as a mail does: with the lines of its head. */
export function beginsAsMail(start: string): boolean {
  const head = start
    .replace(/^(?:\xef\xbb\xbf|From [^\n]{1,200}\n)/u, '')
    .split(/\r?\n\r?\n/u)[0]
    .replace(/\r?\n[ \t]+/gu, ' ')
    .split(/\r?\n/u);
  const known = head.filter((line) => HEADERS.test(line));
  return (
    known.length >= 3 &&
    known.length >= head.length / 2 &&
    known.some((line) => /^(?:mime-version|content-type|message-id|received)\s*:/iu.test(line))
  );
}

/** Whether a file begins as subtitles do, in any of their forms. */
export function beginsAsSubtitles(start: string): boolean {
  return /^(?:\xef\xbb\xbf|\ufeff)?(?:WEBVTT(?:\s|$)|\s*(?:\d{1,5}\s*\r?\n)?\d{1,3}:\d{2}:\d{2}[.,]\d{1,3}(?:\s*-->|,\d{1,3}:\d{2}:\d{2}[.,]\d{1,3}\s*\n)|\[Script Info\])/u.test(
    start,
  );
}

/** Marks of HTML are seen through the zero bytes of UTF-16 too. */
export function beginsAsPage(start: string): boolean {
  return /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:[^-]|-(?!->)){0,500}-->\s*)*<(?:!doctype\s+html|html|head|body|frameset|article|main|div|p|h1|meta|title|script|style|link|base)[\s>]/iu.test(
    start.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/u, '').replace(/\0/gu, ''),
  );
}
