import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Journeys mostly wait for sockets and for Slack's pace, not for the processor.
    maxWorkers: 4,
  },
});
