import type { Drawing } from '@standoff/document';
import { FileImage, FileType, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { IconButton } from '../design/button.js';
import { download, downloadText } from '../files/download.js';
import styles from './drawn.module.css';
import { pngOf } from '../files/picture.js';

/** How wide a drawing in a file is, in CSS pixels. */
const IN_A_FILE = 1120;
const ZOOM = { least: 1, most: 3, by: 1.25 };

/**
 * A drawing that fits its place, can be made larger, and can be had as a file; beside it the same as a
 * list.
 */
export function Drawn({
  title,
  side = '',
  file,
  draw,
  children,
}: {
  readonly title: string;
  /** Which of several of this title it is, as those hear it who do not see it. */
  readonly side?: string;
  /** The name of the file, without what says its kind. */
  readonly file: string;
  /** `alone`: it is for a file, from which nothing leads anywhere. */
  readonly draw: (width: number, alone: boolean) => Drawing;
  /** What the drawing shows, in words; left out: that stands beside it. */
  readonly children?: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [zoom, setZoom] = useState<number>(ZOOM.least);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const watching = new ResizeObserver(([{ contentRect }]) =>
      setWidth(Math.floor(contentRect.width)),
    );
    watching.observe(place.current!);
    return () => watching.disconnect();
  }, []);
  const drawn = width > 0 ? draw(width, false) : null;
  const inFile = (): string => draw(IN_A_FILE, true).svg;
  const savePicture = async (): Promise<void> => {
    try {
      download(`${file}.png`, await pngOf(inFile()));
      setProblem(null);
    } catch (error) {
      setProblem(
        `No picture could be made: ${error instanceof Error ? error.message : 'unknown'}.`,
      );
    }
  };
  return (
    <div className={styles.drawn}>
      <h4 className={styles.title}>{title}</h4>
      <div className={styles.tools} role="group" aria-label={`${title}${side}: size and files`}>
        <IconButton
          icon={ZoomOut}
          label="Smaller"
          isDisabled={zoom <= ZOOM.least}
          onPress={() => setZoom((now) => Math.max(ZOOM.least, now / ZOOM.by))}
        />
        <IconButton
          icon={ZoomIn}
          label="Larger"
          isDisabled={zoom >= ZOOM.most}
          onPress={() => setZoom((now) => Math.min(ZOOM.most, now * ZOOM.by))}
        />
        <IconButton
          icon={FileType}
          label="Save as SVG"
          onPress={() => downloadText(`${file}.svg`, inFile(), 'image/svg+xml')}
        />
        <IconButton
          icon={FileImage}
          label="Save as PNG"
          onPress={() => {
            void savePicture();
          }}
        />
      </div>
      {problem !== null && <p role="alert">{problem}</p>}
      <div ref={place} className={styles.place}>
        {drawn !== null && (
          <div
            className={styles.scroll}
            tabIndex={0}
            role="region"
            aria-label={title + side}
            style={{ '--drawn': `${Math.round(drawn.width * zoom)}px` } as CSSProperties}
            dangerouslySetInnerHTML={{ __html: drawn.svg }}
          />
        )}
      </div>
      {children !== undefined && (
        <details className={styles.words}>
          <summary>The same as a list</summary>
          {children}
        </details>
      )}
    </div>
  );
}
