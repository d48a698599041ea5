import { element, type ActorLook } from './svg.js';

/** A box by its upper left corner, in pixels. */
interface Corner {
  readonly x: number;
  readonly y: number;
}

/** How large every box is. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** How far below a row the arcs within it go, in pixels. */
export const ARC = 34;

/** From where a line starts to where its tip is. */
export interface Ends {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** From the lower edge of a box to the upper edge of one below it. */
export function ends(from: Corner, to: Corner, { width, height }: Size): Ends {
  return {
    x1: from.x + width / 2,
    y1: from.y + height + 1,
    x2: to.x + width / 2,
    y2: to.y - 2,
  };
}

/**
 * The line of a move: down from edge to edge; up beside where lines go down; within a row in an arc below
 * it.
 */
export function line(
  from: Corner,
  to: Corner,
  size: Size,
  { colour, dash }: ActorLook,
  faint: boolean,
): string {
  const look = {
    fill: 'none',
    stroke: colour,
    'stroke-width': faint ? 1 : 2,
    'stroke-dasharray': dash,
    'stroke-opacity': faint ? 0.55 : undefined,
  };
  const tip = (d: string): string => (faint ? '' : element('path', { d, fill: colour }));
  const { x1, y1, x2, y2 } = ends(from, to, size);
  if (from.y < to.y) {
    const end = faint ? y2 + 1 : y2 - 7;
    const middle = (y1 + end) / 2;
    return (
      element('path', { d: `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${end}`, ...look }) +
      tip(`M${x2 - 5} ${end - 1}L${x2} ${y2}L${x2 + 5} ${end - 1}Z`)
    );
  }
  const aside = size.width / 5;
  const [bx, by] = [x2 + aside, to.y + size.height + 1];
  if (from.y === to.y) {
    const low = by + ARC;
    return (
      element('path', {
        d: `M${x1 - aside} ${y1}C${x1 - aside} ${low} ${bx} ${low} ${bx} ${by + 7}`,
        ...look,
      }) + tip(`M${bx - 5} ${by + 8}L${bx} ${by}L${bx + 5} ${by + 8}Z`)
    );
  }
  const [ax, ay] = [x1 + aside, from.y - 1];
  const middle = (ay + by) / 2;
  return (
    element('path', {
      d: `M${ax} ${ay}C${ax} ${middle} ${bx} ${middle} ${bx} ${by + 7}`,
      ...look,
    }) + tip(`M${bx - 5} ${by + 8}L${bx} ${by}L${bx + 5} ${by + 8}Z`)
  );
}
