import { suggest, type Suggestion, type SourceText, type SuggestOptions } from '@standoff/evidence';

export interface Suggest {
  readonly text: SourceText;
  readonly options: Omit<SuggestOptions, 'progress'>;
}

onmessage = ({ data: { text, options } }: MessageEvent<Suggest>) => {
  postMessage(suggest(text, options) satisfies Suggestion[]);
};
