import { useState, type DragEventHandler } from 'react';

/** What an element has that takes files which are dropped on it; `data-over` while some are held over it. */
interface Dropping {
  readonly 'data-over': boolean;
  readonly onDragOver: DragEventHandler;
  readonly onDragLeave: DragEventHandler;
  readonly onDrop: DragEventHandler;
}

/**
 * Takes files that are dropped on an element.
 * @param onFiles called with at least one; what was dropped is to be had only while it is called
 */
export function useDrop(onFiles: (dropped: DataTransfer) => void): Dropping {
  const [over, setOver] = useState(false);
  return {
    'data-over': over,
    onDragOver: (event) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event) => {
      setOver(false);
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      onFiles(event.dataTransfer);
    },
  };
}
