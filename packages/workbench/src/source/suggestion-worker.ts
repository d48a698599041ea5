import type { Suggestion, SourceText } from '@standoff/evidence';
import { suggest, type SuggestOptions } from '@standoff/evidence/aid';

export interface Suggest {
  readonly text: SourceText;
  readonly options: Omit<SuggestOptions, 'progress'>;
}

onmessage = ({ data: { text, options } }: MessageEvent<Suggest>) => {
  postMessage(suggest(text, options) satisfies Suggestion[]);
};
