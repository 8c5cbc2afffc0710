import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: '../../test-results/browsers',
  globalSetup: '../support/demo-folders.ts',
  // Each journey has two browsers and a server.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  // What passes only at the second try is told by name at the end of `npm test`.
  retries: process.env.CI ? 1 : 0,
  timeout: 600_000,
  reporter: [['list']],
});
