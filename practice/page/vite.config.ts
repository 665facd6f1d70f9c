import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, '../../dist/practice-page'),
    emptyOutDir: true,
    // The drawing of blocks brings all of Markdown and emoji; the page is read from this machine.
    chunkSizeWarningLimit: 2_000,
  },
});
