import { across, widthAcross } from './course-map-across.js';
import { down } from './course-map-down.js';
import type { CourseMap, MapFrame } from './course-map.js';
import type { Drawing } from '../document.js';
import { drawing } from './svg.js';

/**
 * The map as an SVG element no wider than its frame, in one ink: colour is for who gains and who loses,
 * beside a sign and a word. The same input gives the same drawing.
 */
export function courseMapSvg(map: CourseMap, { width, link, ...frame }: MapFrame): Drawing {
  const drawn = widthAcross(map) <= width ? across(map, width, link) : down(map, width, link);
  return {
    svg: drawing(
      { ...frame, width: drawn.width, height: drawn.height, hasLinks: link !== undefined },
      ...drawn.parts,
    ),
    width: drawn.width,
  };
}
