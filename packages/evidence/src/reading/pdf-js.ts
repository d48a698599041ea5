// pdf.js with the code of its worker, for this thread: it finds that by a global name.
import '#pdf-worker';

export { getDocument } from '#pdf';
