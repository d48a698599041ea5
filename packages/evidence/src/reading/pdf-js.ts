type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** What drawing needs and reading does not. */
const FOR_DRAWING = ['DOMMatrix', 'ImageData', 'Path2D'];

let loading: Promise<Library> | undefined;

/**
 * pdf.js with the code of its worker, for this thread. Outside a browser it looks for a canvas while it
 * is loaded, warns where it finds none and does not start without a DOMMatrix; stand-ins for the time
 * of loading spare a reader of text both.
 */
export function loadPdfJs(): Promise<Library> {
  return (loading ??= load());
}

async function load(): Promise<Library> {
  const globals = globalThis as Record<string, unknown>;
  const console = globals['console'] as { warn: unknown };
  const warn = console.warn;
  const missing = FOR_DRAWING.filter((name) => globals[name] === undefined);
  for (const name of missing) globals[name] = function StandIn() {};
  console.warn = () => undefined;
  try {
    const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
    // @ts-expect-error The package has no types for it.
    globals['pdfjsWorker'] ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return library;
  } finally {
    console.warn = warn;
    for (const name of missing) Reflect.deleteProperty(globals, name);
  }
}
