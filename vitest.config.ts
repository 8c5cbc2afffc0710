import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['{client,server,shared,docs,e2e/simulation}/**/*.test.ts'],
    globalSetup: ['server/testing/postgres.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Neither the agency's zone nor UTC: nothing may depend on the zone of the machine.
    env: { TZ: 'America/Lima' },
  },
});
