import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: '../../test-results/browsers',
  // Each journey has two browsers and a server.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 600_000,
  reporter: [['list']],
});
