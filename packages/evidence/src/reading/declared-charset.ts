/** The character set a page names in its head; null where it names none. */
export function declaredCharset(start: string): string | null {
  const head = start.replace(/\0/gu, '').replace(/<!--[^]*?(?:-->|$)/gu, '');
  return (
    /<meta[\s/][^>]{0,400}?(?<=[\s/;"'])charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})/iu.exec(
      head,
    )?.[1] ??
    /^\s{0,99}<\?xml[^>]{0,200}?encoding\s?=\s?["']([\w.:-]{2,40})/iu.exec(head)?.[1] ??
    null
  );
}
