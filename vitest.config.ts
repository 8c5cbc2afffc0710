import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['{client,server,shared}/**/*.test.ts'],
    globalSetup: ['server/testing/postgres.ts'],
    testTimeout: 20_000,
  },
});
