// The library has no types of its own.
declare module 'markdown-it-footnote' {
  import type MarkdownIt from 'markdown-it';
  const footnotes: (parser: InstanceType<typeof MarkdownIt>) => void;
  export default footnotes;
}
