import { ReadError, readText, type SourceText } from '@standoff/evidence';

export interface Read {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ReadAnswer =
  | { readonly text: SourceText }
  | {
      readonly problem: {
        readonly code: string;
        readonly message: string;
        readonly hint: string | null;
      };
    };

onmessage = ({ data: { name, bytes } }: MessageEvent<Read>) => {
  readText(bytes, { name }).then(
    (text) => postMessage({ text } satisfies ReadAnswer),
    (error: unknown) => {
      const problem =
        error instanceof ReadError
          ? { code: error.code, message: error.message, hint: error.hint }
          : {
              code: 'unreadable',
              message: `The file cannot be read: ${String(error)}`,
              hint: null,
            };
      postMessage({ problem } satisfies ReadAnswer);
    },
  );
};
