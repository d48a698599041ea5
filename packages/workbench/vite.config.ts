import path from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { noticesFor } from '../../scripts/notices.js';
import { PAGE_POLICY } from './server/policy.js';

/** What went into the page and its workers; the workers are bundled before the page is done. */
const inside = new Set<string>();
const withoutQuery = (file: string) => file.replace(/^\0+/, '').replace(/[?#].*$/, '');

function collect(): Plugin {
  return {
    name: 'collect-modules',
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type === 'asset')
          for (const file of part.originalFileNames)
            inside.add(path.resolve(import.meta.dirname, file));
        else
          for (const [file, { renderedLength }] of Object.entries(part.modules))
            if (renderedLength > 0) inside.add(withoutQuery(file));
      }
    },
  };
}

/** What solves a question runs in a worker: of the page's own scripts it is no part. */
function solvedInWorkers(): Plugin {
  const nothing = '\0solved-in-workers';
  return {
    name: 'solved-in-workers',
    resolveId: {
      order: 'pre',
      handler: (source, importer) =>
        source === './solve.js' && /[\\/]question\.ts$/.test(importer ?? '') ? nothing : null,
    },
    load: (id) => (id === nothing ? 'export {};' : null),
  };
}

function thirdPartyNotices(): Plugin {
  return {
    name: 'third-party-notices',
    generateBundle: {
      order: 'post',
      handler() {
        this.emitFile({
          type: 'asset',
          fileName: 'THIRD-PARTY-NOTICES.txt',
          source: noticesFor(inside),
        });
      },
    },
  };
}

function contentPolicy(): Plugin {
  const attrs = { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY };
  return {
    name: 'content-policy',
    // While it is developed the page is changed by scripts within it.
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'meta', attrs, injectTo: 'head-prepend' }],
  };
}

// A question loads what solves it when it is asked; a composed answer has it anyway.
const checks = { ineffectiveDynamicImport: false };

/** DOCX is written by a library that asks for Node's buffers and does without them; each build would say so. */
const onLog: NonNullable<Rolldown.RolldownOptions['onLog']> = (level, log, tell) => {
  if (!/^Module "buffer" has been externalized/.test(log.message)) tell(level, log);
};

// The app is built from the TypeScript sources of all packages, so that it is never stale. It asks
// for nothing at another address, and works in any folder of any server.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  // The page speaks English, so that what its components say to screen readers does too.
  plugins: [
    react(),
    solvedInWorkers(),
    optimizeLocales.vite({ locales: ['en-US'] }),
    collect(),
    thirdPartyNotices(),
    contentPolicy(),
  ],
  resolve: {
    // Where a package has a build for workers it is that which runs in one, and in the page as well;
    // a build for browsers may ask for a document.
    conditions: ['standoff-source', 'worker', 'module', 'browser', 'development|production'],
  },
  worker: {
    format: 'es',
    plugins: () => [collect()],
    rolldownOptions: {
      checks,
      // What a worker begins with is one file: it stands in forty otherwise, each of which is asked for.
      output: { codeSplitting: { groups: [{ name: 'worker', tags: ['$initial'] }] } },
    },
  },
  build: {
    rolldownOptions: { checks, onLog },
    // The command serves it, and carries it where it is installed.
    outDir: '../cli/dist/app',
    emptyOutDir: true,
    target: 'es2022',
    // A strict policy allows no data: addresses.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
});
