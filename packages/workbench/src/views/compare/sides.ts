import type { Variant } from '../../variants/variants.js';

/** A text that can be chosen for a side of the comparison. */
export interface Side {
  /** As addresses have it. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** Chosen in the address and not at hand. */
export interface Missing {
  readonly id: string;
  readonly missing: string;
}

export const NOW = 'now';
export const OPENED = 'opened';

const FILE = 'file:';

/** The id in addresses of a text that is read from a file of the disk; no space is in it. */
export function fileSide(name: string): string {
  return `${FILE}${encodeURIComponent(name)}`;
}

/** Every text there is to compare, the present one first. */
export function sidesOf(known: {
  readonly now: string;
  readonly opened: string;
  readonly variants: readonly Variant[];
  /** Texts read from files, by the files' names. */
  readonly read: Readonly<Record<string, string>>;
}): Side[] {
  const counted = new Map<string, number>();
  return [
    { id: NOW, name: 'The text as it stands', text: known.now },
    { id: OPENED, name: 'The text as it was opened', text: known.opened },
    ...known.variants.map(({ id, name, text }) => {
      const count = (counted.get(name) ?? 0) + 1;
      counted.set(name, count);
      return { id, name: count === 1 ? name : `${name} (${count})`, text };
    }),
    ...Object.entries(known.read).map(([name, text]) => ({
      id: fileSide(name),
      name: `File ${name}`,
      text,
    })),
  ];
}

/** The text that an address names, or why it is not at hand. */
export function sideNamed(sides: readonly Side[], id: string): Side | Missing {
  return (
    sides.find((side) => side.id === id) ?? {
      id,
      missing: id.startsWith(FILE)
        ? `“${decodeURIComponent(id.slice(FILE.length))}” was read from the disk and is not kept by this page: open it again`
        : 'A variant that the address names is not kept with this case; it was removed, or is kept elsewhere',
    }
  );
}
