// pdf.js with the code of its worker, for this thread: it finds that by a global name.
import '#pdf-worker';

export { getDocument } from '#pdf';

/** The options with which it asks nothing of a DOM or of the system. */
export const TEXT_ALONE = {
  verbosity: 0,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
} as const;
