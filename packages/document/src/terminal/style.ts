/** The few looks a text has. Without colour every one of them leaves the text as it is. */
export interface Style {
  readonly strong: (text: string) => string;
  /** References, numbers to look up: there when one looks for them. */
  readonly quiet: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly note: (text: string) => string;
}

const ESCAPE = '\u001b[';

/** ANSI looks, or none. */
export function styleOf(colour: boolean): Style {
  const look =
    (open: string, close: string) =>
    (text: string): string =>
      colour && text !== '' ? `${ESCAPE}${open}m${text}${ESCAPE}${close}m` : text;
  return {
    strong: look('1', '22'),
    quiet: look('90', '39'),
    heading: look('1;36', '22;39'),
    good: look('32', '39'),
    bad: look('31', '39'),
    warning: look('33', '39'),
    note: look('34', '39'),
  };
}
