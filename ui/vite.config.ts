import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  clearScreen: false,
  server: { port: 1420, strictPort: true, host: '127.0.0.1' },
  // Nothing inlined: the window's content policy allows no data: fonts or scripts.
  build: { target: ['safari17', 'chrome115'], assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  // One module graph for all files: on two cores, loading it again for each takes longer than the tests.
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/testing/setup.ts'],
    isolate: false,
    testTimeout: 20_000,
  },
});
