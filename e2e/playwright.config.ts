import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  testIgnore: ['simulation/**', 'chaos/**', 'browsers/**'],
  outputDir: '../test-results',
  globalSetup: './support/demo-folders.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // What passes only at the second try is told by name at the end of `npm test`.
  retries: process.env.CI ? 1 : 0,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
});
