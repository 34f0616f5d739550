import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.QINGTU_API ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  base: './',
  build: {
    outDir: '../target/classes/webroot',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      input: ['index.html', 'm.html'],
      output: {
        // A worker that is a module must come as JavaScript, and not every server knows .mjs.
        assetFileNames: ({ names }) =>
          names[0]?.endsWith('.mjs') ? 'assets/[name]-[hash].js' : 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: { port: 5173, proxy: { '/api': { target: server, ws: true } } },
  // The time only ends a test that hangs, on however slow a machine.
  test: { include: ['src/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, teardownTimeout: 120_000 },
});
