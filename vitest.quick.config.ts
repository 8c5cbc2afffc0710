// While working: the rules, the questions and the engine, without PostgreSQL and without a browser. Starting a worker for each
// of more than a hundred files takes longer than their tests, so they share one, but for those that put something else in the
// place of a global or a module, or write into a storage.

import { globSync, readFileSync } from 'node:fs';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import whole from './vitest.config.ts';

const files = globSync('{client,shared}/**/*.test.ts');
const replaces = (file: string) =>
  /\bvi\.(mock|stubGlobal|useFakeTimers)\(|fake-indexeddb/.test(readFileSync(file, 'utf8'));

const project = (name: string, include: string[], isolate: boolean) => ({
  plugins: [vue()],
  test: { ...whole.test, name, include, isolate, globalSetup: [] },
});

export default defineConfig({
  test: {
    projects: [
      project(
        'together',
        files.filter((file) => !replaces(file)),
        false,
      ),
      project('apart', files.filter(replaces), true),
    ],
  },
});
