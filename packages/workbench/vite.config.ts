import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The app is built from the TypeScript sources of all packages, so that it is never stale. It asks
// for nothing at another address, and works in any folder of any server.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  resolve: { conditions: ['standoff-source', 'module', 'browser', 'development|production'] },
  worker: { format: 'es' },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: 'es2022',
    // A strict policy allows no data: addresses.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
});
