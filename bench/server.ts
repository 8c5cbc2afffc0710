// The app on a durable PostgreSQL of its own, with the demo agency, for what is measured without a network.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { connect, type Db } from '#server/db/database.ts';
import { startEmbedded } from '#server/db/embedded.ts';
import { migrate } from '#server/db/migrate.ts';
import { DEMO_PASSWORD } from '#server/demo/agency.ts';
import { seedDemo } from '#server/demo/seed.ts';
import { fileStorage } from '#server/files/storage.ts';
import type { App } from '#server/services.ts';
import { Pokes } from '#server/sync/pokes.ts';
import { temporaryDataDir } from '#server/testing/data-dir.ts';

export interface BenchServer {
  app: App;
  db: Db;
  /** Every SQL statement since the list was last emptied. */
  statements: string[];
  /** Signs a demo person in and returns the cookie. */
  signIn: (nip: string) => Promise<string>;
}

export async function withServer<Result>(
  now: Date,
  measure: (server: BenchServer) => Promise<Result>,
): Promise<Result> {
  const dataDir = await temporaryDataDir('kerjaku-bench-');
  const postgres = await startEmbedded(dataDir);
  const statements: string[] = [];
  const db = connect(postgres.url, { onSql: (text) => statements.push(text) });
  await migrate(db);
  await seedDemo(db, now);
  const pokes = new Pokes(db, postgres.url);
  const files = fileStorage({ kind: 'folder', folder: join(dataDir, 'files') });
  const config = { ...readConfig({ LOG_LEVEL: 'silent' }), clientDir: null };
  const app = await createApp({ config, db, pokes, clock: () => now, random: Math.random, files });
  const signIn = async (nip: string) => {
    const payload = { nip, password: DEMO_PASSWORD };
    const session = await app.inject({ method: 'POST', url: '/api/session', payload });
    return `${session.cookies[0]?.name}=${session.cookies[0]?.value}`;
  };
  try {
    return await measure({ app, db, statements, signIn });
  } finally {
    await app.close();
    await db.destroy();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
