import { partsByDirection } from '@standoff/document';
import { Fragment } from 'react';

/** Words, each name in them that is read in the other direction by itself. */
export function Isolated({ text }: { readonly text: string }) {
  return partsByDirection(text).map((one, k) =>
    one.rightToLeft ? <bdi key={k}>{one.text}</bdi> : <Fragment key={k}>{one.text}</Fragment>,
  );
}
