// One PostgreSQL for all test files, in a folder of its own, without durability. Each file makes its own database.

import { rm } from 'node:fs/promises';
import { startEmbedded } from '#server/db/embedded.ts';
import { temporaryDataDir } from './data-dir.ts';

export default async function setup(project: { provide: (key: 'postgres', value: string) => void }) {
  const dataDir = await temporaryDataDir('kerjaku-test-');
  const postgres = await startEmbedded(dataDir, { fast: true });
  project.provide('postgres', postgres.url);
  return async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string;
  }
}
