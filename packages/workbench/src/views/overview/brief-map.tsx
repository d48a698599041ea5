import { courseMapSvg, type CourseMap } from '@standoff/document';
import { MAP_WORDS, tellWays, type BriefingResult, type Words } from '@standoff/questions';
import { Drawn } from '../../tell/drawn.js';
import { Told } from '../../tell/told.js';
import { useHref } from '../../routes.js';
import { useWorkbench } from '../../workbench.js';

/** Where it leads, from left to right where there is room; an outcome leads to why it holds or not. */
export function BriefMap({
  words,
  result,
  map,
  file,
  side,
}: {
  readonly words: Words;
  readonly result: BriefingResult;
  readonly map: CourseMap;
  /** What the drawing is called, in the page and as a file. */
  readonly file: string;
  /** Which of two it is; empty: there is one. */
  readonly side: string;
}) {
  const href = useHref();
  const { store } = useWorkbench();
  return (
    <Drawn
      title={MAP_WORDS.title}
      side={side}
      file={`${store.name}-${file}`}
      draw={(width, alone) =>
        courseMapSvg(map, {
          id: file,
          ...MAP_WORDS,
          width,
          ...(alone ? {} : { link: (state) => href({ state, actor: null, concept: null }) }),
        })
      }
    >
      <Told blocks={tellWays(words, result)} />
    </Drawn>
  );
}
