// One PostgreSQL for all test files, in a folder of its own, without durability. Each file makes its own database.

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../db/embedded.ts';

export default async function setup(project: { provide: (key: 'postgres', value: string) => void }) {
  const dataDir = await mkdtemp(join(tmpdir(), 'kerjaku-test-'));
  await chmod(dataDir, 0o755);
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
